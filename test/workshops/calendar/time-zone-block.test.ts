import { describe, expect, it } from "vitest";
import { timeZoneBlock } from "../../../src/workshops/calendar/time-zone-block.ts";

const in2027 = { from: new Date("2027-01-05T12:00:00Z"), to: new Date("2027-12-20T12:00:00Z") };

describe("the clocks of a zone in a calendar", () => {
  it.each([
    ["Europe/Paris", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"],
    ["America/Miquelon", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"],
  ])("follow two yearly rules in %s", (zone, daylight, standard) => {
    const block = timeZoneBlock(zone, in2027);
    expect(block.map(({ kind, yearly }) => [kind, yearly])).toEqual([
      ["standard", standard],
      ["daylight", daylight],
    ]);
  });

  it("tell the hour shown when they are changed, and both offsets", () => {
    const [standard, daylight] = timeZoneBlock("Europe/Paris", in2027);
    expect(standard).toMatchObject({
      onset: "2024-10-27T03:00",
      secondsBefore: 7200,
      secondsAfter: 3600,
    });
    expect(daylight).toMatchObject({
      onset: "2024-03-31T02:00",
      secondsBefore: 3600,
      secondsAfter: 7200,
    });
  });

  it.each([
    ["Indian/Reunion", 14_400],
    ["America/Guadeloupe", -14_400],
    ["Pacific/Noumea", 39_600],
    ["Pacific/Tahiti", -36_000],
    ["Pacific/Marquesas", -34_200],
    ["UTC", 0],
  ])("never change in %s", (zone, seconds) => {
    expect(timeZoneBlock(zone, in2027)).toEqual([
      {
        kind: "standard",
        onset: "1970-01-01T00:00",
        secondsBefore: seconds,
        secondsAfter: seconds,
        yearly: undefined,
      },
    ]);
  });

  it("are told date by date where they follow the moon", () => {
    const block = timeZoneBlock("Africa/Casablanca", in2027);
    expect(block.map(({ onset, yearly }) => [onset, yearly])).toContainEqual([
      "2027-02-07T03:00",
      undefined,
    ]);
    expect(block.length).toBeLessThan(12);
  });
});
