import { combineAnswers } from "../../../diagnostic/combine-answers.ts";
import { messageKey } from "../../../delivery/message-key.ts";
import { directToPerson } from "../../../model/address.ts";
import { drawnAfterDays, type DiagnosticGroup } from "../../../model/diagnostic-group.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { DAY_MS } from "../../../model/durations.ts";
import { say } from "../../../model/reply.ts";
import { put, type Change } from "../../../ports/store.ts";
import { languageOfPerson } from "../../language-of-person.ts";
import { replyTo } from "../../seat-notices.ts";
import { allowedMoment } from "../later/allowed-moment.ts";
import { commonDrafts, type DrawnGroup } from "./common-drafts.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import { FEWEST_ANSWERS } from "./finish-group.ts";
import { readerOf } from "../later/reader-of.ts";
import { completedIn } from "./together-of.ts";
import { readVersion } from "../view-of.ts";

/**
 * Draws common results: when the opener wants it, or after a fortnight. At ticks alone, one group after the
 * other, each between the turns of all who answered: nobody withdraws while it is drawn, and it is drawn once.
 */
export class DrawnGroups {
  readonly #parts: DiagnosticsParts;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  /** Called at each tick. */
  async pass(): Promise<void> {
    const { store, knowledge, clock, log } = this.#parts;
    const now = clock.now();
    const groups = await store.list(knowledge().documents.diagnosticGroups);
    for (const { id, document } of groups) {
      if (!isDue(document, now)) continue;
      try {
        // In turn: each holds up several people at once.
        // oxlint-disable-next-line no-await-in-loop
        await this.#draw(id, document, now);
      } catch (cause) {
        // One group's trouble is not another's: it is tried again at the next tick.
        log.error("group-not-drawn", cause);
      }
    }
  }

  async #draw(code: string, { opener }: DiagnosticGroup, now: Date): Promise<void> {
    const people = [opener, ...(await this.#completed(code)).map(({ owner }) => owner)];
    // Always in the same order: two who wait for several people never wait for each other.
    const inOrder = [...new Set(people)].toSorted();
    await this.#between(inOrder, async () => this.#drawNow(code, new Set(inOrder), now));
  }

  /** Runs something between two turns of each of several people. */
  async #between(people: readonly string[], task: () => Promise<void>): Promise<void> {
    const [first, ...others] = people;
    if (first === undefined) return task();
    return this.#parts.queue.run(first, async () => this.#between(others, task));
  }

  /** Read again: a turn may have withdrawn, answered or erased; who came meanwhile waits for the next tick. */
  async #drawNow(code: string, held: ReadonlySet<string>, now: Date): Promise<void> {
    const { store, knowledge } = this.#parts;
    const { diagnosticGroups } = knowledge().documents;
    const group = await store.get(diagnosticGroups, code);
    const runs = await this.#completed(code);
    if (!group || !isDue(group, now)) return;
    if (runs.length < FEWEST_ANSWERS) {
      if (group.closedAt !== undefined) await this.#reopen(code, group);
      return;
    }
    if (runs.some(({ owner }) => !held.has(owner))) return;
    const questionnaire = await readVersion(group.version, this.#parts);
    if (!questionnaire) return;
    const common = combineAnswers(
      questionnaire,
      group.path,
      runs.map(({ answers }) => answers),
    );
    const at = now.toISOString();
    const drawn: DrawnGroup = { ...group, drawn: { ...common, people: runs.length, at } };
    const told = runs.map(async (run) => this.#tell(run, drawn, { code, questionnaire, now }));
    const rows = await Promise.all(told);
    await store.write([put(diagnosticGroups, code, drawn), ...rows.flat()]);
  }

  /** Somebody withdrew or was forgotten since it was closed: others may join again. */
  async #reopen(code: string, group: DiagnosticGroup): Promise<void> {
    const { store, knowledge, delivery } = this.#parts;
    const { documents, settings, tell } = knowledge();
    const { opener, closedAt } = group;
    const usual = settings.language;
    const language = await languageOfPerson(opener, { store, documents, usual });
    const key = messageKey("group-reopened", code, closedAt ?? "");
    const reply = replyTo(directToPerson(opener), say(tell(language)("dg-too-few")), language, key);
    await store.write([
      put(documents.diagnosticGroups, code, { ...group, closedAt: undefined }),
      ...delivery.leave(opener, [reply]),
    ]);
  }

  /** In private, in their language, at an hour they may be written to; the opener, who asked, at once. */
  async #tell(
    { owner, language: usual }: DiagnosticRun,
    group: DrawnGroup,
    {
      code,
      questionnaire,
      now,
    }: { code: string; questionnaire: Parameters<typeof combineAnswers>[0]; now: Date },
  ): Promise<readonly Change[]> {
    const { store, knowledge, delivery } = this.#parts;
    const { documents } = knowledge();
    const language = await languageOfPerson(owner, { store, documents, usual });
    const drafts = await commonDrafts(group, { questionnaire, language }, this.#parts);
    const replies = drafts.map((draft, at) =>
      replyTo(directToPerson(owner), draft, language, messageKey("group", code, owner, at)),
    );
    const isAwaited = owner === group.opener && group.closedAt !== undefined;
    const open = allowedMoment(now, "pause", await readerOf({ owner }, this.#parts));
    return delivery.leave(owner, replies, isAwaited || open <= now ? undefined : open);
  }

  async #completed(code: string): Promise<readonly DiagnosticRun[]> {
    return completedIn(code, this.#parts);
  }
}

function isDue({ drawn, closedAt, openedAt }: DiagnosticGroup, now: Date): boolean {
  if (drawn) return false;
  return closedAt !== undefined || now.getTime() >= Date.parse(openedAt) + drawnAfterDays * DAY_MS;
}
