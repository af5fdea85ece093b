import { describe, expect, it } from "vitest";
import { eventually } from "../../../support/eventually.ts";
import { serverError } from "../../../support/fake-matrix/fake-faults.ts";
import { type RunningSync, runSync } from "./kept-sync.ts";
import { talkToFake, type Talk } from "./talk-to-fake.ts";

/** A bot that was away while so many messages were written. */
async function afterSilence(
  messages: number,
  prepare: (talk: Talk) => void = () => undefined,
): Promise<{ readonly talk: Talk; readonly sync: RunningSync; readonly said: string[] }> {
  const talk = await talkToFake();
  talk.fake.world.say(talk.room, talk.amina.user, "bien avant");
  const first = runSync(talk);
  await eventually(() => {
    expect(first.tokens.written).toHaveLength(1);
  });
  await first.loop.stop();
  talk.fake.timelineLimit = 20;
  const said = Array.from({ length: messages }, (_, place) => `message ${place}`);
  for (const body of said) talk.fake.world.say(talk.room, talk.amina.user, body);
  prepare(talk);
  const sync = runSync(talk, async () => undefined, first.tokens);
  await eventually(() => {
    expect(sync.batches).toHaveLength(1);
  });
  return { talk, sync, said };
}

describe("a gap in a timeline", () => {
  it.each([20, 21, 120, 121, 220])(
    "is filled, in order and without repetition, after %i messages",
    async (messages) => {
      const { sync, said } = await afterSilence(messages);
      expect(sync.heard()).toEqual(said);
      expect(sync.batches[0]?.joined[0]?.hasGap).toBe(false);
    },
  );

  it("stays where more than 200 events were missed, and the log says so", async () => {
    const { sync, said, talk } = await afterSilence(221);
    expect(sync.heard()).toEqual(said.slice(1));
    expect(sync.batches[0]?.joined[0]?.hasGap).toBe(true);
    expect(talk.log.lines).toEqual([
      JSON.stringify({ level: "warn", event: "gap-too-large", room: talk.room, fetched: 200 }),
    ]);
  });

  it("is filled through faults of the server and of the network", async () => {
    const { sync, said } = await afterSilence(150, ({ fake }) => {
      fake.fail({ path: /messages/, fault: { kind: "cut-within" } });
      fake.fail({ path: /messages/, fault: serverError(502), times: 2 });
    });
    expect(sync.heard()).toEqual(said);
  });

  it.each([403, 500])("stays when the server refuses the room's past (%i)", async (status) => {
    const { sync, said, talk } = await afterSilence(50, ({ fake }) => {
      fake.fail({ path: /messages/, times: Infinity, fault: serverError(status) });
    });
    expect(sync.heard()).toEqual(said.slice(-20));
    expect(sync.batches[0]?.joined[0]?.hasGap).toBe(true);
    expect(talk.log.lines.join("")).toContain("gap-not-filled");
  });

  it.each([502, 503, 504])("waits for a server that is not ready (%i)", async (status) => {
    const { sync, said } = await afterSilence(50, ({ fake }) => {
      fake.fail({ path: /messages/, times: 7, fault: serverError(status) });
    });
    expect(sync.heard()).toEqual(said);
    expect(sync.batches[0]?.joined[0]?.hasGap).toBe(false);
  });

  it("is not left behind when the server goes away in the middle of it", async () => {
    const { sync, said } = await afterSilence(150, ({ fake }) => {
      fake.fail({ path: /messages/, after: 1, times: 12, fault: { kind: "cut-before" } });
    });
    expect(sync.heard()).toEqual(said);
    expect(sync.batches[0]?.joined[0]?.hasGap).toBe(false);
  });

  it("does not keep the loop for ever at a server that always says there is more", async () => {
    const body = { chunk: [], end: "s1" };
    let end = 1_000_000;
    const { sync, talk } = await afterSilence(50, ({ fake }) => {
      for (let page = 0; page < 50; page += 1) {
        const fault = { kind: "refuse", status: 200, body: { ...body, end: `s${end--}` } } as const;
        fake.fail({ path: /messages/, fault });
      }
    });
    expect(sync.batches[0]?.joined[0]?.hasGap).toBe(true);
    expect(talk.fake.requestsTo(/messages/).length).toBeLessThan(10);
  });

  it("is not looked for at the first sync", async () => {
    const talk = await talkToFake();
    for (let place = 0; place < 60; place += 1)
      talk.fake.world.say(talk.room, talk.amina.user, "x");
    const sync = runSync(talk);
    await eventually(() => {
      expect(sync.batches).toHaveLength(1);
    });
    expect(sync.batches[0]?.joined[0]?.hasGap).toBe(false);
    expect(talk.fake.requestsTo(/messages/)).toEqual([]);
  });
});
