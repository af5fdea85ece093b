import { sayDateSpan } from "../../workshops/say-date-reading.ts";
import type { Language } from "../../model/language.ts";
import type { WallTime } from "../../model/workshop.ts";
import { workshopSaying, type Knowledge } from "../knowledge.ts";
import type { WishWork } from "./wish-work.ts";

/** How what was done is said. */
export interface WorkSaying {
  readonly language: Language;
  readonly now: Date;
}

/** What was done with the programme, in words. */
export function tellWork(
  { phrase, values, workshops, moment, entries }: WishWork,
  knowledge: Knowledge,
  saying: WorkSaying,
): string {
  const tell = knowledge.tell(saying.language);
  const when = moment && sayMoment(moment, knowledge, saying);
  const text = tell(phrase, { ...values, ...(when !== undefined && { when }) });
  const isDone = entries.length > 0 || moment !== undefined;
  if (!isDone || workshops.length < 2) return text;
  const numbers = workshops.map(({ number }) => number).join(", ");
  return `${text}\n${tell("coordination-several", { count: workshops.length, numbers })}`;
}

/** A moment with its zone: "jeudi 26 novembre 2026 à 09:00 (heure de Paris)". */
export function sayMoment(
  { wall, timeZone }: { readonly wall: WallTime; readonly timeZone: string },
  knowledge: Knowledge,
  { language, now }: WorkSaying,
): string {
  return sayDateSpan(
    { localStart: wall },
    { ...workshopSaying(knowledge, language, now), timeZone },
  );
}
