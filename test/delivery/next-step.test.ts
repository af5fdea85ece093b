import { describe, expect, it } from "vitest";
import { nextStep, retryAt } from "../../src/delivery/next-step.ts";
import type { OutboxRow, OutboxState } from "../../src/model/outbox-row.ts";
import { say } from "../../src/model/reply.ts";

const at = (time: string) => new Date(`2027-03-08T${time}Z`);
const iso = (time: string) => at(time).toISOString();

function row(state: OutboxState, more: Partial<OutboxRow> = {}, kind = "day-before"): OutboxRow {
  const to = { platform: "here", room: "r", isDirect: false };
  return {
    reply: { ...say("?"), key: "k", to, kind: "announcement" },
    at: iso("08:00:00"),
    usefulUntil: iso("12:00:00"),
    state,
    announced: { kind, workshops: [], campaign: 1 },
    ...more,
  };
}

const sending = { kind: "sending", since: iso("09:00:00"), attempts: 1 } as const;
const failed = { kind: "failed", attempts: 3, nextTryAt: iso("09:15:00"), why: "!" } as const;
const waiting = { kind: "waiting" } as const;

describe("an announcement", () => {
  it.each([
    ["waits for its hour", row(waiting, { notBefore: iso("10:00:00") }), "09:59:59", "wait"],
    ["is tried at its hour", row(waiting, { notBefore: iso("10:00:00") }), "10:00:00", "try"],
    ["is tried to the last instant of its use", row(waiting), "12:00:00", "try"],
    ["is given up after it", row(waiting), "12:00:01", "too-late"],
    ["is left to its sender for a minute", row(sending), "09:00:59", "wait"],
    ["is taken over from a sender that crashed", row(sending), "09:01:00", "try"],
    [
      "is not repeated when it may be known and is useless",
      row(sending),
      "12:00:01",
      "outcome-unknown",
    ],
    [
      "of a cancellation is repeated all the same",
      row(sending, {}, "cancellation"),
      "12:00:01",
      "try",
    ],
    ["that failed waits for its next try", row(failed), "09:14:59", "wait"],
    ["that failed is tried again then", row(failed), "09:15:00", "try"],
    ["that failed is given up once useless", row(failed), "12:00:01", "failed"],
    [
      "of a cancellation that failed is, too",
      row(failed, {}, "cancellation"),
      "12:00:01",
      "failed",
    ],
    ["does not wait for ever for a clock that was set back", row(sending), "07:00:00", "try"],
    ["that failed does not either", row(failed), "07:00:00", "try"],
  ])("%s", (_, one, now, expected) => {
    const step = nextStep(one, at(now));
    expect(step.kind === "give-up" ? step.reason : step.kind).toBe(expected);
  });

  it("is tried at once when somebody asks for it", () => {
    expect(nextStep(row(failed), at("09:01:00"), true)).toEqual({ kind: "try" });
    expect(nextStep(row(sending), at("09:00:30"), true).kind).toBe("wait");
    expect(nextStep(row(failed), at("12:00:01"), true).kind).toBe("give-up");
  });

  it("is tried again after 1, 5, 15 and 60 minutes, then every hour", () => {
    const minutes = [1, 2, 3, 4, 5, 50].map(
      (attempts) =>
        (retryAt(attempts, at("09:00:00")).getTime() - at("09:00:00").getTime()) / 60_000,
    );
    expect(minutes).toEqual([1, 5, 15, 60, 60, 60]);
  });
});
