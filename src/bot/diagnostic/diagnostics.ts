import type { Delivery } from "../../delivery/deliver.ts";
import type { Mode } from "../../model/conversation.ts";
import type { DiagnosticEffect } from "../../model/diagnostic-effect.ts";
import type { DiagnosticRun } from "../../model/diagnostic-run.ts";
import type { Language } from "../../model/language.ts";
import type { ReplyDraft } from "../../model/reply.ts";
import type { Effect } from "../../model/turn.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { PictureMaker } from "../../ports/picture-maker.ts";
import type { Change } from "../../ports/store.ts";
import type { Turns } from "../../ports/turns.ts";
import type { CountedStore } from "../counted-store.ts";
import type { Knowledge } from "../knowledge.ts";
import { scrubDue } from "../scrub-due.ts";
import { beginAgain } from "./later/begin-again.ts";
import { beginRun } from "./asking/begin-run.ts";
import { DueRuns } from "./later/due-runs.ts";
import { eraseRuns } from "./asking/erase-runs.ts";
import { giveFile } from "./result/give-file.ts";
import { giveResult } from "./result/give-result.ts";
import { DrawnGroups } from "./together/drawn-groups.ts";
import { FigurePublisher } from "./figures/figure-publisher.ts";
import { closeGroup, nameGroup, openGroup, tellGroup } from "./together/groups.ts";
import { JoinTries } from "./together/join-tries.ts";
import { judgeDiagnostic } from "./result/judge-diagnostic.ts";
import { keepRun } from "./asking/keep-run.ts";
import { tellDiagnostics } from "./figures/tell-diagnostics.ts";
import { togetherOf, type SaidInPrivate } from "./together/together-of.ts";
import type { DiagnosticView } from "./diagnostic-view.ts";
import { questionSaidIn } from "./asking/said-in.ts";
import { undoRun } from "./asking/undo-run.ts";
import { UnkeptRuns } from "./asking/unkept-runs.ts";
import { viewOf } from "./view-of.ts";

/** What the diagnostic needs. */
export interface DiagnosticsParts {
  readonly store: CountedStore;
  readonly knowledge: () => Knowledge;
  readonly delivery: Pick<Delivery, "leave">;
  /** The turns of people, which what is due must not cross. */
  readonly queue: Turns;
  readonly clock: Clock;
  readonly log: Log;
  /** Draws the radar and prints the report; without it, the text stands alone. */
  readonly pictures?: PictureMaker | undefined;
  /** So many characters nobody can guess, letters and digits that are not mistaken for one another. */
  readonly newCode: (length: number) => string;
}

/** Who speaks. */
export interface Respondent {
  /** See `personKey`. */
  readonly person: string;
  readonly language: Language;
  /** Whether nobody else reads the answer. */
  readonly isAlone: boolean;
  /** Names the turn: of a correction, the turn of the message it corrects. */
  readonly turn: string;
  /** Whether the message corrects the one before. */
  readonly isCorrection: boolean;
  /** What the conversation waits for after the turn. */
  readonly mode: Mode;
  /** When the turn was decided: what it says of a run is of that moment. */
  readonly now: Date;
}

/** What a turn has to write and to say of the diagnostic. */
export interface AboutDiagnostic {
  readonly changes: readonly Change[];
  readonly drafts: readonly ReplyDraft[];
  /** To be called once the turn is written: what is in memory alone follows what is on disk. */
  readonly written?: (() => void) | undefined;
}

/** What one act of a turn has in hand. */
export interface Acting {
  readonly who: Respondent;
  readonly now: Date;
  readonly parts: DiagnosticsParts;
  readonly unkept: UnkeptRuns;
}

/** Keeps what people answer in the diagnostic, and carries out what they want of it. */
export class Diagnostics {
  readonly #parts: DiagnosticsParts;
  readonly #unkept = new UnkeptRuns();
  readonly #tries = new JoinTries();
  readonly #due: DueRuns;
  readonly #drawn: DrawnGroups;
  readonly #figures: FigurePublisher;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
    this.#due = new DueRuns(parts);
    this.#drawn = new DrawnGroups(parts);
    this.#figures = new FigurePublisher(parts);
  }

  /**
   * What is known of somebody's diagnostics.
   * @param person see `personKey`
   * @param corrects names the turn that is corrected, whose doing is not seen
   * @param said what they say, where nobody else reads it: it may name a group to join
   */
  async of(person: string, corrects?: string, said?: SaidInPrivate): Promise<DiagnosticView> {
    const parts = this.#parts;
    const now = parts.clock.now();
    const unkept = this.#unkept.of(person, now);
    const view = await viewOf({ person, now, corrects, unkept }, parts);
    const together = await togetherOf(person, said, { parts, tries: this.#tries, now });
    return { ...view, together };
  }

  /** The question that a message of long ago answered, in a run that is not finished; undefined for none. */
  async answeredIn(person: string, turn: string): Promise<string | undefined> {
    const now = this.#parts.clock.now();
    const { run } = await viewOf(
      { person, now, unkept: this.#unkept.of(person, now) },
      this.#parts,
    );
    return questionSaidIn(turn, run);
  }

  /** Prepares what a turn does about the diagnostic; nothing is written here. */
  async during(effects: readonly Effect[], who: Respondent): Promise<AboutDiagnostic> {
    const acting = { who, now: who.now, parts: this.#parts, unkept: this.#unkept };
    const done: AboutDiagnostic[] = who.isCorrection ? [await undoRun(acting)] : [];
    let isErased = effects.some(({ kind }) => kind === "forget-me");
    let run: DiagnosticRun | undefined;
    for (const effect of effects) {
      if (effect.kind !== "diagnostic") continue;
      // In order: what one act stores, the next may tell.
      // oxlint-disable-next-line no-await-in-loop
      done.push(await carryOut(effect.act, acting));
      if (effect.act.kind === "erase-runs") isErased = true;
      if (effect.act.kind === "keep-run") ({ run } = effect.act);
    }
    const unkept = this.#unkept.of(who.person, acting.now);
    const isOver =
      unkept !== undefined &&
      (run ?? unkept).state === "completed" &&
      who.mode.kind !== "diagnostic";
    const written = () => {
      for (const act of done) act.written?.();
      if (isErased || isOver) this.#unkept.forget(who.person);
    };
    // What was said of answers nobody wants kept passed through the disk on its way.
    const passing = unkept ? [scrubDue(this.#parts.knowledge().documents, acting.now)] : [];
    return {
      changes: [...done.flatMap(({ changes }) => changes), ...passing],
      drafts: done.flatMap(({ drafts }) => drafts),
      written,
    };
  }

  /** Does what is due: reminds of pauses, asks how it goes, draws common results, publishes figures. */
  async passTime(): Promise<void> {
    const now = this.#parts.clock.now();
    this.#unkept.sweep(now);
    this.#tries.sweep(now);
    await this.#due.pass();
    await this.#drawn.pass();
    await this.#figures.pass();
  }
}

async function carryOut(act: DiagnosticEffect, acting: Acting): Promise<AboutDiagnostic> {
  switch (act.kind) {
    case "begin-run":
      return beginRun(act, acting);
    case "keep-run":
      return keepRun(act, acting);
    case "ask-again":
      return beginAgain(act, acting);
    case "erase-runs":
      return eraseRuns(act, acting);
    case "give-result":
      return giveResult(act, acting);
    case "give-file":
      return giveFile(act, acting);
    case "judge-diagnostic":
      return judgeDiagnostic(act, acting);
    case "open-group":
      return openGroup(act, acting);
    case "name-group":
      return nameGroup(act, acting);
    case "close-group":
      return closeGroup(act, acting);
    case "tell-group":
      return tellGroup(act, acting);
    case "tell-diagnostics":
      return tellDiagnostics(act, acting);
  }
}
