import { cleanForPublication, type Cleaned } from "../../curation/clean-for-publication.ts";
import { newIntentId } from "../../curation/draft-intent.ts";
import { monthsValid } from "../../curation/needs-source.ts";
import { monthsAfter } from "../../curation/plain-day.ts";
import { bareWords } from "../../model/bare-words.ts";
import type { ContentDraft, DraftField } from "../../model/content-draft.ts";
import type { RequestMessage } from "../../model/request-message.ts";
import type { Request } from "../../model/request.ts";
import { maskPersonalData } from "../../privacy/mask-personal-data.ts";
import {
  readDay,
  readIntentNamed,
  readSources,
  readThemeNamed,
} from "../../understanding/curation/read-draft-field.ts";
import { today, type Knowledge } from "../knowledge.ts";

/** Letters of a title: it is shown on a button. */
const TITLE_LETTERS = 80;

/** A request's draft with everything that can be known beforehand, nothing personal in it. */
export function prefilled(
  draft: ContentDraft,
  { request, said }: { readonly request: Request; readonly said: readonly RequestMessage[] },
  knowledge: Knowledge,
  now: Date,
): ContentDraft {
  const clean = cleaner(request, knowledge, draft.language);
  const asked = clean(said.find(({ direction }) => direction === "in")?.text ?? "");
  const answers = said
    .filter(
      ({ direction, author, state }) =>
        direction === "out" && author === "adviser" && state !== "deleted",
    )
    .map(({ text }) => text);
  const answer = clean(answers.join("\n\n"));
  const title = shortened(asked.text.replaceAll(/\s+/gu, " ").trim());
  const theme = request.theme ?? themeOf(request.intent) ?? knowledge.library.themes[0]?.id ?? "";
  return {
    ...draft,
    theme,
    title,
    text: answer.text,
    intent: newIntentId(theme, title, knowledge.library),
    // The title is their question in general terms; their own words come with their agreement.
    utterances: [title].filter((wording) => wording !== ""),
    validUntil: monthsAfter(today(knowledge, now), monthsValid(answer.text)),
    removed: wordsRemoved(asked, answer),
  };
}

/** A draft with one line of its form as it was typed; undefined when that cannot be read. */
export function withField(
  draft: ContentDraft,
  field: DraftField,
  typed: string,
  { knowledge, now }: { readonly knowledge: Knowledge; readonly now: Date },
): ContentDraft | undefined {
  const { library } = knowledge;
  const day = today(knowledge, now);
  const { text, removed } = cleaner(undefined, knowledge, draft.language)(typed.trim());
  const after = {
    ...draft,
    removed: [...draft.removed, ...removed.map(({ words }) => words).filter(Boolean)],
  };
  switch (field) {
    case "title": {
      const title = text.replaceAll(/\s+/gu, " ");
      const intent = draft.isNew ? newIntentId(draft.theme, title, library) : draft.intent;
      const others = draft.utterances.filter((wording) => wording !== draft.title);
      const utterances = title === "" ? others : [title, ...others];
      return { ...after, title, intent, utterances };
    }
    case "text":
      return { ...after, text, validUntil: monthsAfter(day, monthsValid(text)) };
    case "theme": {
      const theme = readThemeNamed(typed, library.themes)?.id;
      if (theme === undefined) return undefined;
      const intent = draft.isNew ? newIntentId(theme, draft.title, library) : draft.intent;
      return { ...draft, theme, intent };
    }
    case "intent": {
      const named = readIntentNamed(typed, library);
      if (named === undefined) return undefined;
      if (named !== "new") {
        return { ...draft, isNew: false, intent: named, theme: themeOf(named) ?? draft.theme };
      }
      return { ...draft, isNew: true, intent: newIntentId(draft.theme, draft.title, library) };
    }
    case "wordings": {
      const wordings = text.split("\n").map((line) => line.replace(/^[-*•]\s+/u, "").trim());
      const all = [draft.title, ...wordings].filter((wording) => wording !== "");
      return {
        ...after,
        utterances: [...new Map(all.map((one) => [bareWords(one), one])).values()],
      };
    }
    case "sources": {
      const sources = readSources(typed, day);
      return sources && { ...draft, sources };
    }
    case "valid-until": {
      const validUntil = readDay(typed);
      return validUntil === undefined ? undefined : { ...draft, validUntil };
    }
    case "other-language": {
      const [first = "", ...rest] = text.split("\n");
      const otherText = rest.join("\n").trim();
      return otherText === ""
        ? undefined
        : { ...after, otherTitle: shortened(first.trim()), otherText };
    }
    case "correction":
      return { ...draft, why: typed.trim(), state: "being-written" };
  }
}

function cleaner(
  request: Request | undefined,
  knowledge: Knowledge,
  language: ContentDraft["language"],
): (text: string) => Cleaned {
  const tell = knowledge.tell(language);
  const instead = {
    contact: tell("hc-instead-contact"),
    name: tell("hc-instead-name"),
    place: tell("hc-instead-place"),
    amount: tell("hc-instead-amount"),
    association: tell("hc-instead-association"),
  };
  const names = request?.knownAs === undefined ? [] : [request.knownAs];
  const { places: near } = knowledge.library.directory;
  const places = near.map(({ town }) => town);
  return (text) => cleanForPublication(text, { names, places, mask: maskPersonalData, instead });
}

function wordsRemoved(...cleaned: readonly Cleaned[]): readonly string[] {
  const words = cleaned.flatMap(({ removed }) => removed.map((one) => one.words));
  return [...new Set(words.filter((word) => word !== ""))];
}

function themeOf(intent: string | undefined): string | undefined {
  return intent?.includes(".") === true ? intent.slice(0, intent.indexOf(".")) : undefined;
}

function shortened(text: string): string {
  if (text.length <= TITLE_LETTERS) return text;
  const cut = text.slice(0, TITLE_LETTERS - 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 40 ? end : undefined)}…`;
}
