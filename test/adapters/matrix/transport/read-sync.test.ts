import { describe, expect, it } from "vitest";
import { readSync } from "../../../../src/adapters/matrix/transport/read-sync.ts";

const message = {
  event_id: "$1",
  type: "m.room.message",
  sender: "@amina:x",
  origin_server_ts: 1_795_000_000_000,
  content: { msgtype: "m.text", body: "bonjour" },
};

function timelineOf(...events: readonly unknown[]) {
  const answer = {
    next_batch: "s2",
    rooms: { join: { "!r:x": { timeline: { events, limited: false } } } },
  };
  const read = readSync(answer, { user: "@bot:x", since: "s1" });
  return read?.batch.joined[0]?.timeline;
}

describe("reading a sync", () => {
  it("finds the events of a room", () => {
    expect(timelineOf(message)).toEqual([
      {
        id: "$1",
        type: "m.room.message",
        sender: "@amina:x",
        sentAt: new Date(1_795_000_000_000),
        content: { msgtype: "m.text", body: "bonjour" },
        stateKey: undefined,
        redacts: undefined,
      },
    ]);
  });

  it("finds what is deleted where older and where newer rooms say it", () => {
    const deletion = { ...message, type: "m.room.redaction" };
    expect(timelineOf({ ...deletion, redacts: "$0" })?.[0]?.redacts).toBe("$0");
    expect(timelineOf({ ...deletion, content: { redacts: "$0" } })?.[0]?.redacts).toBe("$0");
    expect(timelineOf({ ...message, redacts: "$0" })?.[0]?.redacts).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["is no object", "event"],
    ["has no id", { ...message, event_id: undefined }],
    ["has half a character in its id", { ...message, event_id: "$\uD800" }],
    ["has a very long id", { ...message, event_id: `$${"x".repeat(255)}` }],
    ["has a number for a type", { ...message, type: 3 }],
    ["has no sender", { ...message, sender: "" }],
    ["has a list for a content", { ...message, content: [] }],
    ["has an object for a state key", { ...message, state_key: {} }],
    ["is huge", { ...message, content: { body: "x".repeat(70_000) } }],
    ["is as deep as no JSON can be written", { ...message, content: nested(15_000) }],
  ])("leaves out an event that %s, and keeps the others", (_, odd) => {
    expect(timelineOf(message, odd, { ...message, event_id: "$2" })?.map(({ id }) => id)).toEqual([
      "$1",
      "$2",
    ]);
  });

  it.each<[string, unknown, string]>([
    ["a word", "now", "1970-01-01T00:00:00.000Z"],
    ["nothing", undefined, "1970-01-01T00:00:00.000Z"],
    ["before our time", -1e14, "1970-01-01T00:00:00.000Z"],
    ["past the year 9999", 253_402_300_800_000, "9999-12-31T00:00:00.000Z"],
    ["beyond all time", 1e300, "9999-12-31T00:00:00.000Z"],
  ])("keeps an event whose date is %s, under one that can be stored", (_, at, kept) => {
    const [event] = timelineOf({ ...message, origin_server_ts: at }) ?? [];
    expect(event?.sentAt.toISOString()).toBe(kept);
  });

  it("finds who invites us, and whether to a direct room", () => {
    const member = (content: object, stateKey = "@bot:x") => ({
      invite_state: {
        events: [
          { type: "m.room.member", sender: "@else:x", state_key: "@else:x", content: {} },
          { type: "m.room.member", sender: "@amina:x", state_key: stateKey, content },
        ],
      },
    });
    const invite = {
      "!direct:x": member({ membership: "invite", is_direct: true }),
      "!room:x": member({ membership: "invite" }),
      "!odd:x": member({ membership: "invite" }, "@someone:x"),
      odd: member({ membership: "invite" }),
    };
    const read = readSync({ next_batch: "s2", rooms: { invite } }, { user: "@bot:x", since: "s1" });
    expect(read?.batch.invitations).toEqual([
      { room: "!direct:x", inviter: "@amina:x", isDirect: true },
      { room: "!room:x", inviter: "@amina:x", isDirect: false },
    ]);
  });

  it("reads what concerns encryption, and leaves out what the machine could not take", () => {
    const key = { type: "m.room_key", sender: "@amina:x", content: { a: 1 } };
    const answer = {
      next_batch: "s2",
      to_device: { events: [key, null, { type: 3 }, { ...key, content: nested(15_000) }] },
      device_lists: { changed: ["@amina:x", 3], left: "no list" },
      device_one_time_keys_count: { signed_curve25519: 12, odd: -1, half: 0.5, text: "3" },
      device_unused_fallback_key_types: ["signed_curve25519", null],
    };
    expect(readSync(answer, { user: "@bot:x", since: "s1" })?.batch.crypto).toEqual({
      toDevice: [key],
      changedUsers: ["@amina:x"],
      leftUsers: [],
      oneTimeKeyCounts: { signed_curve25519: 12 },
      unusedFallbackKeys: ["signed_curve25519"],
    });
  });

  it("tells direct rooms when the account's list changed, and only then", () => {
    const direct = { type: "m.direct", content: { "@amina:x": ["!r:x", 3], odd: ["!r:x"] } };
    const read = (events: readonly unknown[]) =>
      readSync({ next_batch: "s2", account_data: { events } }, { user: "@bot:x", since: "s1" })
        ?.batch.directRooms;
    expect(read([direct])).toEqual({ "@amina:x": ["!r:x"] });
    expect(read([{ type: "m.push_rules", content: {} }])).toBeUndefined();
  });

  it.each([null, 3, [], {}, { next_batch: 3 }, { next_batch: "" }, "s2"])(
    "takes %j for no sync at all",
    (answer) => {
      expect(readSync(answer, { user: "@bot:x", since: "s1" })).toBeUndefined();
    },
  );
});

function nested(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { in: value };
  return value;
}
