import type { Language } from "../model/language.ts";

const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** A day in words, with its weekday when asked: "mardi 8 mars 2022". */
export function formatDay(day: string, language: Language, withWeekday = false): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...(withWeekday ? { weekday: "long" } : {}),
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return withFirst(format.format(noonOf(day)), language);
}

/** A day near in time, in words: "mardi 8 mars". */
export function formatShortDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return withFirst(format.format(noonOf(day)), language);
}

/** The month of a day in words: "mars 2022". */
export function formatMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(noonOf(day));
}

/** In French the first of a month alone is an ordinal: "1er mars". */
function withFirst(words: string, language: Language): string {
  return language === "fr" ? words.replace(/(?<=^|\s)1(?=\s)/u, "1er") : words;
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
