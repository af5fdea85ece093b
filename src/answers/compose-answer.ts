import type { Language } from "../model/language.ts";
import type { Resource } from "../model/library.ts";
import type { Tell } from "../model/phrases.ts";
import { formatDay } from "./format-day.ts";

/** What an answer is made of. */
export interface AnswerParts {
  readonly resource: Resource;
  readonly language: Language;
  /** Today's local day, `YYYY-MM-DD`: a page past its review day says so. */
  readonly today: string;
  readonly tell: Tell;
}

/** The text of an answer: what the page says, and where it comes from. Markdown. */
export function composeAnswer({ resource, language, today, tell }: AnswerParts): string {
  const paragraphs = [resource.text[language]];
  if (resource.reviewBy <= today) {
    paragraphs.push(tell("review-due", { date: formatDay(resource.reviewBy, language) }));
  }
  paragraphs.push(...originOf(resource, language, tell));
  return paragraphs.join("\n\n");
}

function originOf(resource: Resource, language: Language, tell: Tell): string[] {
  const { sources, isAdvice, checked } = resource;
  if (sources.length === 0 && !isAdvice) return [];
  const date = tell("checked", { date: formatDay(checked, language) });
  const kind = isAdvice ? `${tell("advice")} ${date}` : date;
  if (sources.length === 0) return [`*${kind}*`];
  const list = sources.map(({ title, url }) => `- [${title}](${url})`).join("\n");
  return [`*${kind}* ${tell("sources")}\n${list}`];
}
