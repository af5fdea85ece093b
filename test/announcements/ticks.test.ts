import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../src/announcements/planned-row.ts";
import { plan, windowSince } from "../../src/announcements/plan.ts";
import { instantOf } from "../../src/workshops/wall-time.ts";
import { person, programmeOf, room, workshop } from "./programme-of.ts";

const minute = 60_000;
const hour = 60 * minute;

/** The weekend the clocks go forward in Paris: two workshops, a room each side of the world, a person. */
const workshops = [
  workshop({ id: "sunday", localStart: "2027-03-28T15:00", localEnd: "2027-03-28T16:00" }),
  workshop({ id: "tuesday", localStart: "2027-03-30T18:00", localEnd: "2027-03-30T20:00" }),
];

const kinds = ["digest", "day-before", "hour-before"] as const;

const programme = programmeOf({
  rooms: [room("nantes", { kinds }), room("papeete", { kinds, zone: "Pacific/Tahiti" })],
  workshops,
  attendees: { tuesday: [{ recipient: person("amina"), wants: ["hour-before", "satisfaction"] }] },
});

const begins = instantOf("2027-03-25T00:00", "Europe/Paris");
const ends = instantOf("2027-04-01T00:00", "Europe/Paris");

/** Every message of the week, from a clock that never stops nor jumps. */
const allOfThem = (() => {
  const found = new Map<string, { dueAt: number; usefulUntil: number }>();
  for (let at = begins.getTime(); at < ends.getTime(); at += 5 * minute) {
    const window = { from: new Date(at), to: new Date(at + 5 * minute) };
    for (const { key, dueAt, usefulUntil } of plan(programme, window).rows) {
      found.set(key, { dueAt: dueAt.getTime(), usefulUntil: usefulUntil.getTime() });
    }
  }
  return found;
})();

/** Steps of a clock: mostly on by minutes, at times by hours or days, at times back. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 90 }).map((many) => many * minute) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 }).map((many) => many * hour) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map((many) => -many * hour) },
  ),
  { minLength: 1, maxLength: 80 },
);

/** Ticks at the instants of a clock, with a ledger that keeps every key. */
function run(instants: readonly Date[]) {
  const ledger = new Map<string, number>();
  let sent = 0;
  let last: Date | undefined = begins;
  for (const now of instants) {
    const { rows } = plan(programme, windowSince(last, now), (key) => ledger.has(key));
    for (const key of rows.flatMap((row) =>
      row.parts.length > 0 ? keysOf(row).slice(1) : [row.key],
    )) {
      sent += 1;
      ledger.set(key, now.getTime());
    }
    for (const { dueAt, usefulUntil } of rows) {
      expect(dueAt.getTime()).toBeLessThanOrEqual(usefulUntil.getTime());
    }
    last = now;
  }
  return { ledger, sent };
}

describe("whatever the instants the planner is called at", () => {
  it("knows a week of messages to compare with", () => {
    expect([...allOfThem.keys()].length).toBe(12);
  });

  it("plans each message at most once, and loses none that a tick finds still useful", () => {
    fc.assert(
      fc.property(steps, (jumps) => {
        let at = begins.getTime();
        const instants = jumps.map((jump) => {
          at = Math.max(begins.getTime(), at + jump);
          return new Date(at);
        });
        const { ledger, sent } = run(instants);
        expect(sent).toBe(ledger.size);
        const lost = [...allOfThem].filter(
          ([key, { dueAt, usefulUntil }]) =>
            !ledger.has(key) && isCrossedInTime(instants, dueAt, usefulUntil),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Whether some tick comes after a moment that the one before came before of, while it is of use, by day. */
function isCrossedInTime(instants: readonly Date[], dueAt: number, usefulUntil: number): boolean {
  return instants.some((now, i) => {
    const before = (instants[i - 1] ?? begins).getTime();
    // A late message may wait for the end of a night: then it must be of use after it.
    const latestMoment =
      now.getTime() - dueAt > 15 * minute ? now.getTime() + 15 * hour : now.getTime();
    return before < dueAt && now.getTime() >= dueAt && latestMoment <= usefulUntil;
  });
}
