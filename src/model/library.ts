import type { Directory } from "./directory.ts";
import type { FiledWorkshop } from "./incoming-workshop.ts";
import type { Language, PerLanguage } from "./language.ts";
import type { Phrases } from "./phrases.ts";
import type { Questionnaire } from "./questionnaire.ts";

/** The id of an intent: its theme, a dot, its name (`crowdfunding.fees`). */
export type IntentId = string;

/** What the files call a sentence that no intent answers. */
export const outOfScope = "out-of-scope";

/** Elliptic wordings that mean an intent only after certain others ("et ça coûte combien ?"). */
export interface FollowUp {
  /** Ids of intents, or a whole theme as `crowdfunding.*`. */
  readonly after: readonly string[];
  readonly wordings: PerLanguage<readonly string[]>;
}

/** A sentence near an intent that belongs elsewhere: to `intent`, or to nobody (`out-of-scope`). */
export interface CounterExample {
  readonly language: Language;
  readonly text: string;
  readonly intent: IntentId;
}

/** One need a person may have, and how people say it. */
export interface Intent {
  readonly id: IntentId;
  readonly theme: string;
  readonly utterances: PerLanguage<readonly string[]>;
  readonly followUps: readonly FollowUp[];
  readonly counterExamples: readonly CounterExample[];
}

/** A page a fact comes from. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly read: string;
}

/** A page of knowledge: what the assistant answers for the intent of the same id. */
export interface Resource {
  readonly id: IntentId;
  readonly theme: string;
  /** The need as a short question, shown as a choice and as a next question. */
  readonly title: PerLanguage<string>;
  /** The answer in Markdown. */
  readonly text: PerLanguage<string>;
  readonly sources: readonly Source[];
  /** True when what it says is (also) good practice without a page to cite. */
  readonly isAdvice: boolean;
  /** The day its facts were last checked, `YYYY-MM-DD`. */
  readonly checked: string;
  /** The day from which it must be read again, `YYYY-MM-DD`. */
  readonly reviewBy: string;
  /** Intents that naturally come next, best first; 1 to 3. */
  readonly next: readonly IntentId[];
  /** The theme of the workshops that could help. */
  readonly workshopTheme: string | undefined;
}

/** A theme, as people read it and as they say it. */
export interface Theme {
  readonly id: string;
  readonly name: PerLanguage<string>;
  /** Words and expressions that name it in a question. */
  readonly words: PerLanguage<readonly string[]>;
}

/** What is understood at any moment, alone in a message. */
export const globalWords = [
  "help",
  "cancel",
  "wait",
  "back",
  "restart",
  "human",
  "privacy",
  "language",
  "french",
  "english",
  "my-data",
  "forget-me",
] as const;

export type GlobalWord = (typeof globalWords)[number];

/** Somebody, or a place, that people can be sent to. */
export interface Contact {
  readonly name: PerLanguage<string>;
  readonly what: PerLanguage<string>;
  readonly where: string;
}

/** All that the assistant knows, read and validated from `content/` and `intents/`. */
export interface Library {
  /** SHA-256 of the files it was read from: same hash, same library. */
  readonly hash: string;
  readonly intents: readonly Intent[];
  readonly outOfScope: PerLanguage<readonly string[]>;
  readonly resources: readonly Resource[];
  readonly phrases: PerLanguage<Phrases>;
  readonly globalWords: Readonly<Record<GlobalWord, PerLanguage<readonly string[]>>>;
  readonly themes: readonly Theme[];
  /** As the files say them: the programme is made from them and from what is stored. */
  readonly workshops: readonly FiledWorkshop[];
  readonly contacts: readonly Contact[];
  readonly questionnaire: Questionnaire;
  readonly directory: Directory;
}
