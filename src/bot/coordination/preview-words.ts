import type { Intended } from "../../announcements/foresee.ts";
import { rowKey, type PlannedRow } from "../../announcements/planned-row.ts";
import { withoutSecret } from "../../announcements/without-secret.ts";
import { wordsOf } from "../../announcements/words/words-of.ts";
import { targetOf, usualQuietHours, type Recipient } from "../../model/subscription.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import { differenceOf } from "../../workshops/difference-of.ts";
import { freeNumbers } from "../../workshops/programme.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { writeOutSeries } from "../../workshops/write-out-series.ts";
import { sayingIn } from "../saying-in.ts";
import type { TurnContext } from "../turn-context.ts";
import type { Reach } from "./reach.ts";

/** A workshop as it is, and as a draft makes it. */
export interface Drafted {
  readonly known: Workshop | undefined;
  readonly after: Workshop;
}

/** What people are to be told once a draft is confirmed; undefined for words that are corrected where they stand. */
export function intendedBy(
  draft: WorkshopDraft,
  { known, after }: Drafted,
  context: TurnContext,
): Intended | undefined {
  if (known?.publication !== "published") {
    return { kind: "new", workshops: announced(draft, after, context) };
  }
  const reason = draft.reason ?? after.reason;
  if (draft.act === "cancel") {
    const cancelled = { ...after, reason, status: "cancelled" } as const;
    return { kind: "cancellation", workshops: [cancelled], before: known };
  }
  const changed: Workshop =
    draft.act === "postpone" ? { ...after, reason, status: "postponed" } : { ...after, reason };
  if (differenceOf(known, changed).important.length === 0) return undefined;
  return { kind: "change", workshops: [changed], before: known };
}

/**
 * The very words that will be sent, to a room of those that get them, in its zone and language: one that speaks
 * the language of who reads the preview, if there is one.
 * @returns undefined when there is nothing to tell
 */
export function intendedWords(
  { kind, workshops, before }: Intended,
  reach: Reach | undefined,
  context: TurnContext,
): string | undefined {
  const { knowledge, now } = context;
  const [first] = workshops;
  const recipient = readerFor(reach, context);
  const target = targetOf(recipient);
  const row: PlannedRow = {
    key: rowKey("preview", target),
    kind,
    workshops: workshops.map(({ id }) => id),
    recipient,
    target,
    dueAt: now,
    usefulUntil: now,
    effectiveStart: startOf(first),
    isRegistered: false,
    before: before && withoutSecret(before),
    isLate: false,
    parts: [],
    replaces: [],
  };
  const find = (id: string) => workshops.find((one) => one.id === id);
  const others = knowledge.programme(now).filter(({ id }) => !find(id));
  const content = {
    now,
    workshops: [...others, ...workshops],
    find,
    isNew: () => true,
    subscription: () => undefined,
    sayingIn: sayingIn(knowledge.tell),
  };
  return wordsOf(row, content)?.text;
}

function readerFor(reach: Reach | undefined, { knowledge, conversation }: TurnContext): Recipient {
  const { language } = conversation;
  const readers = reach?.readers ?? [];
  const found = readers.find((one) => one.language === language) ?? readers[0];
  if (found) return found;
  const to = { platform: "", room: "", isDirect: false };
  return { to, zone: knowledge.settings.timeZone, language, quiet: usualQuietHours };
}

/** As they will be in the programme: each date of a series, under the numbers they will get. */
function announced(
  { repeats }: WorkshopDraft,
  after: Workshop,
  { knowledge, now }: TurnContext,
): readonly [Workshop, ...Workshop[]] {
  if (after.id !== "") return [after];
  const nextNumber = freeNumbers(knowledge.programme(now), now);
  const named = { ...after, id: "new", number: nextNumber() };
  if (!repeats) return [named];
  const { number, revision, createdAt, updatedAt, ...said } = named;
  const dates = writeOutSeries({ ...said, repeats, seriesId: named.id });
  const [first, ...others] = dates.map((one, at) => {
    const its = at === 0 ? number : nextNumber();
    return { ...one, number: its, revision, createdAt, updatedAt };
  });
  return first ? [first, ...others] : [named];
}
