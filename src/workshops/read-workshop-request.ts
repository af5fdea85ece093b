import type { Theme } from "../model/library.ts";
import type { Workshop } from "../model/workshop.ts";
import { foldTitle } from "./fold-title.ts";
import { groupSessions } from "./group-sessions.ts";
import { monthNames, readNamedMonths, type NamedMonth } from "./named-months.ts";
import { dayOf } from "./wall-time.ts";

/** Which workshops a question is about, in the person's words. */
export interface WorkshopRequest {
  /** A list of months when it names them. */
  readonly period: "this-week" | "next-week" | "this-month" | "coming" | readonly NamedMonth[];
  readonly theme: string | undefined;
  /** The one workshop whose title or day the question names. */
  readonly named: Workshop | undefined;
}

/** What a question may name. */
export interface Nameable {
  readonly themes: readonly Theme[];
  /** Still to come, by start. */
  readonly coming: readonly Workshop[];
  /** The past ones too. */
  readonly published: readonly Workshop[];
}

/** Reads the period, the theme and the workshop a question names. */
export function readWorkshopRequest(question: string, nameable: Nameable): WorkshopRequest {
  const words = foldTitle(question);
  return {
    period: periodOf(words),
    theme: themeOf(words, nameable.themes),
    named: namedWorkshop(words, nameable),
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

/** The theme that words are about, if they say one. @param asked as `foldTitle` gives it */
export function themeOf(asked: string, themes: readonly Theme[]): string | undefined {
  const said = themes
    .flatMap(({ id, words }) =>
      [...words.fr, ...words.en].map((word) => ({ id, word: foldTitle(word) })),
    )
    .filter(({ word }) => ` ${asked} `.includes(` ${word} `));
  // The longest expression says most: "logiciels libres" rather than "libre".
  return said.toSorted((a, b) => b.word.length - a.word.length)[0]?.id;
}

/** By its day, or one it was moved from; else by its title. Sessions at choice are one. */
function namedWorkshop(words: string, { coming, published }: Nameable): Workshop | undefined {
  const isOnDay = ({ localStart }: Workshop) => namesDay(words, dayOf(localStart));
  const wasOnDay = ({ previousStarts }: Workshop) =>
    previousStarts.some((start) => namesDay(words, dayOf(start)));
  return (
    onlyOne(coming.filter((workshop) => isOnDay(workshop))) ??
    onlyOne(coming.filter((workshop) => wasOnDay(workshop))) ??
    onlyOne(published.filter((workshop) => isOnDay(workshop))) ??
    onlyTitle(coming.filter((workshop) => namesTitle(words, workshop))) ??
    onlyTitle(published.filter((workshop) => namesTitle(words, workshop)))
  );
}

function onlyOne(workshops: readonly Workshop[]): Workshop | undefined {
  const [first, ...others] = groupSessions(workshops);
  return others.length === 0 ? first?.[0] : undefined;
}

/** The next of a title that comes back each week. */
function onlyTitle(workshops: readonly Workshop[]): Workshop | undefined {
  const titles = new Set(workshops.map(({ title }) => foldTitle(title.fr)));
  return titles.size === 1 ? workshops[0] : undefined;
}

function namesTitle(words: string, { title }: Workshop): boolean {
  const names = [title.fr, title.en ?? ""].map((name) => foldTitle(name));
  return names.some((name) => name !== "" && words.includes(name));
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
