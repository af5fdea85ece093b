import { describe, expect, it } from "vitest";
import { keysOf } from "../../src/announcements/planned-row.ts";
import { plan, windowSince } from "../../src/announcements/plan.ts";
import type { Attendee, Occasion } from "../../src/announcements/programme.ts";
import { wallTimeAt } from "../../src/workshops/wall-time.ts";
import { between, inWords, person, programmeOf, room, workshop } from "./programme-of.ts";

const all: Attendee["wants"] = ["three-days-before", "day-before", "hour-before", "satisfaction"];

function announced(changes: Partial<Occasion> = {}): Occasion {
  const at = new Date("2027-03-01T09:00:00Z");
  return { kind: "new", workshops: [workshop()], at, told: [], registered: [], ...changes };
}

describe("what is due", () => {
  it("is the digest, the reminders, the question after: to those who want them, at their hour", () => {
    const programme = programmeOf({
      rooms: [
        room("nantes"),
        room("saint-denis", { zone: "Indian/Reunion", kinds: ["digest", "day-before"] }),
      ],
      workshops: [workshop()],
      attendees: { libres: [{ recipient: person("amina"), wants: all }] },
    });
    // Tick by tick, so that nothing is late.
    const words: string[] = [];
    let last = new Date("2027-03-06T00:00:00Z");
    for (let minute = 0; minute < 6 * 24 * 60; minute += 10) {
      const now = new Date(last.getTime() + 600_000);
      words.push(...plan(programme, windowSince(last, now)).rows.map(inWords));
      last = now;
    }
    expect(words).toEqual([
      "three-days-before libres -> amina 2027-03-06T17:00",
      "digest -> saint-denis 2027-03-08T05:00",
      "digest -> nantes 2027-03-08T08:00",
      "day-before libres -> saint-denis 2027-03-08T14:00",
      "day-before libres -> amina 2027-03-08T17:00",
      "hour-before libres -> amina 2027-03-09T16:00",
      "satisfaction libres -> amina 2027-03-10T09:00",
    ]);
  });

  it("reminds three days before a late evening too", () => {
    const late = workshop({ localStart: "2027-03-09T22:30", localEnd: "2027-03-09T23:30" });
    const programme = programmeOf({
      workshops: [late],
      attendees: { libres: [{ recipient: person("amina"), wants: ["three-days-before"] }] },
    });
    const { rows } = plan(programme, between("2027-03-06T16:59:00Z", "2027-03-06T17:00:00Z"));
    expect(rows.map(inWords)).toEqual(["three-days-before libres -> amina 2027-03-06T17:00"]);
  });

  it("reminds each Tuesday at 18:00 the day before in Paris, across 28 March and 31 October 2027", () => {
    const days = ["2027-03-23", "2027-03-30", "2027-10-26", "2027-11-02"];
    const workshops = days.map((day) =>
      workshop({ id: day, localStart: `${day}T18:00`, localEnd: `${day}T20:00` }),
    );
    const programme = programmeOf({
      rooms: [room("nantes", { kinds: ["day-before"] })],
      workshops,
    });
    const walls = days.map((day) => {
      const window = between(`${day}T00:00:00Z`, `${day}T00:00:00Z`);
      window.from.setUTCDate(window.from.getUTCDate() - 1);
      return plan(programme, window).rows.map(({ workshops: [id], effectiveStart }) => [
        id,
        effectiveStart && wallTimeAt(effectiveStart, "Europe/Paris"),
        effectiveStart && wallTimeAt(effectiveStart, "Indian/Reunion").slice(11),
      ]);
    });
    const hours = ["21:00", "20:00", "20:00", "21:00"];
    expect(walls).toEqual(days.map((day, at) => [[day, `${day}T18:00`, hours[at]]]));
  });

  it("is one message for a room subscribed to two themes of the same workshop", () => {
    const kinds = ["new", "day-before"] as const;
    const programme = programmeOf({
      rooms: [room("nantes", { themes: ["libres", "securite"], kinds })],
      workshops: [workshop({ themes: ["libres", "securite"] })],
      occasions: [announced({ workshops: [workshop({ themes: ["libres", "securite"] })] })],
    });
    const first = plan(programme, between("2027-03-01T08:59:00Z", "2027-03-01T09:00:00Z"));
    expect(first.rows.map(({ kind }) => kind)).toEqual(["new"]);
    const { rows } = plan(
      { ...programme, occasions: [] },
      between("2027-03-08T16:59:00Z", "2027-03-08T17:00:00Z"),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["day-before"]);
  });

  it("holds back one broadcast for the nights of Tahiti and of Paris alike", () => {
    const kinds = ["new"] as const;
    const rooms = [room("nantes", { kinds }), room("papeete", { kinds, zone: "Pacific/Tahiti" })];
    const morning = programmeOf({ rooms, occasions: [announced()] });
    const { rows } = plan(morning, between("2027-03-01T08:59:00Z", "2027-03-01T09:00:00Z"));
    expect(rows.map(inWords)).toEqual([
      "new libres -> nantes 2027-03-01T09:00",
      // 23:00 there: at 8:00 the next morning.
      "new libres -> papeete 2027-03-01T18:00",
    ]);
    const at = new Date("2027-03-01T21:00:00Z");
    const evening = programmeOf({ rooms, occasions: [announced({ at })] });
    const { rows: later } = plan(evening, { from: new Date(at.getTime() - 60_000), to: at });
    expect(later.map(inWords)).toEqual([
      "new libres -> nantes 2027-03-02T07:00",
      "new libres -> papeete 2027-03-01T21:00",
    ]);
  });

  it("reminds once more, for the new date alone, when a workshop moves after its reminder", () => {
    const rooms = [room("nantes", { kinds: ["day-before"] })];
    const before = programmeOf({ rooms, workshops: [workshop()] });
    const first = plan(before, between("2027-03-08T00:00:00Z", "2027-03-08T17:00:00Z"));
    const moved = workshop({
      localStart: "2027-03-16T18:00",
      localEnd: "2027-03-16T20:00",
      status: "moved",
      previousStarts: ["2027-03-09T18:00"],
      revision: 1,
    });
    const since = programmeOf({ rooms, workshops: [moved] });
    const known = new Set(first.rows.flatMap(keysOf));
    const words: string[] = [];
    for (let day = 8; day < 18; day += 1) {
      const window = between(
        `2027-03-${String(day).padStart(2, "0")}T17:01:00Z`,
        `2027-03-${String(day + 1).padStart(2, "0")}T17:00:00Z`,
      );
      const { rows } = plan(since, window, (key) => known.has(key));
      words.push(
        ...rows.map(({ kind, effectiveStart }) => `${kind} ${effectiveStart?.toISOString()}`),
      );
    }
    expect(first.rows.length).toBe(1);
    expect(words).toEqual(["day-before 2027-03-16T17:00:00.000Z"]);
  });

  it("tells a change to the rooms that were told and to people registered, these at once", () => {
    const moved = workshop({
      localStart: "2027-03-10T18:00",
      localEnd: "2027-03-10T20:00",
      revision: 1,
    });
    const at = new Date("2027-03-09T05:00:00Z");
    const told = [room("nantes")];
    const occasion = announced({
      kind: "change",
      workshops: [moved],
      before: workshop(),
      at,
      told,
    });
    const near = workshop({ localStart: "2027-03-09T09:00", localEnd: "2027-03-09T20:00" });
    const registered = [person("amina")];
    const programme = programmeOf({
      rooms: [room("rennes"), room("nantes", { kinds: ["change"] })],
      occasions: [{ ...occasion, before: near, registered }],
    });
    const { rows } = plan(programme, { from: new Date(at.getTime() - 60_000), to: at });
    expect(rows.map(inWords)).toEqual([
      "change libres -> amina 2027-03-09T05:00",
      "change libres -> nantes 2027-03-09T07:00",
    ]);
  });

  it("leaves alone who asked for silence, but for what they signed up to", () => {
    const silentUntil = "2027-04-01T00:00:00.000Z";
    const recipient = person("amina", { silentUntil });
    const programme = programmeOf({
      rooms: [room("nantes", { silentUntil, kinds: ["digest", "day-before"] })],
      workshops: [workshop()],
      attendees: { libres: [{ recipient, wants: ["day-before"] }] },
    });
    const { rows } = plan(programme, between("2027-03-08T07:00:00Z", "2027-03-08T17:05:00Z"));
    expect(rows.map(inWords)).toEqual(["day-before libres -> amina 2027-03-08T17:00"]);
  });

  it.each(["cancelled", "postponed"] as const)("reminds nobody of a workshop %s", (status) => {
    const rooms = [room("nantes", { kinds: ["day-before", "hour-before"] })];
    const programme = programmeOf({ rooms, workshops: [workshop({ status })] });
    expect(plan(programme, between("2027-03-08T00:00:00Z", "2027-03-09T18:00:00Z")).rows).toEqual(
      [],
    );
  });
});

describe("a clock that jumps", () => {
  const programme = programmeOf({ rooms: [room("nantes")], workshops: [] });

  it("back an hour repeats no message: the same keys come again", () => {
    const due = between("2027-03-08T07:59:00Z", "2027-03-08T08:01:00Z");
    const again = plan(programme, due);
    expect(plan(programme, due).rows.map(({ key }) => key)).toEqual(
      again.rows.map(({ key }) => key),
    );
    const back = windowSince(due.to, new Date("2027-03-08T07:01:00Z"));
    expect(plan(programme, back).rows).toEqual([]);
    const known = new Set(again.rows.map(({ key }) => key));
    expect(plan(programme, due, (key) => known.has(key)).rows).toEqual([]);
  });

  it("back leaves a window with nothing in it", () => {
    const now = new Date("2027-03-08T07:01:00Z");
    expect(windowSince(new Date("2027-03-08T08:01:00Z"), now)).toEqual({ from: now, to: now });
    expect(windowSince(undefined, now)).toEqual({ from: now, to: now });
  });

  it("back over an announcement does not repeat it, even moved meanwhile", () => {
    const rooms = [room("nantes", { kinds: ["new"] })];
    const moved = workshop({
      localStart: "2027-03-16T18:00",
      previousStarts: ["2027-03-09T18:00"],
      revision: 1,
    });
    const keys = [workshop(), moved].map((one) => {
      const planned = programmeOf({ rooms, occasions: [announced({ workshops: [one] })] });
      return plan(planned, between("2027-03-01T08:59:00Z", "2027-03-01T09:00:00Z")).rows[0]?.key;
    });
    expect(keys[0]).toBeDefined();
    expect(keys[1]).toBe(keys[0]);
  });

  it("forward a day loses nothing: what the jump went over is late by a day", () => {
    const { rows } = plan(programme, between("2027-03-08T07:59:00Z", "2027-03-09T07:59:00Z"));
    expect(rows.map(inWords)).toEqual(["digest -> nantes 2027-03-09T07:59 late"]);
  });
});
