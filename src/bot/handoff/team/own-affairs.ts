import { formatShortDay } from "../../../answers/format-day.ts";
import type { Adviser } from "../../../model/directory.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import { holderOf, isOpen, type Request } from "../../../model/request.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { dayOf, wallTimeAt } from "../../../workshops/wall-time.ts";
import { namesOf } from "../later/say-request.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import { charterDraft } from "./charter-draft.ts";
import { changeStanding, standingOf } from "./desk.ts";
import { findTarget } from "./find-target.ts";
import { readSpan } from "./read-span.ts";

/** An adviser who speaks of themselves, in a room or in private. */
export interface Own {
  readonly adviser: Adviser;
  readonly language: Language;
  readonly tell: Tell;
  /** Where days are counted. */
  readonly timeZone: string;
  readonly parts: HandoffParts;
  readonly book: RequestBook;
  readonly now: Date;
}

/** What is to be written, and what they read. */
export interface OwnDone {
  readonly changes: readonly Change[];
  readonly draft: ReplyDraft;
}

/** What an adviser says of themselves alone; undefined for what is about a request or a team. */
export async function ownAffair(words: AdviserWords, own: Own): Promise<OwnDone | undefined> {
  const { tell, adviser } = own;
  switch (words.act) {
    case "my-load":
      return told(await loadDraft(own));
    case "figures":
      return told(await figuresDraft(own));
    case "absent":
      return goAway(words, own);
    case "back": {
      const today = todayOf(own);
      const { absences } = await standingOf("adviser", adviser.id, own);
      const past = absences.filter(({ to }) => to < today);
      const change = await changeStanding("adviser", adviser.id, { absences: past }, own);
      return { changes: [change], draft: say(tell("hd-back")) };
    }
    case "show-name": {
      const changes = [
        await changeStanding("adviser", adviser.id, { showsName: words.isShown }, own),
      ];
      return { changes, draft: say(tell(words.isShown ? "hd-name-shown" : "hd-name-hidden")) };
    }
    case "commands":
      return told(say(tell("hd-commands")));
    case "charter":
      return told(charterDraft(own.parts.knowledge().library.directory, own.language, tell));
    case "answer":
    case "correct":
    case "decline":
    case "model":
    case "note":
    case "overload":
    case "page":
    case "priority":
    case "release":
    case "reopen":
    case "report":
    case "reports":
    case "resolve":
    case "see-reports":
    case "send":
    case "suspend":
    case "take":
    case "transfer":
    case "unblock":
    case "wait":
    case "workshop":
      return undefined;
  }
}

function told(draft: ReplyDraft): OwnDone {
  return { changes: [], draft };
}

/** What waits for them: theirs, oldest first. */
async function loadDraft({ adviser, book, tell, language, parts }: Own): Promise<ReplyDraft> {
  const theirs = (await book.all())
    .filter((request) => isOpen(request) && holderOf(request) === adviser.id)
    .toSorted((one, other) => since(one).localeCompare(since(other)));
  if (theirs.length === 0) return say(tell("hd-load-none"));
  const knowledge = parts.knowledge();
  const lines = theirs.map((request) =>
    tell(
      request.turn === "adviser" ? "hd-load-yours" : "hd-load-theirs",
      namesOf(request, language, knowledge),
    ),
  );
  return say([tell("hd-load"), ...lines].join("\n"));
}

/** Figures of their own, which nobody else reads. Source: HANDOFF.md, 10. */
async function figuresDraft({ adviser, parts, book, tell }: Own): Promise<ReplyDraft> {
  const { store, knowledge } = parts;
  const { documents } = knowledge();
  const theirs = (await book.all()).filter((request) => holderOf(request) === adviser.id);
  const open = theirs.filter((request) => isOpen(request)).length;
  const events = await store.list(documents.requestEvents, [JSON.stringify(adviser.id)]);
  const count = (kind: string) =>
    events.filter(({ document }) => document.kind === kind && document.by === adviser.id).length;
  const opinions = (await store.list(documents.helpFeedback)).filter(
    ({ document }) => document.adviser === adviser.id,
  );
  return say(
    tell("hd-figures", {
      open,
      taken: count("claimed"),
      resolved: count("resolved"),
      released: count("released"),
      useful: opinions.filter(({ document }) => document.score === 3).length,
      opinions: opinions.length,
    }),
  );
}

async function goAway(words: Extract<AdviserWords, { act: "absent" }>, own: Own): Promise<OwnDone> {
  const { adviser, tell, language, now, timeZone, parts } = own;
  const span = readSpan(words.days, now, timeZone);
  if (!span) return told(say(tell("hd-absent-unread", { days: words.days })));
  const { directory } = parts.knowledge().library;
  const substitute =
    words.substitute === undefined ? undefined : findTarget(words.substitute, directory)?.adviser;
  if (words.substitute !== undefined && (!substitute || substitute.id === adviser.id)) {
    return told(say(tell("hd-substitute-unknown", { name: words.substitute })));
  }
  const { absences } = await standingOf("adviser", adviser.id, own);
  const absence = { ...span, ...(substitute && { substitute: substitute.id }) };
  const change = await changeStanding(
    "adviser",
    adviser.id,
    { absences: [...absences, absence] },
    own,
  );
  const values = {
    from: formatShortDay(span.from, language),
    to: formatShortDay(span.to, language),
    who: substitute?.name ?? "",
  };
  const draft = say(tell(substitute ? "hd-absent-substitute" : "hd-absent", values));
  return { changes: [change], draft };
}

/** The day it is where they are. */
function todayOf({ now, timeZone }: Own): string {
  return dayOf(wallTimeAt(now, timeZone));
}

function since({ waitingSince, openedAt, at }: Request): string {
  return waitingSince ?? openedAt ?? at;
}
