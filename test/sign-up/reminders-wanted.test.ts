import { describe, expect, it } from "vitest";
import type { ReminderTime, ReminderWish } from "../../src/model/reminder-wish.ts";
import { remindersWanted } from "../../src/sign-up/reminders-wanted.ts";
import { asker } from "./seat-fixtures.ts";

const workshop = "01WORKSHOP";

function wish(times: readonly ReminderTime[], of?: string, at = "2027-03-01T09:00:00Z") {
  const { person, answerIn } = asker("amina");
  return { person, answerIn, workshop: of, times, at } satisfies ReminderWish;
}

function wanted(wishes: readonly ReminderWish[], hasSeat = true): readonly ReminderTime[] {
  return remindersWanted(workshop, { wishes, hasSeat });
}

describe("the reminders a person wants", () => {
  it("are the evening before and an hour before, when they said nothing", () => {
    expect(wanted([])).toEqual(["day-before", "hour-before"]);
  });

  it("are what they said last: of this workshop before all others", () => {
    const wishes = [
      wish(["hour-before"]),
      wish([], undefined, "2027-03-02T09:00:00Z"),
      wish(["day-before"], workshop),
      wish(["hour-before"], "01OTHER", "2027-03-03T09:00:00Z"),
    ];
    expect(wanted(wishes.slice(0, 2))).toEqual([]);
    expect(wanted(wishes)).toEqual(["day-before"]);
  });

  it("are none without a seat, unless they asked it of that workshop", () => {
    expect(wanted([wish(["day-before"])], false)).toEqual([]);
    expect(wanted([wish(["hour-before"], workshop)], false)).toEqual(["hour-before"]);
  });
});
