import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { transition, type Transition } from "../../src/workshops/life-cycle.ts";
import { minutesToUndo, undo } from "../../src/workshops/undo.ts";
import { workshopLike } from "../support/workshop-like.ts";

const by = "simulated:claire";
const at = new Date("2027-01-10T09:00:00Z");

function done(workshop: Workshop, wanted: Transition, when = at) {
  const outcome = transition(workshop, wanted, { by, at: when });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome;
}

function refusal(workshop: Workshop, wanted: Transition): string | undefined {
  const outcome = transition(workshop, wanted, { by, at });
  return outcome.kind === "refused" ? outcome.why : outcome.kind;
}

const published = workshopLike();
const draft = workshopLike({ publication: "draft" });
const cancelled = workshopLike({ status: "cancelled" });
const over = workshopLike({ localStart: "2027-01-09T18:00" });

describe("the life of a workshop", () => {
  it("goes from draft by a review to the public, without a revision", () => {
    const review = done(draft, { kind: "submit" }).workshop;
    expect(review.publication).toBe("review");
    const refused = done(review, { kind: "refuse", reason: "trop court" }).workshop;
    expect(refused).toMatchObject({ publication: "draft", reason: "trop court" });
    const shown = done(review, { kind: "approve" }).workshop;
    expect(shown).toMatchObject({ publication: "published", revision: 0 });
  });

  it("records who did what, why, and what was before", () => {
    const { workshop, change } = done(published, { kind: "cancel", reason: "neige" });
    expect(workshop).toMatchObject({ status: "cancelled", reason: "neige", revision: 1 });
    expect(change).toEqual({
      owner: by,
      workshop: published.id,
      kind: "cancel",
      reason: "neige",
      before: published,
      at: workshop.updatedAt,
    });
  });

  it("keeps every earlier start of what is moved twice, and forgets one that holds again", () => {
    const move = (workshop: Workshop, localStart: string) =>
      done(workshop, { kind: "edit", fields: { localStart } }).workshop;
    const once = move(published, "2027-03-16T18:00");
    expect(once).toMatchObject({
      status: "moved",
      previousStarts: ["2027-03-09T18:00"],
      revision: 1,
    });
    const twice = move(once, "2027-03-12T18:00");
    expect(twice.previousStarts).toEqual(["2027-03-09T18:00", "2027-03-16T18:00"]);
    expect(move(twice, "2027-03-09T18:00").previousStarts).toEqual([
      "2027-03-12T18:00",
      "2027-03-16T18:00",
    ]);
  });

  it("is moved to another place too, without an earlier start", () => {
    const edit = { kind: "edit", fields: { place: { name: "Agora" } } } as const;
    expect(done(published, edit).workshop).toMatchObject({ status: "moved", previousStarts: [] });
  });

  it("does not move with a spelling mended, which is a revision all the same", () => {
    const edit = { kind: "edit", fields: { title: { fr: "Autre titre" } } } as const;
    expect(done(published, edit).workshop).toMatchObject({ status: "scheduled", revision: 1 });
  });

  it("postponed, is moved once it has a date", () => {
    const postponed = done(published, { kind: "postpone", reason: "grève" }).workshop;
    expect(postponed.status).toBe("postponed");
    const edit = { kind: "edit", fields: { localStart: "2027-04-06T18:00" } } as const;
    expect(done(postponed, edit).workshop.status).toBe("moved");
  });

  it("goes on line with its place given up", () => {
    const workshop = workshopLike({ mode: "on-site", place: { name: "Agora" } });
    const fields = { joinSecret: "https://exemple.fr/x" };
    expect(done(workshop, { kind: "move-online", fields, reason: "neige" }).workshop).toMatchObject(
      {
        status: "moved-online",
        mode: "online",
        place: undefined,
      },
    );
  });

  it.each<[string, Workshop, Transition, string]>([
    ["publish twice", published, { kind: "publish" }, "workshop-not-draft"],
    ["approve a draft", draft, { kind: "approve" }, "workshop-not-in-review"],
    ["cancel a draft", draft, { kind: "cancel", reason: "" }, "workshop-not-published"],
    ["cancel twice", cancelled, { kind: "cancel", reason: "" }, "workshop-is-cancelled"],
    ["edit what is cancelled", cancelled, { kind: "edit", fields: {} }, "workshop-is-cancelled"],
    ["move what is over", over, { kind: "edit", fields: {} }, "workshop-is-over"],
    ["remove what is announced", published, { kind: "archive" }, "workshop-not-over"],
    ["edit nothing", published, { kind: "edit", fields: {} }, "unchanged"],
    [
      "move into the past",
      published,
      { kind: "edit", fields: { localStart: "2027-01-01T18:00" } },
      "faulty",
    ],
    [
      "publish what is past",
      workshopLike({ ...over, publication: "draft" }),
      { kind: "publish" },
      "faulty",
    ],
  ])("refuses to %s", (_, workshop, wanted, why) => {
    expect(refusal(workshop, wanted)).toBe(why);
  });

  it.each([draft, cancelled, over])(
    "ends in the archive: $publication, $status, $localStart",
    (workshop) => {
      expect(done(workshop, { kind: "archive" }).workshop.publication).toBe("archived");
    },
  );
});

describe("undoing", () => {
  const { workshop: moved, change } = done(published, {
    kind: "edit",
    fields: { localStart: "2027-03-16T18:00" },
  });
  const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

  it("brings back what was before, as a newer revision: a calendar never goes back", () => {
    const outcome = undo(moved, change, { by, at: minutesLater(10) });
    expect(outcome).toMatchObject({
      kind: "done",
      workshop: { ...published, revision: 2, updatedAt: minutesLater(10).toISOString() },
      change: { kind: "undo", owner: by },
    });
  });

  it("is too late after ten minutes", () => {
    const outcome = undo(moved, change, { by, at: minutesLater(minutesToUndo + 0.1) });
    expect(outcome).toEqual({ kind: "refused", why: "workshop-undo-too-late" });
  });

  it("never takes back another change than the last, even one of the same instant", () => {
    const again = done(moved, { kind: "edit", fields: { capacity: 5 } }).workshop;
    const outcome = undo(again, change, { by, at });
    expect(outcome).toEqual({ kind: "refused", why: "workshop-changed-since" });
  });
});
