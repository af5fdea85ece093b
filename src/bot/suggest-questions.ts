import type { Language } from "../model/language.ts";
import type { Resource } from "../model/library.ts";
import { foldText } from "../understanding/fold-text.ts";
import type { Knowledge } from "./knowledge.ts";

/** How many questions are proposed at most. */
const MOST = 25;
/** Below this confidence, 0..1, a page is no better a proposal than any other. */
const LIKELY = 0.02;

/**
 * Questions for what somebody is typing, best first: those the words are understood as, then titles that
 * begin with them, then titles that hold the beginnings of each. For no words, the first ones there are.
 * From memory alone.
 */
export function suggestQuestions(
  words: string,
  language: Language,
  knowledge: Knowledge,
): readonly string[] {
  const typed = foldText(words).trim();
  const pages = knowledge.library.resources.filter(({ id }) => !id.startsWith("bot."));
  const title = (page: Resource): string => page.title[language];
  if (typed === "") return pages.slice(0, MOST).map(title);
  const folded = pages.map((page) => ({ page, text: foldText(title(page)) }));
  const starting = folded.filter(({ text }) => text.startsWith(typed));
  const holding = folded.filter(({ text }) => holdsAll(text, typed));
  const understood = understoodPages(words, language, knowledge);
  const found = [...starting, ...holding].map(({ page }) => page);
  return [...new Set([...understood, ...found].map(title))].slice(0, MOST);
}

/** Each word is the beginning of one of the title's. */
function holdsAll(title: string, typed: string): boolean {
  const parts = title.split(/[^\p{L}\p{N}]+/u);
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

function understoodPages(words: string, language: Language, knowledge: Knowledge): Resource[] {
  // A word or two mean little yet.
  if (words.trim().length < 4) return [];
  const { questions } = knowledge.understand(words, { language, previousIntent: undefined });
  return questions
    .flatMap(({ candidates }) => candidates)
    .filter(({ confidence, intent }) => confidence >= LIKELY && !intent.startsWith("bot."))
    .flatMap(({ intent }) => knowledge.resource(intent) ?? []);
}
