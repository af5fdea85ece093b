import { describe, expect, it } from "vitest";
import { usefulUntil } from "../../src/announcements/catch-up.ts";
import { keysOf } from "../../src/announcements/planned-row.ts";
import { plan } from "../../src/announcements/plan.ts";
import type { Occasion } from "../../src/announcements/programme.ts";
import type { AnnouncementKind } from "../../src/model/planned-announcement.ts";
import { between, inWords, person, programmeOf, room, workshop } from "./programme-of.ts";

function on(day: string, changes: Parameters<typeof workshop>[0] = {}) {
  return workshop({ id: day, localStart: `${day}T18:00`, localEnd: `${day}T20:00`, ...changes });
}

function occasion(of: Partial<Occasion> & Pick<Occasion, "workshops">): Occasion {
  return { kind: "new", at: new Date("2027-03-06T10:00:00Z"), told: [], registered: [], ...of };
}

describe("how long a message is useful", () => {
  const at = new Date("2027-03-08T08:00:00Z");
  const start = new Date("2027-03-09T17:00:00Z");
  const end = new Date("2027-03-09T19:00:00Z");
  const previousEnd = new Date("2027-03-10T19:00:00Z");

  it.each<[AnnouncementKind, string]>([
    ["digest", "2027-03-09T20:00"],
    ["new", "2027-03-09T17:00"],
    ["three-days-before", "2027-03-08T17:00"],
    ["day-before", "2027-03-09T14:00"],
    ["hour-before", "2027-03-09T16:50"],
    ["change", "2027-03-10T19:00"],
    ["cancellation", "2027-03-10T19:00"],
    ["satisfaction", "2027-03-15T08:00"],
  ])("%s: until %s", (kind, until) => {
    const facts = { at, start, end, previousEnd };
    expect(usefulUntil(kind, facts).toISOString().slice(0, 16)).toBe(until);
  });
});

describe("after an outage", () => {
  // WORKSHOPS.md 15.5.
  it("from Friday 17:00 to Monday 10:00 nothing stale goes, one digest does, and a summary says so", () => {
    const kinds = ["digest", "day-before", "hour-before"] as const;
    const programme = programmeOf({
      rooms: [room("nantes", { kinds })],
      workshops: [on("2027-03-06"), on("2027-03-08"), on("2027-03-09")],
    });
    const { rows, summary } = plan(
      programme,
      between("2027-03-05T16:00:00Z", "2027-03-08T09:00:00Z"),
    );
    expect(rows.map(inWords)).toEqual([
      "day-before 2027-03-08 -> nantes 2027-03-08T09:00 late",
      "digest -> nantes 2027-03-08T09:00 late",
    ]);
    expect(summary).toEqual({
      from: new Date("2027-03-05T16:00:00Z"),
      to: new Date("2027-03-08T09:00:00Z"),
      lines: [
        { kind: "day-before", workshop: "2027-03-06", outcome: "too-late", recipients: 1 },
        { kind: "hour-before", workshop: "2027-03-06", outcome: "too-late", recipients: 1 },
        { kind: "day-before", workshop: "2027-03-08", outcome: "caught-up", recipients: 1 },
        { kind: "digest", workshop: undefined, outcome: "caught-up", recipients: 1 },
      ],
    });
  });

  it("from 8:50 to 11:10 the digest of 9:00 goes once, late; after a day and a half, no more", () => {
    const programme = programmeOf({ rooms: [room("nantes")] });
    const soon = plan(programme, between("2027-03-08T07:50:00Z", "2027-03-08T10:10:00Z"));
    expect(soon.rows.map(inWords)).toEqual(["digest -> nantes 2027-03-08T10:10 late"]);
    const stillUseful = plan(programme, between("2027-03-08T07:50:00Z", "2027-03-09T19:00:00Z"));
    expect(stillUseful.rows.map(inWords)).toEqual(["digest -> nantes 2027-03-09T19:00 late"]);
    const never = plan(programme, between("2027-03-08T07:50:00Z", "2027-03-09T20:01:00Z"));
    expect(never.rows).toEqual([]);
  });

  it("of three weeks one digest goes, never three", () => {
    const programme = programmeOf({ rooms: [room("nantes")] });
    const { rows } = plan(programme, between("2027-02-15T00:00:00Z", "2027-03-08T09:00:00Z"));
    expect(rows.map(inWords)).toEqual(["digest -> nantes 2027-03-08T09:00 late"]);
  });

  it("that ends at night, the late message waits for the morning; useless then, it is skipped", () => {
    const rooms = [room("nantes", { kinds: ["digest", "day-before"] })];
    const early = on("2027-03-09", {
      localStart: "2027-03-09T09:00",
      localEnd: "2027-03-09T10:00",
    });
    const programme = programmeOf({ rooms, workshops: [early] });
    const { rows, summary } = plan(
      programme,
      between("2027-03-08T07:00:00Z", "2027-03-08T23:00:00Z"),
    );
    expect(rows.map(inWords)).toEqual(["digest -> nantes 2027-03-09T07:00 late"]);
    expect(summary?.lines).toContainEqual({
      kind: "day-before",
      workshop: "2027-03-09",
      outcome: "quiet",
      recipients: 1,
    });
  });

  it("a room that subscribed since the digest was due gets none", () => {
    const late = room("nantes", { createdAt: "2027-03-08T09:00:00.000Z" });
    const window = between("2027-03-08T07:00:00Z", "2027-03-08T10:00:00Z");
    expect(plan(programmeOf({ rooms: [late] }), window).rows).toEqual([]);
  });

  it("late announcements are one message, whatever their number", () => {
    const days = ["2027-03-10", "2027-03-11", "2027-03-12"];
    const occasions = days.map((day) => occasion({ workshops: [on(day)] }));
    const programme = programmeOf({ rooms: [room("nantes", { kinds: ["new"] })], occasions });
    const { rows, summary } = plan(
      programme,
      between("2027-03-05T16:00:00Z", "2027-03-08T09:00:00Z"),
    );
    expect(rows.map(({ workshops }) => workshops)).toEqual([days]);
    expect(rows.flatMap(keysOf).length).toBe(4);
    expect(summary?.lines.map(({ outcome }) => outcome)).toEqual(days.map(() => "caught-up"));
  });

  it("of two changes of one workshop the newest alone is told", () => {
    const changes = [1, 2].map((revision) =>
      occasion({
        kind: "change",
        workshops: [on("2027-03-10", { revision })],
        before: on("2027-03-09", { id: "2027-03-10" }),
        told: [room("nantes")],
        at: new Date(`2027-03-06T1${revision}:00:00Z`),
      }),
    );
    const programme = programmeOf({ occasions: changes.toReversed() });
    const { rows } = plan(programme, between("2027-03-05T16:00:00Z", "2027-03-08T09:00:00Z"));
    expect(rows.length).toBe(1);
    expect(rows[0]?.key).toContain(",2]");
    expect(rows[0]?.replaces.length).toBe(1);
  });

  it("a room gets five messages at most, the most urgent alone, the rest in the last", () => {
    const days = [
      "2027-03-09",
      "2027-03-10",
      "2027-03-11",
      "2027-03-12",
      "2027-03-13",
      "2027-03-14",
    ];
    const occasions = days.map((day) =>
      occasion({
        kind: day > "2027-03-12" ? "cancellation" : "change",
        workshops: [on(day)],
        told: [room("nantes")],
      }),
    );
    const programme = programmeOf({ rooms: [room("nantes")], occasions });
    const { rows } = plan(programme, between("2027-03-05T16:00:00Z", "2027-03-08T09:00:00Z"));
    expect(rows.map(({ kind }) => kind)).toEqual([
      "cancellation",
      "cancellation",
      "change",
      "change",
      "several",
    ]);
    expect(rows[4]?.parts.map(({ kind }) => kind)).toEqual(["change", "change", "digest"]);
    expect(new Set(rows.flatMap(keysOf)).size).toBe(8);
  });

  it("people who signed up are asked a week later still, and reminded while it helps", () => {
    const recipient = person("amina");
    const wants = ["hour-before", "satisfaction"] as const;
    const programme = programmeOf({
      workshops: [on("2027-03-01"), on("2027-03-08")],
      attendees: {
        "2027-03-01": [{ recipient, wants }],
        "2027-03-08": [{ recipient, wants }],
      },
    });
    const { rows } = plan(programme, between("2027-03-01T20:00:00Z", "2027-03-08T16:50:00Z"));
    expect(rows.map(inWords)).toEqual([
      "hour-before 2027-03-08 -> amina 2027-03-08T16:50 late",
      "satisfaction 2027-03-01 -> amina 2027-03-08T16:50 late",
    ]);
  });
});
