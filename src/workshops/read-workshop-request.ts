import type { Language } from "../model/language.ts";
import type { Theme } from "../model/library.ts";
import type { Workshop } from "../model/workshop.ts";

/** Which workshops a question is about, in the person's words. */
export interface WorkshopRequest {
  readonly period: "this-week" | "next-week" | "this-month" | "coming";
  readonly theme: string | undefined;
  /** The one workshop whose title or day the question names. */
  readonly named: Workshop | undefined;
}

/** Names of days and months, so that "le 8 mars" or "March 8th" finds its workshop. */
const months: Readonly<Record<Language, readonly string[]>> = {
  fr: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
    " ",
  ),
  en: "january february march april may june july august september october november december".split(
    " ",
  ),
};

/**
 * Reads the period, the theme and the workshop a question names.
 * @param folded the question in lower case without accents, words parted by one space
 */
export function readWorkshopRequest(
  folded: string,
  themes: readonly Theme[],
  workshops: readonly Workshop[],
): WorkshopRequest {
  return {
    period: periodOf(folded),
    theme: themeOf(folded, themes),
    named: namedWorkshop(folded, workshops),
  };
}

function periodOf(folded: string): WorkshopRequest["period"] {
  if (/semaine prochaine|semaine qui vient|next week/.test(folded)) return "next-week";
  if (/semaine|this week|week s programme/.test(folded)) return "this-week";
  if (/ce mois|this month|du mois(?! (?:prochain|de|d|qui)\b)/.test(folded)) return "this-month";
  return "coming";
}

function themeOf(folded: string, themes: readonly Theme[]): string | undefined {
  const said = themes
    .flatMap(({ id, words }) =>
      [...words.fr, ...words.en].map((word) => ({ id, word: bare(word) })),
    )
    .filter(({ word }) => ` ${folded} `.includes(` ${word} `));
  // The longest expression says most: "logiciels libres" rather than "libre".
  return said.toSorted((a, b) => b.word.length - a.word.length)[0]?.id;
}

function namedWorkshop(folded: string, workshops: readonly Workshop[]): Workshop | undefined {
  const onDay = workshops.filter((workshop) => namesDay(folded, workshop.day));
  if (onDay.length === 1) return onDay[0];
  const named = workshops.filter(({ title }) => folded.includes(bare(title)));
  return named.length === 1 ? named[0] : undefined;
}

function namesDay(folded: string, day: string): boolean {
  const [, month = "", date = ""] = day.split("-").map(Number);
  const names = [months.fr[Number(month) - 1], months.en[Number(month) - 1]];
  return names.some(
    (name) =>
      name !== undefined &&
      (new RegExp(`\\b${date}(?:er|st|nd|rd|th)? (?:of )?${name}\\b`).test(folded) ||
        new RegExp(`\\b${name} ${date}(?:st|nd|rd|th)?\\b`).test(folded)),
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
