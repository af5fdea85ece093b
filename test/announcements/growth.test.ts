import { describe, expect, it } from "vitest";
import { plan } from "../../src/announcements/plan.ts";
import type { Programme } from "../../src/announcements/programme.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { between, programmeOf, room, workshop } from "./programme-of.ts";

const themes = ["libres", "securite", "don", "images"];

/** Counts how often anything of any subscription is read. */
function counted(rooms: number) {
  let reads = 0;
  const handler: ProxyHandler<Subscription> = {
    get: (subscription, name, receiver): unknown => {
      reads += 1;
      return Reflect.get(subscription, name, receiver);
    },
    has: (subscription, name) => {
      reads += 1;
      return Reflect.has(subscription, name);
    },
  };
  const subscriptions = Array.from(
    { length: rooms },
    (_, i) =>
      new Proxy(
        room(`room ${i}`, {
          themes: [themes[i % 4] ?? "libres"],
          territories: [String(i % 50)],
          kinds: ["digest", "new", "day-before", "hour-before"],
          digest: { weekday: 1, time: i % 2 === 0 ? "09:00" : "18:00" },
        }),
        handler,
      ),
  );
  const workshops = Array.from({ length: 300 }, (_, i) => {
    const day = `2027-03-${String(1 + (i % 30)).padStart(2, "0")}`;
    return workshop({
      id: `w${i}`,
      themes: [themes[i % 4] ?? "libres"],
      territories: [String(i % 50)],
      localStart: `${day}T14:00`,
      localEnd: `${day}T15:00`,
    });
  });
  const programme = programmeOf({ rooms: subscriptions, workshops });
  const readsOf = (act: () => number) => {
    reads = 0;
    return { rows: act(), reads };
  };
  return { indexing: reads, programme, readsOf };
}

const due = (programme: Programme, from: string, to: string) => () =>
  plan(programme, between(from, to)).rows.length;

describe("the work of planning", () => {
  const sizes = [1000, 10_000, 100_000];
  const measured = sizes.map((rooms) => {
    const { indexing, programme, readsOf } = counted(rooms);
    return {
      rooms,
      indexing,
      idle: readsOf(due(programme, "2027-03-08T08:01:00Z", "2027-03-08T08:02:00Z")),
      digest: readsOf(due(programme, "2027-03-08T07:59:00Z", "2027-03-08T08:00:00Z")),
      dayBefore: readsOf(due(programme, "2027-03-08T16:59:00Z", "2027-03-08T17:00:00Z")),
      outage: readsOf(due(programme, "2027-03-05T16:00:00Z", "2027-03-08T09:00:00Z")),
    };
  });

  it("reads no room at all at a tick where nothing is due, even of 100,000", () => {
    for (const { idle } of measured) expect(idle).toEqual({ rows: 0, reads: 0 });
  });

  it("reads a subscription a fixed number of times to file it, and for each message due", () => {
    for (const { rooms, indexing, digest, dayBefore } of measured) {
      expect(indexing / rooms).toBeLessThan(25);
      expect(digest.rows).toBe(rooms / 2);
      // Of every hundred rooms, each of the day's ten workshops reaches one.
      expect(dayBefore.rows).toBeGreaterThan(0);
      for (const { rows, reads } of [digest, dayBefore]) expect(reads / rows).toBeLessThan(10);
    }
  });

  it("grows in proportion to the rooms after a weekend's outage", () => {
    const perRoom = measured.map(({ rooms, outage }) => outage.reads / rooms);
    for (const one of perRoom) expect(one).toBeCloseTo(perRoom[0] ?? 0, 1);
  });
});
