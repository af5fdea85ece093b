import { expect, it } from "vitest";
import { planEvents } from "../../src/announcements/mirror/plan-events.ts";
import { wantedEvents } from "../../src/announcements/mirror/wanted-events.ts";
import { sayingIn } from "../../src/bot/saying-in.ts";
import type { CalendarEvent } from "../../src/model/calendar-event.ts";
import type { MirroredEvent } from "../../src/model/stored-mirror.ts";
import { contentTell } from "../support/guild-rig.ts";
import { workshopLike } from "../support/workshop-like.ts";

const now = new Date("2027-03-01T09:00:00Z");
const saying = {
  ...sayingIn(contentTell)("fr"),
  language: "fr" as const,
  timeZone: "Europe/Paris",
};

it("shows what is published and to come, each occurrence by itself, first to start first", () => {
  const { events, unsettled } = wantedEvents(
    [
      workshopLike({ id: "late", localStart: "2027-04-06T18:00", seriesId: "s" }),
      workshopLike({ id: "soon", localStart: "2027-03-30T18:00", seriesId: "s" }),
      workshopLike({ id: "draft", publication: "draft" }),
      workshopLike({ id: "cancelled", status: "cancelled" }),
      workshopLike({ id: "postponed", status: "postponed" }),
      workshopLike({ id: "past", localStart: "2027-02-28T18:00" }),
      workshopLike({ id: "changed", updatedAt: "2027-03-01T08:51:00.000Z" }),
    ],
    now,
    saying,
  );
  expect([...events.keys()]).toEqual(["changed", "soon", "late"]);
  // 18:00 in Paris before and after the clock change of 28 March.
  expect([...events.values()].map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
    ["2027-03-09T17:00:00.000Z", "2027-03-09T19:00:00.000Z"],
    ["2027-03-30T16:00:00.000Z", "2027-03-30T18:00:00.000Z"],
    ["2027-04-06T16:00:00.000Z", "2027-04-06T18:00:00.000Z"],
  ]);
  expect([...unsettled]).toEqual(["changed"]);
});

const event = (startsAt: string): CalendarEvent => ({
  title: "Atelier",
  text: "",
  place: "ici",
  startsAt,
  endsAt: "2027-12-31T20:00:00.000Z",
});

const known = (workshop: string, startsAt: string): MirroredEvent => ({
  platform: "there",
  calendar: "1",
  workshop,
  asked: event(startsAt),
  at: now.toISOString(),
});

it("makes the next ones first where there is no room for all, and takes none away for them", () => {
  const days = ["04", "05", "06", "07"].map((day) => `2027-03-${day}T17:00:00.000Z`);
  const [first = "", second = "", third = "", last = ""] = days;
  const { toCancel, toWrite } = planEvents({
    wanted: new Map([
      ["a", event(first)],
      ["b", event(second)],
      ["c", event(third)],
      ["d", event(last)],
    ]),
    unsettled: new Set(),
    known: [known("d", last)],
    mostEvents: 3,
    now,
  });
  expect(toCancel).toEqual([]);
  expect(toWrite.map(({ workshop }) => workshop)).toEqual(["a", "b"]);
});

it("leaves what has begun and what may still be taken back, and cancels the rest", () => {
  const { toCancel, toWrite } = planEvents({
    wanted: new Map([["edited", event("2027-03-05T17:00:00.000Z")]]),
    unsettled: new Set(["edited", "taken-back"]),
    known: [
      known("edited", "2027-03-04T17:00:00.000Z"),
      known("taken-back", "2027-03-04T17:00:00.000Z"),
      known("begun", "2027-03-01T08:00:00.000Z"),
      known("gone", "2027-03-04T17:00:00.000Z"),
    ],
    mostEvents: 50,
    now,
  });
  expect(toCancel.map(({ workshop }) => workshop)).toEqual(["gone"]);
  expect(toWrite).toEqual([]);
});
