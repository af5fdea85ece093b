import { expect, it } from "vitest";
import type { LedgerEntry } from "../../src/model/ledger-entry.ts";
import type { SignUpNumbers } from "../../src/model/sign-up-numbers.ts";
import { sumFigures } from "../../src/statistics/figures.ts";
import { gatherCounted } from "../../src/statistics/gather-counted.ts";
import { workshopLike } from "../support/workshop-like.ts";

const at = "2027-03-10T09:00:00.000Z";
const numbersOf = (workshop: string, said: Partial<SignUpNumbers>): SignUpNumbers => ({
  workshop,
  people: 0,
  seats: 0,
  waiting: 0,
  refused: 0,
  offersExpired: 0,
  gaveUp: { earlier: 0, lastWeek: 0, lastDay: 0 },
  attended: 0,
  absent: 0,
  origins: {},
  at,
  ...said,
});
const message = (room: string, state: LedgerEntry["state"]): LedgerEntry => ({
  campaign: 1,
  kind: "digest",
  workshops: ["a", "b"],
  plannedAt: at,
  at,
  to: { platform: "here", room, isDirect: room.startsWith("@") },
  state,
});
const sent = { kind: "sent", messages: ["id"] } as const;

const workshops = [
  workshopLike({ id: "a", capacity: 10 }),
  workshopLike({ id: "b", themes: ["security"], territories: ["44"] }),
  workshopLike({ id: "c", capacity: 20, status: "cancelled", localStart: "2027-04-06T18:00" }),
  workshopLike({ id: "draft", publication: "draft" }),
  workshopLike({ id: "put-away", publication: "archived" }),
  workshopLike({ id: "over", publication: "archived", revision: 1 }),
];
const ledger = [
  message("#nantes", sent),
  message("#nantes", sent),
  message("@amina", sent),
  message("#lyon", { kind: "skipped", reason: "too-late" }),
  message("#lyon", { kind: "failed", attempts: 9, why: "left", isGivenUp: true }),
  message("#brest", { kind: "failed", attempts: 1, why: "busy", isGivenUp: false }),
  message("#brest", { kind: "planned" }),
];
const numbers = [
  numbersOf("a", { people: 4, seats: 5, meanLeadDays: 10, came: 3, origins: { digest: 4 } }),
  numbersOf("b", { people: 1, seats: 1, meanLeadDays: 5, attended: 0, absent: 1 }),
];
const kept = { workshops, numbers, ledger };
const idsOf = (wish: Parameters<typeof gatherCounted>[1]) =>
  gatherCounted(kept, wish).map(({ workshop }) => workshop.id);

it("counts what the public was told of, and of that what is asked for", () => {
  expect(idsOf({})).toEqual(["a", "b", "c", "over"]);
  expect(idsOf({ theme: "security" })).toEqual(["b"]);
  expect(idsOf({ territory: "44" })).toEqual(["b"]);
  expect(idsOf({ month: "2027-04" })).toEqual(["c"]);
  expect(idsOf({ workshop: "a" })).toEqual(["a"]);
});

it("fills only seats there are: of workshops that take place and have a limit", () => {
  expect(sumFigures(gatherCounted(kept, {}))).toMatchObject({
    workshops: 4,
    calledOff: 1,
    seats: 10,
    seatsTaken: 5,
    filling: 0.5,
    people: 5,
    came: 3,
    cameCounted: 2,
    leadDays: 9,
    origins: { announcement: 0, digest: 4, diagnostic: 0, question: 0 },
  });
  expect(sumFigures(gatherCounted(kept, { workshop: "b" })).filling).toBeUndefined();
});

it("counts a message that told of two workshops once in their sum", () => {
  const whole = sumFigures(gatherCounted(kept, {}));
  expect(whole).toMatchObject({ rooms: 1, peopleTold: 1, sent: 3 });
  expect([...whole.skipped]).toEqual([["too-late", 1]]);
  expect([...whole.failed]).toEqual([["left", 1]]);
  expect(sumFigures(gatherCounted(kept, { workshop: "a" })).sent).toBe(3);
});
