import type { IntentId } from "./library.ts";
import type { PerLanguage } from "./language.ts";

/** A side of digital life that gets a score of its own. */
export interface Dimension {
  readonly id: string;
  readonly name: PerLanguage<string>;
}

/** Words for a score. */
export interface Level {
  /** Lowest score of it, 0..100. */
  readonly from: number;
  readonly name: PerLanguage<string>;
  /** The sentence that goes with it. */
  readonly says: PerLanguage<string>;
}

/** One thing to choose in answer to a question. */
export interface QuestionOption {
  /** Stable: never given to something else. */
  readonly code: string;
  /** At most 80 characters. */
  readonly label: PerLanguage<string>;
  /** 0..3; undefined where nothing is scored, or where ticks are counted. */
  readonly value?: number | undefined;
  /** Says that the question does not concern the association. */
  readonly isNotApplicable?: boolean | undefined;
  /** Says "none of these": it goes with no other. */
  readonly isExclusive?: boolean | undefined;
  /** Other ways to say it in answer to this question, folded (no accents, lower case), both languages together. */
  readonly synonyms: readonly string[];
}

/** How a question is answered; `number` is 0..10, ten of ten being worth 3. */
export type QuestionKind = "single" | "several" | "scale" | "number" | "text";

/** One question. */
export interface Question {
  /** Stable, as `M2`. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** Undefined for what is not scored. */
  readonly dimension?: string | undefined;
  /** 1..3; undefined for what is not scored. */
  readonly weight?: number | undefined;
  /** Whether the short path asks it too. */
  readonly isShort: boolean;
  /** True when it is asked after the result, and only where it is of use. */
  readonly isAfterResult?: boolean | undefined;
  /** Asked only when another question was answered by one of these options. */
  readonly showIf?: { readonly question: string; readonly is: readonly string[] } | undefined;
  /** What is at stake when the value is 0. */
  readonly alert?: string | undefined;
  /** Of `several`: what each tick is worth; the sum is at most 3. */
  readonly tickValue?: number | undefined;
  /** Of `several`: how many may be chosen; undefined for no limit. */
  readonly mostChoices?: number | undefined;
  /** Whether yes, no and degrees ("plutôt oui") answer it. */
  readonly isGraded?: boolean | undefined;
  readonly text: PerLanguage<string>;
  /** Why it is asked, in one sentence. */
  readonly why: PerLanguage<string>;
  /** The same in simpler words, or an example. */
  readonly help?: PerLanguage<string> | undefined;
  readonly options: readonly QuestionOption[];
}

/** When a recommendation is made. */
export type Condition =
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  /** The value of an answer, 0..3, both ends included. */
  | {
      readonly question: string;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly question: string; readonly is: readonly string[] }
  /** Answered, below its maximum, and this option not ticked. */
  | { readonly question: string; readonly lacks: string }
  | { readonly question: string; readonly unknown: true }
  /** So many dimensions have at least this score, 0..100. */
  | { readonly dimensionsAtLeast: number; readonly count: number };

/** S: one person, an hour. M: half a day or a meeting. L: several weeks. */
export type Effort = "S" | "M" | "L";

/** A next step, and when it is advised. */
export interface Recommendation {
  /** Its dimension, a dot, its name. */
  readonly id: string;
  readonly dimension: string;
  readonly when: Condition;
  readonly effort: Effort;
  /** 1..3: 3 protects the association's existence or unblocks everything else. */
  readonly impact: number;
  /** The role that usually does it: a key of `Questionnaire.owners`. */
  readonly owner: string;
  /** A theme of the library, for workshops that help. */
  readonly theme: string;
  /** What answers "how do I do it?", the best first. */
  readonly intents: readonly IntentId[];
  /** Ids of those that come before it. */
  readonly after: readonly string[];
  /** The alert it answers. */
  readonly alert?: string | undefined;
  readonly title: PerLanguage<string>;
  readonly step: PerLanguage<string>;
  readonly done: PerLanguage<string>;
}

/** How recommendations are put in order. */
export interface Ordering {
  readonly effortCost: Readonly<Record<Effort, number>>;
  readonly wishFactor: number;
  readonly unknownNeed: number;
  readonly now: number;
  readonly next: number;
}

/** All that the diagnostic asks and advises. */
export interface Questionnaire {
  /**
   * A hash of what answers mean and lead to (ids, codes, values, conditions, order), not of wordings: same
   * version, same results. Source: DIAGNOSTIC.md, 9.
   */
  readonly version: string;
  /** In the order of the conversation. */
  readonly dimensions: readonly Dimension[];
  /** From the lowest. */
  readonly levels: readonly Level[];
  /** In the order of the full path; the short path is those that are `isShort`. */
  readonly questions: readonly Question[];
  /** In the order of the file: the last thing two of them are told apart by. */
  readonly recommendations: readonly Recommendation[];
  readonly owners: Readonly<Record<string, PerLanguage<string>>>;
  /** Why each alert matters, in a few words that follow "to settle soon". */
  readonly alerts: Readonly<Record<string, PerLanguage<string>>>;
  readonly ordering: Ordering;
}
