import { directToPerson } from "../../../model/address.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { ReplyDraft } from "../../../model/reply.ts";
import type { Recipient } from "../../../model/subscription.ts";
import { put, type Change } from "../../../ports/store.ts";
import { languageOfPerson } from "../../language-of-person.ts";
import { replyTo } from "../../seat-notices.ts";
import { allowedMoment, type Occasion } from "./allowed-moment.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import { dueFrom, dueOfRun, rowKey, type DueOfRun } from "./due-of-run.ts";
import { followedAmong, silentRun } from "./expire-runs.ts";
import { askHowItGoes } from "./follow-ups.ts";
import { HeldRows } from "./held-rows.ts";
import { pauseReminder, remindedRun } from "./pause-reminders.ts";
import { readerOf } from "./reader-of.ts";
import { readVersion } from "../view-of.ts";

/** When the runs were read, and from when one of them is due. */
interface Look {
  /** Writes that had touched them by then. */
  readonly writes: number;
  readonly atMs: number;
  readonly dueMs: number;
}

/** Does what time alone does to runs that are kept: they fall silent, their people are reminded, or asked. */
export class DueRuns {
  readonly #parts: DiagnosticsParts;
  readonly #rows: HeldRows;
  #look: Look | undefined;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
    this.#rows = new HeldRows(parts);
  }

  /** Called at each tick: nothing is read while nothing is due and no run was written. */
  async pass(): Promise<void> {
    const { store, knowledge, clock } = this.#parts;
    const { diagnosticRuns } = knowledge().documents;
    const now = clock.now();
    await this.#rows.holdBack(now);
    // Counted first: what is written while they are read is read again at the next tick.
    const writes = store.writesOf(diagnosticRuns.collection);
    if (this.#look && isStill(this.#look, writes, now)) return;
    const runs = (await store.list(diagnosticRuns)).map(({ document }) => document);
    if (!this.#look) await this.#rows.findLeft(runs, now);
    const followed = followedAmong(runs);
    const live = runs.filter(({ id, state }) => state !== "completed" || followed.has(id));
    const next = await Promise.all(live.map((run) => this.#passOver(run, now)));
    this.#look = { writes, atMs: now.getTime(), dueMs: Math.min(Infinity, ...next) };
  }

  /** @returns from when something is due of it, ms; now where it failed */
  async #passOver(run: DiagnosticRun, now: Date): Promise<number> {
    const due = dueOfRun(run, now);
    if (!due) return laterThan(now, dueFrom(run));
    try {
      const at = await this.#momentOf(run, due, now);
      if (at > now) return at.getTime();
      await this.#parts.queue.run(run.owner, () => this.#doNow(run.id, now));
      return Infinity;
    } catch (cause) {
      // One person's trouble is not another's: theirs is tried again at the next tick.
      this.#parts.log.error("diagnostic-not-passed", cause);
      return now.getTime();
    }
  }

  /** Between two turns of its person, and read again: a turn may have answered, stopped or erased it. */
  async #doNow(id: string, now: Date): Promise<void> {
    const { store, knowledge } = this.#parts;
    const { diagnosticRuns } = knowledge().documents;
    const run = await store.get(diagnosticRuns, id);
    const due = run && dueOfRun(run, now);
    if (!run || !due || (await this.#momentOf(run, due, now)) > now) return;
    const changes = await this.#changesOf(run, due, now);
    await store.write(changes);
  }

  async #momentOf(run: DiagnosticRun, due: DueOfRun, now: Date): Promise<Date> {
    if (due.kind === "fall-silent") return now;
    return allowedMoment(now, occasionOf(due), await readerOf(run, this.#parts));
  }

  /** The run as it is kept and the message, written together: a crash repeats and loses nothing. */
  async #changesOf(run: DiagnosticRun, due: DueOfRun, now: Date): Promise<readonly Change[]> {
    const { store, knowledge } = this.#parts;
    const { documents, library, tell: tellIn } = knowledge();
    const { diagnosticRuns } = documents;
    if (due.kind === "fall-silent") return [put(diagnosticRuns, run.id, silentRun(run))];
    const { zone } = await readerOf(run, this.#parts);
    const language = await languageOfPerson(run.owner, { store, documents, usual: run.language });
    const told = { tell: tellIn(language), language };
    const own = await readVersion(run.version, { store, knowledge });
    const questionnaire = own ?? library.questionnaire;
    const { after, draft } =
      due.kind === "remind"
        ? { after: remindedRun(run), draft: pauseReminder(run, questionnaire, { ...told, zone }) }
        : asked(askHowItGoes(run, due.occasion, { ...told, questionnaire, now }));
    const name = rowKey(run, due);
    const rows = draft
      ? this.#leave(run, draft, { name, language, occasion: occasionOf(due) })
      : [];
    return [put(diagnosticRuns, run.id, after), ...rows];
  }

  #leave(
    { owner }: DiagnosticRun,
    draft: ReplyDraft,
    {
      name,
      language,
      occasion,
    }: { name: string; language: Recipient["language"]; occasion: Occasion },
  ): readonly Change[] {
    const reply = replyTo(directToPerson(owner), draft, language, name);
    this.#rows.add({ key: name, owner, occasion });
    return this.#parts.delivery.leave(owner, [reply]);
  }
}

/** Nothing was written, nothing is due, and the clock was not set back. */
function isStill({ writes, atMs, dueMs }: Look, nowWrites: number, now: Date): boolean {
  const nowMs = now.getTime();
  return writes === nowWrites && nowMs >= atMs && nowMs < dueMs;
}

function laterThan(now: Date, at: string | undefined): number {
  const ms = at === undefined ? Infinity : Date.parse(at);
  return ms > now.getTime() ? ms : Infinity;
}

function occasionOf({ kind }: DueOfRun): Occasion {
  return kind === "remind" ? "pause" : "follow-up";
}

function asked({ run, draft }: ReturnType<typeof askHowItGoes>) {
  return { after: run, draft };
}
