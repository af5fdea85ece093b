import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedAfter, changeState, revise } from "../../src/handoff/change-state.ts";
import { dueFor, type Due } from "../../src/handoff/due.ts";
import type { Surroundings } from "../../src/handoff/ladder.ts";
import { zoneOfAsker } from "../../src/handoff/notice-moment.ts";
import { samplePlatform } from "../../src/model/directory.ts";
import type { Request, RequestState } from "../../src/model/request.ts";
import { timeOf, wallTimeAt } from "../../src/workshops/wall-time.ts";
import { carryOut, isTold, type Done } from "../support/carry-out-due.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";
import { requestLike, stateLike } from "../support/request-like.ts";

const BEGINS = "2026-11-23T08:00:00.000Z";
const DAY = 86_400_000;
const runs = { seed: 2026, numRuns: 200 };

/** What people and time may do: an allowed change, a word of either side, minutes that pass, and a stop of days. */
type Move =
  | { readonly kind: "change"; readonly choice: number }
  | { readonly kind: "word"; readonly of: "asker" | "adviser" }
  | { readonly kind: "time"; readonly minutes: number };

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("change" as const), choice: fc.nat(20) }),
    fc.record({ kind: fc.constant("word" as const), of: fc.constantFrom("asker", "adviser") }),
    { weight: 4, arbitrary: time(30, 60 * 24) },
    { weight: 3, arbitrary: time(60 * 24, 60 * 24 * 9) },
  ),
  { minLength: 5, maxLength: 40 },
);
/** Stories that change little and last long: what ends by time has the time for it. */
const longWaits: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("word" as const), of: fc.constantFrom("asker", "adviser") }),
    { weight: 6, arbitrary: time(60 * 24, 60 * 24 * 6) },
  ),
  { minLength: 8, maxLength: 16 },
);
const starts = fc.constantFrom("offered", "claimed", "active", "waiting-asker", "resolved");
const territories = fc.constantFrom("44", "971", "988", undefined);

describe("whatever people and time do, in 200 random stories", () => {
  it("nothing ends by time while it is our turn, seed 2026", () => {
    const ends: ReadonlySet<Due["kind"]> = new Set(["put-aside", "close", "refer", "drop-draft"]);
    const ours: readonly RequestState["kind"][] = ["queued", "offered", "claimed"];
    let seen = 0;
    const check = (done: readonly Done[]) => {
      for (const { due, before } of done) {
        if (!ends.has(due.kind)) continue;
        seen += 1;
        expect(before.turn).not.toBe("adviser");
        expect(ours).not.toContain(before.state.kind);
      }
    };
    fc.assert(
      fc.property(moves, territories, (story, territory) => {
        check(play(story, territory));
      }),
      runs,
    );
    fc.assert(
      fc.property(longWaits, starts, (story, kind) => {
        check(playThrough(story, "44", stateLike(kind, BEGINS)).done);
      }),
      runs,
    );
    // A story in which nothing ends proves nothing.
    expect(seen).toBeGreaterThan(100);
  });

  it("who asked reads one thing a day at most, and never at night, seed 2026", () => {
    let seen = 0;
    fc.assert(
      fc.property(moves, territories, (story, territory) => {
        const messages = play(story, territory).filter(isTold);
        const zone = zoneOfAsker({ territory }, "Europe/Paris");
        for (const [index, { at }] of messages.entries()) {
          const before = messages[index - 1]?.at.getTime() ?? 0;
          expect(at.getTime() - before).toBeGreaterThanOrEqual(DAY);
          expect(timeOf(wallTimeAt(at, zone)) >= "08:00").toBe(true);
          expect(timeOf(wallTimeAt(at, zone)) < "21:00").toBe(true);
        }
        seen += messages.length;
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("each thing counted from one moment is done once, but the weekly word, seed 2026", () => {
    fc.assert(
      fc.property(moves, territories, (story, territory) => {
        const marks = play(story, territory).flatMap(({ due }) =>
          "mark" in due && due.mark.kind !== "told-not-forgotten"
            ? [`${due.mark.kind} ${due.mark.since}`]
            : [],
        );
        expect(marks).toEqual([...new Set(marks)]);
      }),
      runs,
    );
  });

  it("finds nothing left to do of what it just did, seed 2026", () => {
    fc.assert(
      fc.property(moves, territories, (story, territory) => {
        const { request, now } = playThrough(story, territory);
        let after = request;
        // A step may lead to the next (given back, offered again), never round in circles.
        for (let pass = 0; pass < 4; pass += 1) after = settle(after, now);
        expect(dueFor(after, around(now))).toEqual([]);
      }),
      runs,
    );
  });
});

function play(story: readonly Move[], territory: string | undefined): readonly Done[] {
  return playThrough(story, territory).done;
}

function playThrough(
  story: readonly Move[],
  territory: string | undefined,
  state: RequestState = stateLike("queued", BEGINS),
) {
  const done: Done[] = [];
  let now = new Date(BEGINS);
  let request = requestLike(BEGINS, {
    theme: "website",
    territory,
    state,
    turn: turnAtFirst(state),
  });
  for (const move of story) {
    if (move.kind === "time") now = new Date(now.getTime() + move.minutes * 60_000);
    request = moved(request, move, now);
    for (const due of dueFor(request, around(now))) {
      done.push({ at: now, due, before: request });
      request = carryOut(request, due, now);
    }
  }
  return { request, now, done };
}

function turnAtFirst({ kind }: RequestState): Request["turn"] {
  if (kind === "resolved") return "none";
  return kind === "waiting-asker" ? "asker" : "adviser";
}

function settle(request: Request, now: Date): Request {
  return dueFor(request, around(now)).reduce((after, due) => carryOut(after, due, now), request);
}

function moved(request: Request, move: Move, now: Date): Request {
  if (move.kind === "word") return spoken(request, move.of, now);
  if (move.kind === "time") return request;
  const kinds = allowedAfter[request.state.kind].filter(
    (kind) => !["withdrawn", "merged", "spam"].includes(kind),
  );
  const kind = kinds[move.choice % Math.max(1, kinds.length)];
  if (kind === undefined) return request;
  const firstReplyAt = kind === "active" ? now.toISOString() : request.firstReplyAt;
  const state = stateLike(kind, now.toISOString());
  return changeState(request, state, now, { firstReplyAt, team: "saint-exemple" }) ?? request;
}

/** As the relay has it: who spoke leaves the turn to the other. */
function spoken(request: Request, of: "asker" | "adviser", now: Date): Request {
  const { kind } = request.state;
  if (kind === "waiting-asker" && of === "asker") {
    return changeState(request, stateLike("active", now.toISOString()), now) ?? request;
  }
  const speaks =
    of === "asker" ? ["queued", "offered", "claimed", "active", "resolved"] : ["active"];
  if (!speaks.includes(kind)) return request;
  return revise(request, { turn: of === "asker" ? "adviser" : "asker" }, now);
}

function around(now: Date): Surroundings {
  return {
    directory: handoffDirectory({ team: samplePlatform }),
    standings: new Map(),
    others: [],
    platforms: [samplePlatform],
    timeZone: "Europe/Paris",
    now,
  };
}

function time(min: number, max: number) {
  return fc.record({ kind: fc.constant("time" as const), minutes: fc.integer({ min, max }) });
}
