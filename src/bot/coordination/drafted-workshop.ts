import type {
  DraftDate,
  DraftField,
  DraftWords,
  WorkshopDraft,
} from "../../model/workshop-draft.ts";
import type { TwoLanguages, Workshop } from "../../model/workshop.ts";
import { instantOf, wallTimeAt } from "../../workshops/wall-time.ts";
import { endOf, startOf } from "../../workshops/workshop-time.ts";

/** What a draft is about. */
export interface DraftedFrom {
  /** The workshop that changes. */
  readonly known: Workshop | undefined;
  /** IANA zone of a new one, until a territory says otherwise. */
  readonly timeZone: string;
}

/** A start that nobody said yet: never shown, never stored. */
const NO_START = "9999-01-01T00:00";

/** The workshop as it would be. */
export function draftedWorkshop(
  { words }: WorkshopDraft,
  { known, timeZone }: DraftedFrom,
): Workshop {
  return withWords(known ?? blank(timeZone), words);
}

/** Whether somebody said when it is. */
export function hasStart({ localStart }: Workshop): boolean {
  return localStart !== NO_START;
}

/** A workshop with what a draft says of it; what the draft says nothing of stays. */
export function withWords(workshop: Workshop, words: DraftWords): Workshop {
  // "title" and "themes" are never taken away: a draft that holds them holds a value.
  const { title, summary, englishTitle, englishSummary, ...plain } = words;
  const { localStart, timeZone, partners, accessibility, themes, territories, ...others } = plain;
  const french = summary ?? workshop.summary;
  return {
    ...workshop,
    ...others,
    // What is on line alone has no place any more.
    ...(words.mode === "online" && { place: undefined }),
    title: inBoth(workshop.title, title ?? workshop.title, englishTitle),
    ...(french && { summary: inBoth(workshop.summary, french, englishSummary) }),
    localStart: localStart ?? workshop.localStart,
    timeZone: timeZone ?? workshop.timeZone,
    partners: partners ?? workshop.partners,
    accessibility: accessibility ?? workshop.accessibility,
    themes: themes ?? workshop.themes,
    territories: territories ?? workshop.territories,
  };
}

/** The French as it is said last, with the English that is said, or was. */
function inBoth(
  before: TwoLanguages | undefined,
  said: TwoLanguages,
  english: string | undefined,
): TwoLanguages {
  const en = english ?? said.en ?? before?.en;
  return { fr: said.fr, ...(en !== undefined && { en }) };
}

function blank(timeZone: string): Workshop {
  return {
    id: "",
    number: 0,
    title: { fr: "" },
    themes: [],
    localStart: NO_START,
    timeZone,
    partners: [],
    territories: [],
    seats: "auto",
    registration: { by: "bot" },
    accessibility: [],
    language: "fr",
    publication: "draft",
    status: "scheduled",
    previousStarts: [],
    revision: 0,
    createdAt: "",
    updatedAt: "",
  };
}

/** What a copy of a workshop keeps of it: all but when. */
export function copiedWords(workshop: Workshop): DraftWords {
  const { title, timeZone, mode, place, joinUrl, joinSecret, price, capacity, partners } = workshop;
  const { summary, audience, bring, accessibility, themes, territories } = workshop;
  return {
    title,
    timeZone,
    partners,
    accessibility,
    themes,
    territories,
    ...(mode && { mode }),
    ...(place && { place }),
    ...(joinUrl !== undefined && { joinUrl }),
    ...(joinSecret !== undefined && { joinSecret }),
    ...(price && { price }),
    ...(capacity !== undefined && { capacity }),
    ...(summary && { summary }),
    ...(audience && { audience }),
    ...(bring && { bring }),
  };
}

/** A new start with the end said for it, else an end as long after it as before. */
export function movedTo(start: DraftDate, known: Workshop | undefined): DraftDate {
  const { localStart, localEnd } = start;
  if (localEnd !== undefined || known?.localEnd === undefined) return { localStart, localEnd };
  const { timeZone } = known;
  const length = endOf(known).getTime() - startOf(known).getTime();
  const end = new Date(instantOf(localStart, timeZone).getTime() + length);
  return { localStart, localEnd: wallTimeAt(end, timeZone) };
}

/** What nobody can do without. */
const required: ReadonlySet<DraftField> = new Set(["title", "when", "themes"]);

/** Whether a field may be left out. */
export function isOptional(field: DraftField): boolean {
  return !required.has(field);
}

/** The first thing that is still missing and cannot be left out. */
export function firstMissing(workshop: Workshop): DraftField | undefined {
  return allMissing(workshop)[0];
}

/** Everything that is still missing and cannot be left out, in the order it is asked. */
export function allMissing(workshop: Workshop): readonly DraftField[] {
  return [
    ...(workshop.title.fr === "" ? (["title"] as const) : []),
    ...(hasStart(workshop) ? [] : (["when"] as const)),
    ...(workshop.themes.length === 0 ? (["themes"] as const) : []),
  ];
}
