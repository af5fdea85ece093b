import type { Intended } from "../announcements/foresee.ts";
import { formatDay, formatMonth } from "../answers/format-day.ts";
import { tellIn } from "../answers/tell-in.ts";
import type { AnyDocumentType } from "../model/document-type.ts";
import type { Language } from "../model/language.ts";
import type { IntentId, Library, Resource } from "../model/library.ts";
import type { Tell } from "../model/phrases.ts";
import { kindsOf, type StoredDocuments } from "../model/stored-documents.ts";
import type { Understand } from "../model/understanding.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Reach } from "./coordination/reach.ts";
import { fileProgramme } from "../workshops/file-programme.ts";
import type { WorkshopTelling } from "../workshops/tell-workshops.ts";
import { localDay } from "../workshops/workshop-time.ts";

/** What an operator sets of a conversation. */
export interface TalkSettings {
  /** Language of the first answer, until the person's own is clear. */
  readonly language: Language;
  /** IANA zone in which days are counted. */
  readonly timeZone: string;
  readonly maxCharacters: number;
  /** Territories where somebody else looks at a workshop before it is published; codes as in `Workshop`. */
  readonly reviewedTerritories?: readonly string[] | undefined;
  /** Keys of people (see `personKey`) who are told of what nobody in chat wrote, and of what waits for review. */
  readonly toldPeople?: readonly string[] | undefined;
}

/** All that a turn is decided from, beside the conversation and the message. */
export interface Knowledge {
  readonly library: Library;
  readonly understand: Understand;
  readonly documents: StoredDocuments;
  /** Every kind of document that is stored, those of the platforms too: what is told, purged and erased. */
  readonly kinds: readonly AnyDocumentType[];
  readonly settings: TalkSettings;
  /** Every workshop, by start; drafts and past ones too. */
  readonly programme: (now: Date) => readonly Workshop[];
  readonly resource: (id: IntentId) => Resource | undefined;
  readonly tell: (language: Language) => Tell;
  /** Who would be told what a coordinator is about to do, by the plan that tells it; without it, nobody is known of. */
  readonly reach?: ((intended: Intended) => Reach) | undefined;
}

/** Puts a library within reach: pages by id, phrases by language; the programme is that of its files alone. */
export function createKnowledge(parts: {
  readonly library: Library;
  readonly understand: Understand;
  readonly documents: StoredDocuments;
  /** What platforms store beside. */
  readonly alsoStored?: readonly AnyDocumentType[];
  readonly settings: TalkSettings;
}): Knowledge {
  const resources = new Map(parts.library.resources.map((resource) => [resource.id, resource]));
  const tells = { fr: tellIn(parts.library.phrases.fr), en: tellIn(parts.library.phrases.en) };
  let ofFiles: readonly Workshop[] | undefined;
  return {
    ...parts,
    // The files hold whole series: what they say does not depend on the day.
    programme: (now) => (ofFiles ??= fileProgramme(parts.library.workshops, now)),
    kinds: [...kindsOf(parts.documents), ...(parts.alsoStored ?? [])],
    resource: (id) => resources.get(id),
    tell: (language) => tells[language],
  };
}

/** What the workshops feature needs to speak of the programme in one language. */
export function workshopSaying(
  { library, settings, tell, programme }: Knowledge,
  language: Language,
  now: Date,
): Omit<WorkshopTelling, "question"> {
  return {
    workshops: programme(now),
    themes: library.themes,
    timeZone: settings.timeZone,
    now,
    language,
    tell: tell(language),
    sayDay: (day) => formatDay(day, language, true),
    sayMonth: (day) => formatMonth(day, language),
  };
}

/** Today's day where the association lives, `YYYY-MM-DD`. */
export function today({ settings }: Knowledge, now: Date): string {
  return localDay(now, settings.timeZone);
}
