import type { Theme } from "../model/library.ts";
import type { Workshop } from "../model/workshop.ts";
import { monthNames, readNamedMonths, type NamedMonth } from "./named-months.ts";

/** Which workshops a question is about, in the person's words. */
export interface WorkshopRequest {
  /** A list of months when it names them. */
  readonly period: "this-week" | "next-week" | "this-month" | "coming" | readonly NamedMonth[];
  readonly theme: string | undefined;
  /** The one workshop whose title or day the question names. */
  readonly named: Workshop | undefined;
}

/** Reads the period, the theme and the workshop a question names. */
export function readWorkshopRequest(
  question: string,
  themes: readonly Theme[],
  workshops: readonly Workshop[],
): WorkshopRequest {
  const words = bare(question);
  return {
    period: periodOf(words),
    theme: themeOf(words, themes),
    named: namedWorkshop(words, workshops),
  };
}

function periodOf(words: string): WorkshopRequest["period"] {
  if (/semaine prochaine|semaine qui vient|next week/.test(words)) return "next-week";
  if (/cette semaine|this week|week s programme/.test(words)) return "this-week";
  if (/ce mois(?! de?\b)|this month/.test(words)) return "this-month";
  const months = readNamedMonths(words);
  if (months.length > 0) return months;
  if (/semaine/.test(words)) return "this-week";
  return /du mois(?! (?:prochain|de|d|qui)\b)/.test(words) ? "this-month" : "coming";
}

function themeOf(asked: string, themes: readonly Theme[]): string | undefined {
  const said = themes
    .flatMap(({ id, words }) =>
      [...words.fr, ...words.en].map((word) => ({ id, word: bare(word) })),
    )
    .filter(({ word }) => ` ${asked} `.includes(` ${word} `));
  // The longest expression says most: "logiciels libres" rather than "libre".
  return said.toSorted((a, b) => b.word.length - a.word.length)[0]?.id;
}

function namedWorkshop(words: string, workshops: readonly Workshop[]): Workshop | undefined {
  const onDay = workshops.filter((workshop) => namesDay(words, workshop.day));
  if (onDay.length === 1) return onDay[0];
  const named = workshops.filter(({ title }) => words.includes(bare(title)));
  return named.length === 1 ? named[0] : undefined;
}

function namesDay(words: string, day: string): boolean {
  const [, month = "", date = ""] = day.split("-").map(Number);
  const names = [monthNames.fr[Number(month) - 1], monthNames.en[Number(month) - 1]];
  return names.some(
    (name) =>
      name !== undefined &&
      (new RegExp(`\\b${date}(?:er|st|nd|rd|th)? (?:of )?${name}\\b`).test(words) ||
        new RegExp(`\\b${name} ${date}(?:st|nd|rd|th)?\\b`).test(words)),
  );
}

function bare(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
