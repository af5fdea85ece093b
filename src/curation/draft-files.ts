import type { FileChange } from "../model/content-change.ts";
import type { ContentDraft } from "../model/content-draft.ts";
import type { Language } from "../model/language.ts";
import { outOfScope, type IntentId, type Library } from "../model/library.ts";
import { insertSentences } from "./insert-sentences.ts";

/** What the files of a new page are made with. */
export interface DraftFilesView {
  readonly status: "draft" | "published";
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly library: Pick<Library, "resources">;
  /** Said above an answer that is not translated yet, in the language it is missing in. */
  readonly untranslated: (language: Language) => string;
}

/** Where the page of an intent is, and its wordings. */
export function filesOf(intent: IntentId): { readonly page: string; readonly wordings: string } {
  const path = intent.replace(".", "/");
  return { page: `content/resources/${path}.md`, wordings: `intents/${path}.yaml` };
}

/** The two files of a new page: the page, and how people ask for it. */
export function draftFiles(
  draft: ContentDraft,
  view: DraftFilesView,
): readonly { readonly path: string; readonly text: string }[] {
  const { page, wordings } = filesOf(draft.intent);
  return [
    { path: page, text: pageOf(draft, view) },
    { path: wordings, text: wordingsOf(draft) },
  ];
}

/** The answers of a page as they are written, in the language of the draft and in the other. */
export function answersOf(
  { language, text, otherText }: ContentDraft,
  untranslated: (language: Language) => string,
): { readonly own: string; readonly other: string } {
  const own = inSteps(text);
  const notice = untranslated(language === "fr" ? "en" : "fr");
  return { own, other: otherText === undefined ? `${notice}\n\n${own}` : inSteps(otherText) };
}

/** A page that was a draft, published. */
export function publishedPage(page: string): string {
  return page.replace(/^status: draft$/mu, "status: published");
}

/** Adds wordings to the intents that exist, or sentences to what is out of scope. @param file as it is now */
export function wordingsAdded(
  file: { readonly path: string; readonly text: string },
  intent: IntentId,
  wordings: readonly string[],
  language: Language,
): FileChange | undefined {
  // Near: they were asked here, by people of associations.
  const list = intent === outOfScope ? ["near"] : [];
  const after = insertSentences(file.text, ["utterances", language, ...list], wordings);
  return after === undefined ? undefined : { path: file.path, before: file.text, after };
}

function pageOf(draft: ContentDraft, { status, today, library, untranslated }: DraftFilesView) {
  const { language, title, otherTitle = title, sources, signedBy } = draft;
  const isFrench = language === "fr";
  const { own, other } = answersOf(draft, untranslated);
  const [fr, en] = isFrench ? [own, other] : [other, own];
  const [titleFr, titleEn] = isFrench ? [title, otherTitle] : [otherTitle, title];
  const lines = [
    "---",
    `id: ${draft.intent}`,
    `theme: ${draft.theme}`,
    `status: ${status}`,
    "title:",
    `  fr: ${JSON.stringify(titleFr)}`,
    `  en: ${JSON.stringify(titleEn)}`,
    "audience: [everyone]",
    `checked: ${today}`,
    `review-by: ${draft.validUntil}`,
    `next: [${nextPages(draft, library).join(", ")}]`,
    `advice: ${draft.isAdvice || sources.length === 0}`,
    ...(signedBy === undefined ? [] : [`author: ${JSON.stringify(signedBy)}`]),
    ...(sources.length === 0 ? ["sources: []"] : ["sources:"]),
    ...sources.flatMap((source) => [
      `  - title: ${JSON.stringify(source.title)}`,
      `    url: ${JSON.stringify(source.url)}`,
      `    read: ${source.read}`,
    ]),
    "---",
  ];
  return `${lines.join("\n")}\n\n# Français\n\n${fr}\n\n# English\n\n${en}\n`;
}

function wordingsOf({ intent, language, utterances }: ContentDraft): string {
  const list = (own: Language) =>
    own === language && utterances.length > 0
      ? [`  ${own}:`, ...utterances.map((text) => `    - ${JSON.stringify(text)}`)]
      : [`  ${own}: []`];
  return [`id: ${intent}`, "young: true", "utterances:", ...list("fr"), ...list("en"), ""].join(
    "\n",
  );
}

/** An answer says what to do first: one that has no step is cut into a beginning and steps, a sentence each. */
export function inSteps(text: string): string {
  // A heading would begin another part of the page.
  const plain = text.trim().replaceAll(/^#+\s*/gmu, "");
  if (/^1\. /mu.test(plain)) return plain;
  const sentences = plain
    .split(/\n+|(?<=[.!?…])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.replace(/^[-*•]\s+/u, "").trim())
    .filter((sentence) => sentence !== "");
  const [first = "", ...steps] = sentences;
  if (steps.length === 0) return `1. ${first}`;
  return `${first}\n\n${steps.map((step, at) => `${at + 1}. ${step}`).join("\n")}`;
}

/** Up to three pages to read next: of the same theme, else how to find help. */
function nextPages(
  { theme, intent }: ContentDraft,
  { resources }: Pick<Library, "resources">,
): readonly IntentId[] {
  const others = resources.filter(({ id }) => id !== intent);
  const near = others.filter((page) => page.theme === theme);
  const next = near.length > 0 ? near : others.filter((page) => page.theme !== "bot");
  return next.slice(0, 3).map(({ id }) => id);
}
