import { describe, expect, it } from "vitest";
import { revise } from "../../src/handoff/change-state.ts";
import { dueFor } from "../../src/handoff/due.ts";
import type { RequestState } from "../../src/model/request.ts";
import { every, isTold, letPass } from "../support/carry-out-due.ts";
import { MONDAY, around, held, told } from "../support/due-words.ts";
import { requestLike, stateLike } from "../support/request-like.ts";

describe("we wait for who asked", () => {
  it.each(["waiting-asker", "active"] as const)(
    "reminds them after 3 and 7 days, and puts it aside after 14, when it is %s",
    (kind) => {
      const request = { ...held(kind), turn: "asker", waitingSince: undefined } as const;
      const times = every(60, MONDAY, "2026-12-15T09:00Z");
      const { done } = letPass(request, around(), times);
      expect(told(done)).toEqual([
        "2026-11-26T08:00 tell-asker pending-question",
        "2026-11-30T08:00 tell-asker pending-question",
        "2026-12-07T08:00 put-aside",
        "2026-12-10T08:00 close",
        "2026-12-11T08:00 ask-satisfaction",
      ]);
    },
  );

  it("puts nothing aside that they were not reminded of: after a month off, one reminder first", () => {
    const times = every(60, "2026-12-23T09:00Z", "2026-12-29T09:00Z");
    expect(told(letPass(held("waiting-asker"), around(), times).done)).toEqual([
      "2026-12-23T09:00 tell-asker pending-question",
      "2026-12-28T09:00 put-aside",
    ]);
  });

  it("says nothing until the day an adviser waits for, then it is their turn", () => {
    const until = "2026-12-14T08:00:00.000Z";
    const state: RequestState = { kind: "waiting-asker", adviser: "elise", since: MONDAY, until };
    const request = { ...held("waiting-asker"), state };
    const { done, request: after } = letPass(request, around(), every(60, MONDAY, until));
    expect(told(done)).toEqual(["2026-12-14T08:00 wait-over elise"]);
    expect(after).toMatchObject({ state: { kind: "active" }, turn: "adviser" });
  });

  it("puts aside what cannot reach them, without a word", () => {
    const times = every(60, MONDAY, "2026-12-10T07:00Z");
    const { done } = letPass(held("undeliverable"), around(), times);
    expect(told(done)).toEqual(["2026-12-07T08:00 put-aside"]);
    expect(done.some(isTold)).toBe(false);
  });
});

describe("it is over, or never began", () => {
  it("closes three days after it was settled, unless they wrote since", () => {
    const resolved = {
      ...held("active"),
      state: stateLike("resolved", MONDAY),
      turn: "none",
    } as const;
    const times = every(60, MONDAY, "2026-12-20T09:00Z");
    expect(told(letPass(resolved, around(), times).done)[0]).toBe("2026-11-26T08:00 close");
    const notYet = revise(resolved, { turn: "adviser" }, new Date("2026-11-25T09:00Z"));
    expect(told(letPass(notYet, around(), times).done)).toEqual([]);
  });

  it("counts the three days from the question", () => {
    const resolved = {
      ...held("active"),
      state: stateLike("resolved", MONDAY),
      turn: "none",
    } as const;
    const asked = {
      ...resolved,
      asks: { kind: "settled", at: "2026-11-24T08:00:00.000Z" },
    } as const;
    const times = every(60, MONDAY, "2026-11-27T09:00Z");
    expect(told(letPass(asked, around(), times).done)).toEqual(["2026-11-27T08:00 close"]);
  });

  it("asks once whether it helped, a day after, of what somebody answered alone", () => {
    const closed = { ...held("active"), state: stateLike("closed", MONDAY), turn: "none" } as const;
    const times = every(60, MONDAY, "2026-12-20T09:00Z");
    expect(told(letPass(closed, around(), times).done)).toEqual([
      "2026-11-24T08:00 ask-satisfaction",
    ]);
    const unanswered = { ...closed, firstReplyAt: undefined };
    expect(letPass(unanswered, around(), times).done).toEqual([]);
    const asked = { ...closed, marks: [{ kind: "satisfaction", since: MONDAY, at: MONDAY }] };
    expect(letPass(asked, around(), times).done).toEqual([]);
    expect(
      letPass(closed, around(), every(60, "2026-12-24T09:00Z", "2026-12-25T09:00Z")).done,
    ).toEqual([]);
  });

  it("drops a draft after two days without a word", () => {
    const draft = requestLike(MONDAY, {
      state: { kind: "draft" },
      turn: "none",
      updatedAt: MONDAY,
    });
    expect(told(letPass(draft, around(), every(60, MONDAY, "2026-11-25T08:00Z")).done)).toEqual([
      "2026-11-25T08:00 drop-draft",
    ]);
  });

  it.each(["withdrawn", "merged", "spam", "referred"] as const)(
    "leaves what is %s alone",
    (kind) => {
      const request = { ...held("active"), state: stateLike(kind, MONDAY), turn: "none" } as const;
      expect(letPass(request, around(), every(600, MONDAY, "2027-03-01T09:00Z")).done).toEqual([]);
    },
  );
});

describe("who asked", () => {
  it("is told of one of their requests a day", () => {
    const now = new Date("2026-11-24T08:00:00.000Z");
    const other = requestLike(MONDAY, { id: "other", lastNoticeAt: "2026-11-23T15:00:00.000Z" });
    const closed = { ...held("active"), state: stateLike("closed", MONDAY), turn: "none" } as const;
    expect(dueFor(closed, { ...around({ others: [other] }), now })).toEqual([]);
    expect(dueFor(closed, { ...around(), now })).toHaveLength(1);
  });

  it("is not needed to end what they erased", () => {
    const erased = { ...held("waiting-asker"), asker: undefined };
    const { done } = letPass(erased, around(), every(60, MONDAY, "2026-12-20T09:00Z"));
    expect(told(done)).toEqual(["2026-12-07T08:00 put-aside", "2026-12-10T08:00 close"]);
  });
});
