import { describe, expect, it } from "vitest";
import { Gate } from "../../src/bot/gate.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";

const now = new Date("2026-11-23T09:00:00Z");

const message: IncomingMessage = {
  id: "1",
  from: "amina",
  isFromBot: false,
  roles: [],
  address: { platform: "here", room: "general", isDirect: false },
  text: "bonjour",
  pressed: undefined,
  isForUs: true,
  sentAt: now,
};

const open = () => new Gate({ messagesPerMinute: 3, oldestMessageHours: 6 });
const later = (ms: number) => new Date(now.getTime() + ms);

describe("the gate", () => {
  it.each([
    ["a question addressed to us", {}, { kind: "yes" }],
    ["a bot", { isFromBot: true }, { kind: "no", why: "bot" }],
    ["people talking to each other", { isForUs: false }, { kind: "no", why: "not-for-us" }],
    [
      "a sign put on a message",
      { text: "", reacts: { sign: "👍", on: "2" } },
      { kind: "no", why: "not-for-us" },
    ],
    [
      "a message seven hours old",
      { sentAt: later(-7 * 3_600_000) },
      { kind: "no", why: "too-old" },
    ],
    ["a message five hours old", { sentAt: later(-5 * 3_600_000) }, { kind: "yes" }],
  ])("judges %s", (_, changes, passage) => {
    expect(open().judge({ ...message, ...changes }, now)).toEqual(passage);
  });

  it("warns once somebody who writes too fast, then is silent, and lets them in after a minute", () => {
    const gate = open();
    const kinds = Array.from({ length: 6 }, () => gate.judge(message, now).kind);
    expect(kinds).toEqual(["yes", "yes", "yes", "warn", "no", "no"]);
    expect(gate.judge(message, later(61_000)).kind).toBe("yes");
  });

  it("does not mute anybody when the clock goes back", () => {
    const gate = open();
    for (let count = 0; count < 5; count += 1) gate.judge(message, now);
    const earlier = later(-3_600_000);
    expect(gate.judge({ ...message, sentAt: earlier }, earlier).kind).toBe("yes");
  });

  it("does not make one person pay for another", () => {
    const gate = open();
    for (let count = 0; count < 5; count += 1) gate.judge(message, now);
    expect(gate.judge({ ...message, from: "bruno" }, now).kind).toBe("yes");
  });
});
