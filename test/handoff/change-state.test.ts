import { describe, expect, it } from "vitest";
import { allowedAfter, changeState, revise } from "../../src/handoff/change-state.ts";
import type { RequestState, RequestStateKind } from "../../src/model/request.ts";
import { requestLike, stateLike } from "../support/request-like.ts";

const THEN = "2026-11-24T09:00:00.000Z";
const NOW = new Date("2026-11-24T10:00:00.000Z");
const LATER = new Date("2026-11-25T10:00:00.000Z");

/** The table of HANDOFF.md 3, written out a second time: one line a state, `+` where it may follow. */
const kinds: readonly RequestStateKind[] = [
  "draft",
  "queued",
  "offered",
  "claimed",
  "transferring",
  "active",
  "waiting-asker",
  "undeliverable",
  "resolved",
  "closed",
  "unanswered",
  "referred",
  "withdrawn",
  "merged",
  "spam",
];
const table: Readonly<Record<RequestStateKind, string>> = {
  //               d q o c t a w u r c u r w m s
  draft: /*     */ ". + . . . . . . . . . . + + .",
  queued: /*    */ ". . + + . . . . . . + . + + +",
  offered: /*   */ ". + . + . . . . . . + . + + +",
  claimed: /*   */ ". + . . + + . + . . . . + + +",
  transferring: /**/ ". + . + . + + . . . . . + . +",
  active: /*    */ ". + . + + . + + + . . . + + +",
  "waiting-asker": ". + . + + + . + + . . . + + +",
  undeliverable: /**/ ". + . + . + + . + . . . + . +",
  resolved: /*  */ ". + . + . . . . . + . . + . .",
  closed: /*    */ ". + . + . . . . . . . . + . .",
  unanswered: /**/ ". + . + . . . . . . . + + . .",
  referred: /*  */ ". + . . . . . . . . . . + . .",
  withdrawn: /* */ ". . . . . . . . . . . . . . .",
  merged: /*    */ ". . . . . . . . . . . . . . .",
  spam: /*      */ ". . . . . . . . . . . . . . .",
};
const pairs = kinds.flatMap((from) =>
  table[from].split(" ").map((sign, at) => [from, kinds[at] ?? from, sign === "+"] as const),
);

describe("what may follow what", () => {
  it.each(pairs)("from %s to %s: %s", (from, to, isAllowed) => {
    const request = requestLike(THEN, { state: stateLike(from, THEN) });
    const after = changeState(request, stateLike(to, NOW.toISOString()), NOW);
    expect(after?.state.kind).toBe(isAllowed ? to : undefined);
    expect(allowedAfter[from].includes(to)).toBe(isAllowed);
  });

  it("tells all 225 pairs", () => {
    expect(pairs).toHaveLength(225);
  });

  it.each(["claimed", "active", "waiting-asker", "undeliverable"] as const)(
    "lets a substitute take what is %s, and nobody take it from themselves",
    (kind) => {
      const request = requestLike(THEN, { state: stateLike(kind, THEN) });
      const to = (adviser: string) =>
        changeState(request, { kind, adviser, since: NOW.toISOString() }, NOW);
      expect(to("david")?.state).toMatchObject({ kind, adviser: "david" });
      expect(to("camille")).toBeUndefined();
    },
  );

  it("lets a transfer be agreed to once", () => {
    const asked: RequestState = { ...transfer, awaitsConsent: true };
    const request = requestLike(THEN, { state: asked });
    const agreed = changeState(request, { ...transfer, since: NOW.toISOString() }, NOW);
    expect(agreed).toMatchObject({ turn: "adviser", waitingSince: THEN });
    expect(agreed && changeState(agreed, transfer, NOW)).toBeUndefined();
  });

  it("lets an adviser wait until another day", () => {
    const state: RequestState = { kind: "waiting-asker", adviser: "camille", since: THEN };
    const after = changeState(requestLike(THEN, { state }), { ...state, until: THEN }, NOW);
    expect(after?.state).toMatchObject({ until: THEN });
  });

  it.each([
    ["closed", 30, true],
    ["closed", 31, false],
    ["referred", 31, false],
    ["resolved", 31, true],
  ] as const)("reopens what is %s after %i days: %s", (kind, days, isAllowed) => {
    const request = requestLike(THEN, { state: stateLike(kind, THEN) });
    const at = new Date(Date.parse(THEN) + days * 86_400_000);
    const after = changeState(request, { kind: "queued", since: at.toISOString() }, at);
    expect(after !== undefined).toBe(isAllowed);
  });

  it("lets what was closed long ago be taken back by its asker all the same", () => {
    const request = requestLike(THEN, { state: stateLike("closed", THEN) });
    const at = new Date("2027-06-01T10:00:00.000Z");
    expect(changeState(request, stateLike("withdrawn", at.toISOString()), at)).toBeDefined();
  });
});

describe("what follows from a change", () => {
  it.each([
    ["offered", "claimed", "adviser"],
    ["claimed", "active", "asker"],
    ["active", "waiting-asker", "asker"],
    ["waiting-asker", "active", "adviser"],
    ["claimed", "undeliverable", "asker"],
    ["undeliverable", "active", "adviser"],
    ["offered", "unanswered", "asker"],
    ["active", "resolved", "none"],
    ["active", "queued", "adviser"],
    ["resolved", "claimed", "adviser"],
    ["active", "transferring", "adviser"],
  ] as const)("from %s to %s it is the turn of: %s", (from, to, turn) => {
    const request = requestLike(THEN, { state: stateLike(from, THEN) });
    const after = changeState(request, stateLike(to, NOW.toISOString()), NOW);
    expect(after?.turn).toBe(turn);
    expect(after?.waitingSince).toBe(turn === "adviser" ? THEN : undefined);
  });

  it("begins the waiting anew once its asker spoke", () => {
    const waiting = requestLike(THEN, {
      state: stateLike("waiting-asker", THEN),
      turn: "asker",
      waitingSince: undefined,
    });
    const after = changeState(waiting, stateLike("active", NOW.toISOString()), NOW);
    expect(after?.waitingSince).toBe(NOW.toISOString());
  });

  it("counts one revision, and keeps what is changed besides", () => {
    const request = requestLike(THEN, { state: stateLike("offered", THEN), revision: 4 });
    const after = changeState(request, stateLike("claimed", THEN), NOW, { team: "loire-aide" });
    expect(after).toMatchObject({ revision: 5, team: "loire-aide", updatedAt: NOW.toISOString() });
  });

  it("notes when it was over, and forgets it once reopened", () => {
    const active = requestLike(THEN, { state: stateLike("active", THEN) });
    const resolved = changeState(active, stateLike("resolved", NOW.toISOString()), NOW);
    const closed = resolved && changeState(resolved, stateLike("closed", NOW.toISOString()), LATER);
    expect(closed).toMatchObject({
      resolvedAt: NOW.toISOString(),
      closedAt: LATER.toISOString(),
      reopened: 0,
    });
    const again = closed && changeState(closed, stateLike("claimed", LATER.toISOString()), LATER);
    expect(again).toMatchObject({
      resolvedAt: undefined,
      closedAt: undefined,
      reopened: 1,
      waitingSince: LATER.toISOString(),
    });
  });

  it.each(["withdrawn", "merged", "spam"] as const)("closes what is %s", (kind) => {
    const request = requestLike(THEN, { state: stateLike("offered", THEN) });
    expect(changeState(request, stateLike(kind, THEN), NOW)?.closedAt).toBe(NOW.toISOString());
  });
});

describe("a change that is not of the state", () => {
  it("moves the silence of an asker to the last word of their adviser", () => {
    const waiting = requestLike(THEN, { state: stateLike("waiting-asker", THEN), turn: "asker" });
    const after = revise(waiting, { turn: "asker" }, NOW);
    expect(after.state).toMatchObject({ since: NOW.toISOString() });
    expect(after.revision).toBe(waiting.revision + 1);
  });

  it("keeps since when they have waited, whatever they add", () => {
    const active = requestLike(THEN, { state: stateLike("active", THEN), waitingSince: THEN });
    const after = revise(active, { turn: "adviser" }, NOW);
    expect(after).toMatchObject({ waitingSince: THEN, state: { since: THEN } });
    expect(revise(active, { priority: "high" }, NOW)).toMatchObject({ waitingSince: THEN });
  });
});

const transfer = {
  kind: "transferring",
  from: "camille",
  toTeam: "loire-aide",
  since: THEN,
  awaitsConsent: false,
} as const;
