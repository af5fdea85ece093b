import { describe, expect, it } from "vitest";
import { upcoming } from "../../src/announcements/upcoming.ts";
import { person, programmeOf, room, workshop } from "./programme-of.ts";

const now = new Date("2027-03-08T07:00:00Z");

describe("what comes next", () => {
  it("is told in its order, with what the clocks show and how many get it", () => {
    const kinds = ["digest", "day-before", "hour-before"] as const;
    const programme = programmeOf({
      rooms: [
        room("nantes", { kinds }),
        room("rennes"),
        room("saint-denis", { kinds, zone: "Indian/Reunion" }),
      ],
      workshops: [workshop({ localStart: "2027-03-09T15:00" })],
      attendees: { libres: [{ recipient: person("amina"), wants: ["hour-before"] }] },
      occasions: [
        {
          kind: "new",
          workshops: [workshop({ id: "don" })],
          at: new Date("2027-03-08T20:30:00Z"),
          told: [],
          registered: [],
        },
      ],
    });
    const next = upcoming(programme, now, 5).map(({ kind, walls }) => [
      kind,
      ...walls.map(({ zone, wall, recipients }) => `${zone} ${wall} ${recipients}`),
    ]);
    expect(next).toEqual([
      ["digest", "Europe/Paris 2027-03-08T09:00 2"],
      ["day-before", "Indian/Reunion 2027-03-08T18:00 1"],
      ["day-before", "Europe/Paris 2027-03-08T18:00 1"],
      ["hour-before", "Europe/Paris 2027-03-09T14:00 2", "Indian/Reunion 2027-03-09T17:00 1"],
      ["digest", "Indian/Reunion 2027-03-15T09:00 1"],
    ]);
  });

  it("is told at the hour it will really go, nights minded, each message once", () => {
    const at = new Date("2027-03-08T20:30:00Z");
    const workshops = [workshop()] as const;
    const programme = programmeOf({
      rooms: [room("nantes", { kinds: ["new"] })],
      occasions: [{ kind: "new", workshops, at, told: [], registered: [] }],
    });
    expect(upcoming(programme, now).map((one) => one.at)).toEqual([
      new Date("2027-03-09T07:00:00Z"),
    ]);
  });

  it("is ten messages at most, and stops looking after a season", () => {
    expect(upcoming(programmeOf({ rooms: [room("nantes")] }), now).length).toBe(10);
    expect(upcoming(programmeOf({}), now)).toEqual([]);
  });
});
