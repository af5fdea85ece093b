import { describe, expect, it } from "vitest";
import type { AnnouncementKind } from "../../src/model/planned-announcement.ts";
import type { PlannedRow } from "../../src/announcements/planned-row.ts";
import { recheck } from "../../src/announcements/recheck.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { room, workshop } from "./programme-of.ts";

function row(kind: PlannedRow["kind"], changes: Partial<PlannedRow> = {}): PlannedRow {
  return {
    key: `${kind} key`,
    kind,
    workshops: ["libres"],
    recipient: room("nantes"),
    target: "nantes",
    dueAt: new Date("2027-03-08T17:00:00Z"),
    usefulUntil: new Date("2027-03-09T14:00:00Z"),
    effectiveStart: new Date("2027-03-09T17:00:00Z"),
    isRegistered: false,
    isLate: false,
    parts: [],
    replaces: [],
    ...changes,
  };
}

const now = new Date("2027-03-08T17:00:00Z");

const moved = { localStart: "2027-03-16T18:00", localEnd: "2027-03-16T20:00" };

describe("at the moment of sending", () => {
  it.each<[AnnouncementKind, string, Partial<Workshop> | undefined, string | undefined]>([
    ["day-before", "is as it was planned", {}, undefined],
    ["day-before", "was deleted", undefined, "gone"],
    ["day-before", "went back to draft", { publication: "draft" }, "unpublished"],
    ["day-before", "was cancelled", { status: "cancelled" }, "cancelled"],
    ["day-before", "has no date any more", { status: "postponed" }, "postponed"],
    ["day-before", "was moved", moved, "moved"],
    ["satisfaction", "was cancelled", { status: "cancelled" }, "cancelled"],
    ["new", "was moved: the new date is told", moved, undefined],
    ["new", "was cancelled", { status: "cancelled" }, "cancelled"],
    ["change", "has no date any more: that is the news", { status: "postponed" }, undefined],
    ["change", "was cancelled since", { status: "cancelled" }, "cancelled"],
    ["change", "was moved again", moved, "moved"],
    ["cancellation", "is cancelled", { status: "cancelled" }, undefined],
    ["cancellation", "takes place after all", {}, "restored"],
  ])("a message of kind %s about a workshop that %s", (kind, _, state, reason) => {
    const read = () => (state ? workshop(state) : undefined);
    const { row: left, skipped } = recheck(row(kind), read, now);
    expect(left === undefined).toBe(reason !== undefined);
    expect(skipped).toEqual(reason === undefined ? [] : [{ key: `${kind} key`, reason }]);
  });

  it("a reminder of a workshop that is over is not sent, however late its usefulness was set", () => {
    const late = new Date("2027-03-09T19:00:00Z");
    const usefulUntil = new Date("2027-04-01T00:00:00Z");
    const over = recheck(row("hour-before", { usefulUntil }), () => workshop(), late);
    expect(over.skipped).toEqual([{ key: "hour-before key", reason: "over" }]);
    const asked = recheck(row("satisfaction", { usefulUntil }), () => workshop(), late);
    expect(asked.row).toBeDefined();
  });

  it.each(["digest", "day-before"] as const)("a %s past its use is not sent", (kind) => {
    const workshops = kind === "digest" ? [] : ["libres"];
    const after = new Date("2027-03-09T14:00:01Z");
    const { skipped } = recheck(row(kind, { workshops }), () => workshop(), after);
    expect(skipped).toEqual([{ key: `${kind} key`, reason: "too-late" }]);
  });

  it("a series announced as one goes without the date that was cancelled", () => {
    const series = row("new", { workshops: ["first", "second"] });
    const read = (id: string) =>
      workshop({ id, status: id === "first" ? "cancelled" : "scheduled" });
    expect(recheck(series, read, now).row?.workshops).toEqual(["second"]);
    expect(recheck(series, () => workshop({ status: "cancelled" }), now).row).toBeUndefined();
  });

  it("one message for several tells what is left of them", () => {
    const parts = ["libres", "don"].map((id) => row("new", { key: id, workshops: [id] }));
    const merged = row("new", { workshops: ["libres", "don"], parts });
    const read = (id: string) => workshop({ id, status: id === "don" ? "cancelled" : "scheduled" });
    const { row: left, skipped } = recheck(merged, read, now);
    expect(left?.workshops).toEqual(["libres"]);
    expect(left?.parts.map(({ key }) => key)).toEqual(["libres"]);
    expect(skipped).toEqual([{ key: "don", reason: "cancelled" }]);
    expect(recheck(merged, () => undefined, now).row).toBeUndefined();
  });
});
