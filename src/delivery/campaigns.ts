import type { Address } from "../model/address.ts";
import type { Campaign, LedgerEntry, LedgerState } from "../model/ledger-entry.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import { mayHaveBeenSeen } from "./was-never-shown.ts";

/** What became of one announcement: "annonce n° 42 : 11 salons, 11 confirmés, 0 doublon". */
export interface DeliveryProof {
  readonly campaign: Campaign;
  /** Shared rooms, and people told alone, in the ledger; those who had everything erased are no longer there. */
  readonly rooms: number;
  readonly people: number;
  /** Of these, how many platforms told the id of the message. */
  readonly confirmed: number;
  /** Taken by the platform, which told no id. */
  readonly unconfirmed: number;
  /** Messages too many: different ids for one room, counted. */
  readonly doubled: number;
  /** Not over yet: planned, being sent, or to be tried again. */
  readonly waiting: number;
  /** Of these, how many failed and will be tried again. */
  readonly retried: number;
  /** Given up after failures. */
  readonly failed: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** What each room got, in the order planned. */
  readonly messages: readonly { readonly to: Address; readonly ids: readonly string[] }[];
}

/** Whether each room is accounted for: it got the message once, proved, or there was a reason not to. */
export function isWhole({ unconfirmed, doubled, waiting, failed }: DeliveryProof): boolean {
  return unconfirmed + doubled + waiting + failed === 0;
}

/** What the ledger says of some announcements, by number: it is read once for all of them. */
export async function readEntries(
  numbers: readonly number[],
  store: Store,
  documents: Pick<StoredDocuments, "ledger">,
): Promise<ReadonlyMap<number, readonly LedgerEntry[]>> {
  // By the text of the field: other announcements are not even read.
  const names = numbers.map((number) => `"campaign":${number},`);
  const entries = new Map(numbers.map((number): [number, LedgerEntry[]] => [number, []]));
  for (const { document } of await store.list(documents.ledger, names)) {
    entries.get(document.campaign)?.push(document);
  }
  return entries;
}

/** Whom a message was sent to. */
export type Told = Pick<LedgerEntry, "to" | "person">;

/** The rooms, and people who did not sign up, that may have read a message about a workshop; once each. */
export async function toldOf(
  workshop: string,
  store: Store,
  documents: Pick<StoredDocuments, "ledger">,
): Promise<readonly Told[]> {
  const found = await store.list(documents.ledger, [JSON.stringify(workshop)]);
  const told = new Map<string, Told>();
  for (const { document } of found) {
    const { to, person, state, workshops, isRegistered } = document;
    if (isRegistered === true || !workshops.includes(workshop) || !mayHaveBeenSeen(state)) continue;
    told.set(nameOf(to), { to, person });
  }
  return [...told.values()];
}

/** Counts what became of an announcement. @param entries what the ledger says of it */
export function proofOf(campaign: Campaign, entries: readonly LedgerEntry[]): DeliveryProof {
  const count = (isOne: (entry: LedgerEntry) => boolean): number => entries.filter(isOne).length;
  const messages = idsByRoom(entries);
  return {
    campaign,
    rooms: placesOf(entries, false),
    people: placesOf(entries, true),
    confirmed: count(({ state }) => state.kind === "sent" && state.messages.length > 0),
    unconfirmed: count(({ state }) => state.kind === "sent" && state.messages.length === 0),
    doubled: messages.reduce((sum, { ids }) => sum + Math.max(0, ids.length - 1), 0),
    waiting: count(({ state }) => isWaiting(state)),
    retried: count(({ state }) => state.kind === "failed" && !state.isGivenUp),
    failed: count(({ state }) => state.kind === "failed" && state.isGivenUp),
    skipped: skippedByReason(entries),
    messages,
  };
}

function isWaiting(state: LedgerState): boolean {
  return (
    state.kind === "planned" ||
    state.kind === "sending" ||
    (state.kind === "failed" && !state.isGivenUp)
  );
}

/** Different places, those of one person alone or the others. */
function placesOf(entries: readonly LedgerEntry[], isDirect: boolean): number {
  return new Set(entries.filter(({ to }) => to.isDirect === isDirect).map(({ to }) => nameOf(to)))
    .size;
}

function idsByRoom(entries: readonly LedgerEntry[]): DeliveryProof["messages"] {
  const rooms = new Map<string, { readonly to: Address; readonly ids: Set<string> }>();
  for (const { to, campaign, state } of entries) {
    if (state.kind !== "sent") continue;
    // Of two announcements a room gets two messages.
    const name = `${campaign} ${nameOf(to)}`;
    const room = rooms.get(name) ?? { to, ids: new Set() };
    rooms.set(name, room);
    for (const id of state.messages) room.ids.add(id);
  }
  return [...rooms.values()].map(({ to, ids }) => ({ to, ids: [...ids] }));
}

function skippedByReason(entries: readonly LedgerEntry[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { state } of entries) {
    if (state.kind === "skipped") counts.set(state.reason, (counts.get(state.reason) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function nameOf({ platform, room }: Address): string {
  return JSON.stringify([platform, room]);
}
