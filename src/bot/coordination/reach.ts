import { audienceOf, indexAudience } from "../../announcements/audience.ts";
import type { ForeseenRow } from "../../announcements/foresee.ts";
import type { Address } from "../../model/address.ts";
import { wishesIn, type MentionWish } from "../../model/mention-wish.ts";
import { MOST_MENTIONED } from "../../model/reply.ts";
import { targetOf, type Recipient, type Subscription } from "../../model/subscription.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { RoomDescription } from "../../ports/chat-platform.ts";

/** Whom a message about a workshop would reach. */
export interface Reach {
  /** Names of the rooms that are told, as people read them. */
  readonly rooms: readonly string[];
  /** About how many people are in them; undefined when no platform told. */
  readonly people: number | undefined;
  /** How many people are told in private: they signed up, or subscribed. */
  readonly alone: number;
  /** How many others find it in their weekly digest. */
  readonly digests: number;
  /** How many people are called by name, as they asked. */
  readonly mentioned: number;
  /** How many of those who are told are so on a later day only, having a message today already, and when. */
  readonly held: { readonly count: number; readonly at: Date } | undefined;
  /** The rooms among those who are told, with the clock and the language they read it by. */
  readonly readers: readonly Recipient[];
}

/** What a platform knows of a room; undefined when it knows nothing. */
export type DescribeRoom = (to: Address) => RoomDescription | undefined;

/** What is known of readers beside what is planned for them. */
export interface ReachParts {
  readonly now: Date;
  readonly subscriptions: readonly Subscription[];
  readonly describe?: DescribeRoom | undefined;
  /** Who asked to be called by name. */
  readonly wishes?: readonly MentionWish[] | undefined;
}

/** Whom it reaches that messages are planned, in names and numbers. @param rows from `Announcer.readersOf` */
export function reachOf(
  rows: readonly ForeseenRow[],
  workshop: Workshop,
  { now, subscriptions, describe = () => undefined, wishes = [] }: ReachParts,
): Reach {
  const told = new Set(rows.map(({ target }) => target));
  const readers = rows
    .map(({ recipient }) => recipient)
    .filter(({ person }) => person === undefined);
  const known = readers.map(({ to }) => describe(to));
  const people = known.reduce((sum, room) => sum + (room?.people ?? 0), 0);
  return {
    rooms: readers.map(({ to }, at) => known[at]?.name ?? to.room).toSorted(),
    people: people === 0 ? undefined : people,
    alone: rows.length - readers.length,
    digests: digestReaders(workshop, subscriptions, now).filter((one) => !told.has(targetOf(one)))
      .length,
    mentioned: readers
      .map(({ to }) => Math.min(wishesIn(to, workshop.themes, wishes).length, MOST_MENTIONED))
      .reduce((sum, count) => sum + count, 0),
    held: heldIn(rows),
    readers,
  };
}

/** The first moment one of them is told. */
function heldIn(rows: readonly ForeseenRow[]): Reach["held"] {
  const held = rows.filter(({ isHeld }) => isHeld).toSorted((a, b) => +a.dueAt - +b.dueAt);
  const [first] = held;
  return first && { count: held.length, at: first.dueAt };
}

function digestReaders(
  workshop: Workshop,
  subscriptions: readonly Subscription[],
  now: Date,
): readonly Subscription[] {
  const listening = subscriptions.filter(
    ({ kinds, silentUntil }) =>
      kinds.includes("digest") &&
      (silentUntil === undefined || now.getTime() >= Date.parse(silentUntil)),
  );
  return audienceOf(workshop, indexAudience(listening));
}
