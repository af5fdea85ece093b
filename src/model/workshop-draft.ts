import type { WorkshopRepeat } from "./incoming-workshop.ts";
import type { Workshop, WallTime } from "./workshop.ts";

/** What is asked about a workshop, in the order its preview is read. */
export const askedFields = [
  "title",
  "when",
  "where",
  "link",
  "price",
  "capacity",
  "partners",
  "summary",
  "audience",
  "bring",
  "accessibility",
  "themes",
  "territories",
] as const;

/** What can be said of it: beside what is asked, what few write. */
export const draftFields = [...askedFields, "english-title", "english-summary"] as const;

export type DraftField = (typeof draftFields)[number];

/** How much of a series a change is about: one occurrence, it and those after it, or all to come. */
export const draftScopes = ["this", "following", "all"] as const;

export type DraftScope = (typeof draftScopes)[number];

/** What a draft ends in. */
export const draftActs = ["new", "edit", "move", "postpone", "cancel"] as const;

export type DraftAct = (typeof draftActs)[number];

/**
 * What is waited for: a field, why it is done, how much of a series is meant, which field to correct, or
 * whether the preview is right.
 */
export const draftSteps = [...draftFields, "reason", "scope", "choose-field", "preview"] as const;

export type DraftStep = (typeof draftSteps)[number];

/** What a coordinator said of a workshop so far. */
export type DraftWords = {
  readonly [
    F in
      | "title"
      | "localStart"
      | "localEnd"
      | "timeZone"
      | "mode"
      | "place"
      | "joinUrl"
      | "joinSecret"
      | "price"
      | "capacity"
      | "partners"
      | "summary"
      | "audience"
      | "bring"
      | "accessibility"
      | "themes"
      | "territories"
  ]?: Workshop[F] | undefined;
} & {
  /** Beside the French title and summary, which may stay as they are. */
  readonly englishTitle?: string | undefined;
  readonly englishSummary?: string | undefined;
};

/** A workshop, or a change of one, that a coordinator is writing. */
export interface WorkshopDraft {
  readonly act: DraftAct;
  /** Id of the workshop that changes; absent for a new one. */
  readonly workshop?: string | undefined;
  readonly words: DraftWords;
  readonly reason?: string | undefined;
  /** Asked of an occurrence of a series before its preview. */
  readonly scope?: DraftScope | undefined;
  /** How a new workshop repeats; its `localStart` is the first of the series. */
  readonly repeats?: WorkshopRepeat | undefined;
  /** When it is to be published, on its own clock, if somebody said when. */
  readonly sendAt?: WallTime | undefined;
  readonly step: DraftStep;
  /** A day without its hour, or an hour without its day, as it was written. */
  readonly begun?: string | undefined;
  /** What an ambiguous date can mean: the person chooses. */
  readonly dates?: readonly DraftDate[] | undefined;
  /** True when one field is corrected: the preview comes next. */
  readonly isCorrection?: boolean | undefined;
}

/** One meaning of a date. */
export interface DraftDate {
  readonly localStart: WallTime;
  readonly localEnd?: WallTime | undefined;
}
