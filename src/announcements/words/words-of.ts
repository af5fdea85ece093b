import type { Tell } from "../../model/phrases.ts";
import type { Language } from "../../model/language.ts";
import type { Subscription } from "../../model/subscription.ts";
import type { Workshop } from "../../model/workshop.ts";
import { groupSessions } from "../../workshops/group-sessions.ts";
import { hideOwnSecret, hideSecret, isTelling } from "../../workshops/hide-secret.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { audienceOf, indexAudience } from "../audience.ts";
import type { PlannedRow } from "../planned-row.ts";
import { paragraphs, type Announcing, type Words } from "./announcing.ts";
import { cancellationWords, changeWords } from "./change-words.ts";
import { digestWords } from "./digest-words.ts";
import { newWords } from "./new-words.ts";
import { reminderWords } from "./reminder-words.ts";
import { satisfactionWords } from "./satisfaction-words.ts";

/** How a language says things. */
export interface LanguageSaying {
  readonly tell: Tell;
  readonly sayDay: Announcing["sayDay"];
  readonly sayShortDay: Announcing["sayShortDay"];
}

/** What words are made of at the moment of sending. */
export interface WordsContent {
  readonly now: Date;
  /** The whole programme, by start. */
  readonly workshops: readonly Workshop[];
  readonly find: (id: string) => Workshop | undefined;
  readonly isNew: (workshop: Workshop) => boolean;
  /** What a recipient of a digest subscribed to; undefined when they no longer do. */
  readonly subscription: (target: string) => Subscription | undefined;
  readonly sayingIn: (language: Language) => LanguageSaying;
}

/** A message in words, and the workshops it tells of. */
export interface ToldWords extends Words {
  readonly workshops: readonly Workshop[];
}

/**
 * The words of a planned message, from the programme as it is now. What comes late says so; what only
 * registered people may know is in nobody else's.
 * @returns undefined when there is nothing to tell
 */
export function wordsOf(row: PlannedRow, content: WordsContent): ToldWords | undefined {
  const isSeveral = row.kind === "several";
  const words = isSeveral ? severalWords(row, content) : openWords(row, content);
  if (!words) return undefined;
  const { tell } = announcingTo(row, content);
  const late = isSeveral ? "announce-late-several" : "announce-late";
  return { ...words, text: row.isLate ? paragraphs(tell(late), words.text) : words.text };
}

/** How a recipient is spoken to. */
export function announcingTo(
  { recipient, isRegistered }: Pick<PlannedRow, "recipient" | "isRegistered">,
  { sayingIn, now }: Pick<WordsContent, "sayingIn" | "now">,
): Announcing {
  const { language, zone, to } = recipient;
  return {
    ...sayingIn(language),
    language,
    timeZone: zone,
    now,
    // A shared room is never told what only they may know, whoever is in it.
    isRegistered: isRegistered && to.isDirect,
  };
}

/** The words of one message, without what a coordinator may have pasted in a public text by mistake. */
function openWords(row: PlannedRow, content: WordsContent): ToldWords | undefined {
  const { isRegistered } = announcingTo(row, content);
  const words = aloneWords(row, isRegistered ? content : withOwnHidden(content));
  if (!words) return undefined;
  const theirs = new Set(isRegistered ? secretsOf(words.workshops) : []);
  const hidden = secretsOf(content.workshops).filter((one) => isTelling(one) && !theirs.has(one));
  const hide = (said: string) => hidden.reduce(hideSecret, said);
  const choices = words.choices.map((choice) => ({ ...choice, label: hide(choice.label) }));
  return { ...words, choices, text: hide(words.text) };
}

/** Each workshop whose secret stands in its own words, without it: the same for thousands of rooms. */
const opened = new WeakMap<Workshop, Workshop>();

function open(workshop: Workshop): Workshop {
  const known = opened.get(workshop) ?? hideOwnSecret(workshop);
  opened.set(workshop, known);
  return known;
}

function withOwnHidden(content: WordsContent): WordsContent {
  return {
    ...content,
    workshops: content.workshops.map(open),
    find: (id) => {
      const found = content.find(id);
      return found && open(found);
    },
  };
}

/** One after the other, the choices of all of them: what was said of the first says it comes late. */
function severalWords(row: PlannedRow, content: WordsContent): ToldWords | undefined {
  const told = row.parts.flatMap((part) => {
    const words = wordsOf({ ...part, isLate: false }, content);
    return words ? [words] : [];
  });
  if (told.length === 0) return undefined;
  return {
    text: paragraphs(...told.map(({ text }) => text)),
    choices: told.flatMap(({ choices }) => choices),
    times: [],
    workshops: told.flatMap(({ workshops }) => workshops),
  };
}

function aloneWords(row: PlannedRow, content: WordsContent): ToldWords | undefined {
  const announcing = announcingTo(row, content);
  if (row.kind === "digest") return digestOf(row, content, announcing);
  const workshops = row.workshops.flatMap((id) => content.find(id) ?? []);
  const words = workshopWords(row, workshops, content, announcing);
  return words && { ...words, workshops };
}

function workshopWords(
  row: PlannedRow,
  workshops: readonly Workshop[],
  content: WordsContent,
  announcing: Announcing,
): Words | undefined {
  const [first] = workshops;
  const { kind, before } = row;
  if (!first || kind === "several") return undefined;
  switch (kind) {
    case "digest":
      return undefined;
    case "new":
      return announcedWords(row, byStart(workshops), announcing);
    case "change":
      return before && changeWords({ before, after: first }, announcing);
    case "cancellation":
      return cancellationWords({ before: before ?? first, after: first }, announcing);
    case "satisfaction":
      return satisfactionWords(first, content.workshops, announcing);
    case "three-days-before":
    case "day-before":
    case "hour-before":
      return reminderWords(kind, sessionsOf(workshops, first), announcing);
  }
}

function sessionsOf(workshops: readonly Workshop[], first: Workshop) {
  const [sessions = [first] as const, ...others] = groupSessions(byStart(workshops));
  return [sessions, ...others] as const;
}

/** Where the date or the place changed since it was announced, an announcement said anew says so. */
function announcedWords(
  { corrects }: PlannedRow,
  workshops: readonly Workshop[],
  announcing: Announcing,
): Words | undefined {
  const words = newWords(workshops, announcing);
  const hasMoved = workshops.some(({ status }) => status === "moved" || status === "moved-online");
  if (!words || corrects === undefined || !hasMoved) return words;
  return { ...words, text: paragraphs(words.text, announcing.tell("announce-changed-since")) };
}

function digestOf(
  { target }: PlannedRow,
  content: WordsContent,
  announcing: Announcing,
): ToldWords | undefined {
  const subscription = content.subscription(target);
  if (!subscription?.kinds.includes("digest")) return undefined;
  const audience = indexAudience([subscription]);
  const workshops = content.workshops.filter((one) => audienceOf(one, audience).length > 0);
  return digestWords({ workshops, isNew: content.isNew }, announcing);
}

function byStart(workshops: readonly Workshop[]): readonly Workshop[] {
  return workshops.toSorted((a, b) => startOf(a).getTime() - startOf(b).getTime());
}

function secretsOf(workshops: readonly Workshop[]): readonly string[] {
  return workshops
    .map(({ joinSecret = "" }) => joinSecret.trim())
    .filter((secret) => secret !== "");
}
