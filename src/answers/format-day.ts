import type { Language } from "../model/language.ts";

const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** A day in words, with its weekday when asked: "mardi 8 mars 2022". */
export function formatDay(day: string, language: Language, withWeekday = false): string {
  return new Intl.DateTimeFormat(locales[language], {
    ...(withWeekday ? { weekday: "long" } : {}),
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T12:00:00Z`));
}
