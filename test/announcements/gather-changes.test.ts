import { describe, expect, it } from "vitest";
import { gatherChanges } from "../../src/announcements/gather-changes.ts";
import type { ToldWorkshop } from "../../src/model/stored-announcer.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { workshop } from "./programme-of.ts";

const at = (minute: number) => new Date(Date.UTC(2027, 2, 1, 10, minute));

/** What becomes of edits made at minutes past ten, each looked at when it was made. */
function gathered(...edits: readonly (readonly [minute: number, Partial<Workshop>])[]) {
  let known: ToldWorkshop = { workshop: workshop() };
  const now = workshop();
  let found;
  for (const [minute, changes] of edits) {
    Object.assign(now, changes, { updatedAt: at(minute).toISOString() });
    found = gatherChanges(known, now);
    known = { workshop: known.workshop, ...found?.kept };
  }
  return found && { kind: found.kind, at: found.at };
}

describe("changes of a workshop", () => {
  it("of the same ten minutes are one notice, ten minutes after the first", () => {
    const three = gathered(
      [0, { localStart: "2027-03-10T18:00" }],
      [4, { localStart: "2027-03-11T18:00" }],
      [9, { localStart: "2027-03-16T18:00" }],
    );
    expect(three).toEqual({ kind: "change", at: at(10) });
  });

  it("that were undone in time are no notice", () => {
    expect(gathered([0, { status: "cancelled" }], [8, { status: "scheduled" }])).toBeUndefined();
  });

  it("of the text alone are corrected where they stand", () => {
    expect(gathered([0, { title: { fr: "Logiciels libres" } }])).toEqual({
      kind: "correction",
      at: at(10),
    });
  });

  it("that are news are gathered from the first of them, not from a correction before", () => {
    const title = { fr: "Logiciels libres" };
    const place = { name: "Agora" };
    expect(gathered([0, { title }], [9, { place }], [12, { mode: "both" }])).toEqual({
      kind: "change",
      at: at(19),
    });
  });

  it.each(["cancelled", "postponed"] as const)(
    "that make it %s leave ten minutes of their own to undo that",
    (status) => {
      const found = gathered([0, { localStart: "2027-03-10T18:00" }], [9, { status }]);
      const kind = status === "cancelled" ? "cancellation" : "change";
      expect(found).toEqual({ kind, at: at(19) });
      expect(gathered([0, { status: "postponed" }], [9, { status: "cancelled" }])).toEqual({
        kind: "cancellation",
        at: at(10),
      });
    },
  );
});
