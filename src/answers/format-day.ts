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
  }).format(noonOf(day));
}

/** The month of a day in words: "mars 2022". */
export function formatMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(noonOf(day));
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
