import type { ReminderTime } from "../model/reminder-wish.ts";

/**
 * When somebody asks to be reminded of workshops: none for never, "unclear" for a time there are no
 * reminders at; undefined when they ask for no reminder ("rappelez-moi demain" asks for a call).
 * @param said as `signUpWords` gives it
 */
export function readReminderTimes(said: string): readonly ReminderTime[] | "unclear" | undefined {
  if (never.test(said)) return [];
  if (!asksReminder.test(said) || callsBack.test(said)) return undefined;
  const times = named.filter(([, pattern]) => pattern.test(said)).map(([time]) => time);
  const isBefore = before.test(said);
  // "The day before" says it all; an hour, or three days, must be before something.
  if (times.length > 0 && (isBefore || times.includes("day-before"))) return times;
  return isBefore && amount.test(said) ? "unclear" : undefined;
}

const asksReminder =
  /\brap+el+(?:e|es|ez|er)? (?:le |la |les )?(?:moi|nous)\b|\b(?:me|nous) rap+el+er?\b|\brappels?\b|\bremind (?:me|us)\b|\breminders?\b/u;

const callsBack = /\b(?:dans|in) (?:une?|an?|\d+) ?(?:h|heures?|hours?|min|minutes?)\b/u;

const never =
  /\b(?:rap+el+(?:e|ez|er) (?:moi|nous)|remind (?:me|us)) (?:jamais|never)\b|\bjamais (?:de )?rappels?\b|\brappels? jamais\b|\b(?:aucun|pas de|pas besoin de|plus de|plus aucun|sans|stop|stop aux|arrete[rz]? les) rappels?\b|\bne (?:me|nous) rap+el+(?:e|ez) (?:pas|plus|rien|jamais)\b|\b(?:don ?t|do not|never|stop) remind(?:ing)? (?:me|us)\b|\b(?:no|stop|without|never any)(?: more)? reminders?\b/u;

const named: readonly (readonly [ReminderTime, RegExp])[] = [
  ["three-days-before", /\b(?:3|trois|three) ?(?:j|jrs?|jours?|days?)\b|\bj 3\b/u],
  [
    "day-before",
    /\bveille\b|\bjour (?:d )?avant\b|\bday before\b|\b24 ?(?:h|heures?|hours?)\b|\b(?:1|un|one|a) (?:jour|day)\b|\b1j\b|\bj 1\b/u,
  ],
  ["hour-before", /\b(?:1|une?|one|an) ?(?:h|heure|hour)\b/u],
];

const before = /\b(?:avant|before|ahead|prior|auparavant|d avance|in advance|j [13])\b/u;

const amount =
  /\b(?:\d+|une?|deux|trois|quatre|an?|one|two|three) ?(?:j|jours?|h|heures?|min|minutes?|semaines?|mois|days?|hours?|weeks?|months?)\b/u;
