import { personKey } from "../model/address.ts";
import type { LedgerEntry, LedgerState } from "../model/ledger-entry.ts";
import type { OutboxRow } from "../model/outbox-row.ts";
import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { Reply } from "../model/reply.ts";
import { messageKey } from "./message-key.ts";
import type { GiveUp } from "./next-step.ts";
import { wasUnseen } from "./was-never-shown.ts";

/** One announcement for one room or person, as it is planned. */
export interface Announcement {
  /** The unique key of WORKSHOPS.md 7.2: planned again, it is the same. */
  readonly key: string;
  /** Keys of others it stands for: they are not sent on their own, nor is one of them that still waits. */
  readonly covers: readonly string[];
  /** What it says, unless `recheck` knows better when it is sent; its key is made from the unique one. */
  readonly reply: Reply;
  /** Not sent before. */
  readonly notBefore: Date;
  /** Not sent after. */
  readonly usefulUntil: Date;
  readonly kind: string;
  /** Ids of the workshops it tells of. */
  readonly workshops: readonly string[];
  readonly effectiveStart?: Date | undefined;
  /** What `recheck` needs, kept with the row. */
  readonly planned?: PlannedAnnouncement | undefined;
}

/** Key of the person it is for; undefined for a room. */
export function ownerOf({ reply: { to }, planned }: Announcement): string | undefined {
  const person = planned?.person ?? to.person;
  return person === undefined ? undefined : personKey(to.platform, person);
}

/** The row of an announcement. @param campaign its number */
export function rowOf(one: Announcement, campaign: number, now: Date): OutboxRow {
  const { key, notBefore, kind, workshops, planned } = one;
  const usefulUntil = one.usefulUntil.toISOString();
  return {
    owner: ownerOf(one),
    reply: {
      ...one.reply,
      key: messageKey(key),
      // A cancellation whose fate a crash left unknown is sent even later.
      usefulUntil: kind === "cancellation" ? undefined : usefulUntil,
    },
    at: now.toISOString(),
    notBefore: notBefore.toISOString(),
    usefulUntil,
    state: { kind: "waiting" },
    announced: {
      campaign,
      kind,
      workshops,
      effectiveStart: one.effectiveStart?.toISOString(),
      planned,
    },
  };
}

/** How an announcement ends that is not tried any more. */
export function givenUp({ state }: OutboxRow, reason: GiveUp): LedgerState {
  if (reason !== "failed" || state.kind !== "failed") return { kind: "skipped", reason };
  const { attempts, why, isUnseen } = state;
  return { kind: "failed", attempts, why, isGivenUp: true, ...(isUnseen && { isUnseen }) };
}

/** What the ledger says of an announcement that is erased from the outbox, too old to be of any use. */
export function purgedEntryOf(row: OutboxRow, now: Date): LedgerEntry | undefined {
  const reasons = { waiting: "too-late", sending: "outcome-unknown", failed: "failed" } as const;
  return entryOf(row, givenUp(row, reasons[row.state.kind]), now);
}

/** What the ledger says of a row; undefined for what is said in a conversation. */
export function entryOf(row: OutboxRow, state: LedgerState, now: Date): LedgerEntry | undefined {
  const { owner, announced, reply, at, usefulUntil } = row;
  if (!announced) return undefined;
  const { campaign, kind, workshops, effectiveStart, planned } = announced;
  const { to } = reply;
  return {
    owner,
    person: planned?.person ?? to.person,
    isRegistered: planned?.isRegistered,
    campaign,
    kind,
    workshops,
    effectiveStart,
    to,
    plannedAt: at,
    at: now.toISOString(),
    usefulUntil,
    state: state.kind === "skipped" && !wasUnseen(row) ? { ...state, wasTried: true } : state,
  };
}
