import { foldText } from "./fold-text.ts";

/** What is asked of one workshop, by its number. */
export type WorkshopAct =
  | "edit"
  | "move"
  | "postpone"
  | "cancel"
  | "duplicate"
  | "publish"
  | "delete"
  | "approve"
  | "refuse"
  | "unschedule"
  | "restore";

/** What is asked of what a room or a person is told. */
export type SubscriptionAct =
  "subscribe" | "unsubscribe" | "subscriptions" | "fewer" | "silence" | "speak" | "quiet";

/** What is asked of the programme as a whole. */
export type ProgrammeAct =
  | "new"
  | "mine"
  | "import"
  | "programme"
  | "schedule"
  | "failures"
  | "retry"
  | "proof"
  | "statistics"
  | "check-up-figures"
  | "request-figures"
  | "undo"
  | "resume";

/** What a coordinator can ask in words. */
export type CoordinationAct = WorkshopAct | SubscriptionAct | ProgrammeAct;

/** How an act is asked for: its wordings, each the words it takes, and what follows them. */
export interface ActWords {
  readonly act: CoordinationAct;
  readonly wordings: readonly (readonly string[])[];
  /** A workshop, an announcement by its number, words alone; or the wording is the whole message. */
  readonly names: "workshop" | "announcement" | "words" | "nothing";
}

/**
 * What follows "envoyer" or "publier", folded: "jeudi 9h"; empty for now; undefined when the words are not
 * about sending.
 */
export function readSending(text: string): string | undefined {
  const match =
    /^(?:envoyer|envoie|envoyez|publier|publie|publiez|send(?: it)?|publish(?: it)?)\b(?<when>.*)$/u.exec(
      foldText(text).trim(),
    );
  const when = match?.groups?.["when"]?.replaceAll(/^[\s:,]+|[\s.!]+$/gu, "");
  return when !== undefined && nowWords.has(when) ? "" : when;
}

const nowWords = new Set(["maintenant", "tout de suite", "now", "right now", "it", "it now"]);
