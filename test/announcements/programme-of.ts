import { indexSubscriptions } from "../../src/announcements/cohorts.ts";
import type { PlannedRow } from "../../src/announcements/planned-row.ts";
import type { Attendee, Programme } from "../../src/announcements/programme.ts";
import {
  newSubscription,
  type Recipient,
  type Subscription,
} from "../../src/model/subscription.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { workshopLike } from "../support/workshop-like.ts";

/** A published workshop about free software in Loire-Atlantique, but for what a test says. */
export function workshop(changes: Partial<Workshop> = {}): Workshop {
  return workshopLike({
    id: "libres",
    number: 12,
    title: { fr: "Découverte des logiciels libres" },
    themes: ["libres"],
    localEnd: "2027-03-09T20:00",
    territories: ["44"],
    createdAt: "2027-01-01T00:00:00.000Z",
    updatedAt: "2027-01-01T00:00:00.000Z",
    ...changes,
  });
}

/** A room of Paris that subscribed long ago, to every theme and territory, but for what a test says. */
export function room(name: string, changes: Partial<Subscription> = {}): Subscription {
  const to = { platform: "simulated", room: name, isDirect: false };
  const whom = { to, zone: "Europe/Paris", language: "fr" as const };
  return { ...newSubscription(whom, new Date("2020-01-01T00:00:00Z")), ...changes };
}

/** A person in their direct room, with the usual quiet hours. */
export function person(name: string, changes: Partial<Recipient> = {}): Recipient {
  return {
    to: { platform: "simulated", room: `direct-${name}`, isDirect: true },
    person: name,
    zone: "Europe/Paris",
    language: "fr",
    quiet: { from: "21:00", to: "08:00" },
    ...changes,
  };
}

/** What the planner plans from: rooms, workshops, who signed up for which. */
export function programmeOf({
  rooms = [],
  workshops = [],
  attendees = {},
  occasions = [],
}: {
  readonly rooms?: readonly Subscription[];
  readonly workshops?: readonly Workshop[];
  readonly attendees?: Readonly<Record<string, readonly Attendee[]>>;
  readonly occasions?: Programme["occasions"];
}): Programme {
  return {
    cohorts: indexSubscriptions(rooms),
    workshops,
    attendees: new Map(Object.entries(attendees)),
    occasions,
  };
}

/** A window between two instants as ISO 8601 writes them. */
export function between(from: string, to: string): { from: Date; to: Date } {
  return { from: new Date(from), to: new Date(to) };
}

/** A row in a few words: `day-before libres -> nantes 2027-03-08T17:00`, in UTC. */
export function inWords({ kind, workshops, recipient, dueAt, isLate }: PlannedRow): string {
  const who = recipient.person ?? recipient.to.room;
  const what = [kind, ...workshops].join(" ");
  return `${what} -> ${who} ${dueAt.toISOString().slice(0, 16)}${isLate ? " late" : ""}`;
}
