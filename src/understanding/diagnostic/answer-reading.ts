import type { RecordedAnswer } from "../../model/diagnostic-run.ts";

/** What somebody's words mean in answer to a question of the diagnostic. */
export type AnswerReading =
  | {
      readonly kind: "answer";
      readonly answer: RecordedAnswer;
      /** A number, a letter or an exact mark: it need not be repeated back to the person. */
      readonly isPlain: boolean;
    }
  /** Some options are possible and the person must say which: their codes, or numbers of a `number` question. */
  | { readonly kind: "between"; readonly codes: readonly string[] }
  /** More were chosen than the question allows. */
  | { readonly kind: "too-many"; readonly most: number }
  /** A number or a letter that the question does not have. */
  | { readonly kind: "not-listed" }
  /** Yes or no, where neither answers. */
  | { readonly kind: "no-yes-or-no" }
  /** Something is asked rather than answered. */
  | { readonly kind: "question" }
  | { readonly kind: "unclear" };
