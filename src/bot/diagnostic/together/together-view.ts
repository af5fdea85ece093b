import type { DiagnosticGroup } from "../../../model/diagnostic-group.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";

/** A group, as far as one person may know it. */
export interface SeenGroup {
  /** As it is stored; see `shownCode`. */
  readonly code: string;
  readonly group: DiagnosticGroup;
  /** Whether they opened it. */
  readonly isOpener: boolean;
  /** The run they answer in it; undefined for none. */
  readonly run?: DiagnosticRun | undefined;
  /** All of theirs that name it, the stopped ones too. */
  readonly own: readonly DiagnosticRun[];
  /** How many people answered all of it. */
  readonly answered: number;
}

/** What became of a code somebody wants to join by. */
export type AskedGroup =
  | {
      readonly kind: "found";
      readonly seen: SeenGroup;
      readonly questionnaire: Questionnaire;
    }
  /** There is none, or it cannot be joined any more: it is not said which. */
  | { readonly kind: "unknown" }
  | { readonly kind: "too-many" };

/** What is known of answering together when somebody speaks. */
export interface TogetherView {
  /** The groups they opened or answer in, the latest first. */
  readonly groups: readonly SeenGroup[];
  /** The one a code opens that they wrote, or were told of. */
  readonly asked?: AskedGroup | undefined;
  /** A code nobody has. */
  readonly freshCode: string;
}

/** A code as it is passed on: "K7QM-3XPA". */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
