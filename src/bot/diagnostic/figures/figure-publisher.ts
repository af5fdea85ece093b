import { associationsOf } from "../../../diagnostic/associations.ts";
import { figuresOf } from "../../../diagnostic/figures.ts";
import { isPublishable } from "../../../diagnostic/publication.ts";
import { steadyFigures } from "../../../diagnostic/steady-figures.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";
import { put, type Store } from "../../../ports/store.ts";
import { instantOf } from "../../../workshops/wall-time.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import { readVersion } from "../view-of.ts";

/**
 * Publishes figures on the first day of a month, of all that was completed before it, and only if enough
 * associations came since. What is published stays as it is: coordinators never see live figures.
 */
export class FigurePublisher {
  readonly #parts: DiagnosticsParts;
  /** The month that was looked at last. */
  #looked: string | undefined;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  /** Called at each tick: something is read on the first day of a month, once. */
  async pass(): Promise<void> {
    const { knowledge, clock } = this.#parts;
    const { timeZone } = knowledge().settings;
    const day = localDay(clock.now(), timeZone);
    const month = day.slice(0, 7);
    if (!day.endsWith("-01") || month === this.#looked) return;
    await this.#publish(month, instantOf(`${day}T00:00`, timeZone).toISOString());
    this.#looked = month;
  }

  async #publish(month: string, until: string): Promise<void> {
    const { store, knowledge } = this.#parts;
    const { documents, library } = knowledge();
    const published = await store.list(documents.publishedFigures);
    if (published.some(({ id }) => id >= month)) return;
    const last = published
      .map(({ document }) => document)
      .toSorted((one, other) => (one.until < other.until ? -1 : 1))
      .at(-1);
    const runs = await all(store, documents.diagnosticRuns);
    const questionnaires = await this.#questionnaires(runs.map(({ version }) => version));
    const associations = associationsOf({ runs, questionnaires, until });
    if (!isPublishable(associations, last?.until)) return;
    const left = (await all(store, documents.leftRuns)).filter((one) => one.month < until);
    const drawn = figuresOf({ associations, left, questionnaire: library.questionnaire });
    const figures = steadyFigures({ figures: drawn, until, associations }, last);
    await store.write([put(documents.publishedFigures, month, { figures, until })]);
  }

  async #questionnaires(versions: readonly string[]): Promise<ReadonlyMap<string, Questionnaire>> {
    const read = await Promise.all(
      [...new Set(versions)].map(
        async (version) => [version, await readVersion(version, this.#parts)] as const,
      ),
    );
    return new Map(
      read.flatMap(([version, questionnaire]) =>
        questionnaire ? [[version, questionnaire] as const] : [],
      ),
    );
  }
}

async function all<T>(
  store: Pick<Store, "list">,
  type: Parameters<typeof store.list<T>>[0],
): Promise<readonly T[]> {
  return (await store.list(type)).map(({ document }) => document);
}
