import { describe, expect, it } from "vitest";
import { KnownError, StoreError } from "../../../../src/model/errors.ts";
import { eventually } from "../../../support/eventually.ts";
import { serverError, tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import { holdStep } from "../../../support/held-step.ts";
import { bodiesOf, KeptTokens, runSync } from "./kept-sync.ts";
import { talkToFake } from "./talk-to-fake.ts";

describe("the sync loop", () => {
  it("tells history as such, and what comes after it as new", async () => {
    const talk = await talkToFake();
    talk.fake.world.say(talk.room, talk.amina.user, "il y a un mois");
    const sync = runSync(talk);
    await eventually(() => {
      expect(sync.batches).toHaveLength(1);
    });
    expect(sync.batches[0]).toMatchObject({ isFirst: true });
    expect(bodiesOf(sync.batches[0]?.joined[0]?.timeline ?? [])).toEqual(["il y a un mois"]);
    talk.fake.world.say(talk.room, talk.amina.user, "maintenant");
    await eventually(() => {
      expect(sync.heard()).toEqual(["maintenant"]);
    });
    await eventually(() => {
      expect(sync.tokens.written).toEqual(sync.batches.map(({ next }) => next));
    });
  });

  it("asks for no more than it needs, and does not show the account as present", async () => {
    const talk = await talkToFake();
    const sync = runSync(talk);
    await eventually(() => {
      expect(talk.fake.requests).toHaveLength(2);
    });
    const [first, second] = talk.fake.requests;
    expect(first?.query.get("timeout")).toBe("0");
    expect(first?.query.get("since")).toBeNull();
    expect(second?.query.get("timeout")).toBe("30000");
    expect(second?.query.get("since")).toBe(sync.tokens.written[0]);
    expect(second?.query.get("set_presence")).toBe("offline");
    expect(JSON.parse(second?.query.get("filter") ?? "")).toEqual({
      presence: { not_types: ["*"] },
      account_data: { types: ["m.direct"] },
      room: {
        account_data: { not_types: ["*"] },
        ephemeral: { not_types: ["*"] },
        state: { lazy_load_members: true },
        timeline: { limit: 50, lazy_load_members: true },
      },
    });
  });

  it("takes one batch at a time, and keeps the place of one only once it was taken", async () => {
    const talk = await talkToFake();
    const step = holdStep();
    const sync = runSync(talk, step.pass);
    await step.reached;
    talk.fake.world.say(talk.room, talk.amina.user, "pendant ce temps");
    expect(sync.tokens.written).toEqual([]);
    expect(talk.fake.requests).toHaveLength(1);
    step.release();
    await eventually(() => {
      expect(sync.heard()).toEqual(["pendant ce temps"]);
    });
  });

  it("brings a batch again, to another process too, that was not taken to its end", async () => {
    const talk = await talkToFake();
    const tokens = new KeptTokens();
    let kills = 2;
    const sync = runSync(
      talk,
      async ({ isFirst }) => {
        if (!isFirst && kills-- > 0) throw new StoreError("killed");
      },
      tokens,
    );
    await eventually(() => {
      expect(tokens.written).toHaveLength(1);
    });
    talk.fake.world.say(talk.room, talk.amina.user, "une question");
    await expect(sync.ended).rejects.toThrow("killed");
    expect(tokens.written).toHaveLength(1);
    const take = async () => {
      if (kills-- > 0) throw new StoreError("killed again");
    };
    await expect(runSync(talk, take, tokens).ended).rejects.toThrow("killed again");
    const third = runSync(talk, async () => undefined, tokens);
    await eventually(() => {
      expect(third.heard()).toEqual(["une question"]);
    });
    expect(third.batches[0]).toMatchObject({ isFirst: false });
  });

  it("goes on after a batch that could not be taken, with that batch", async () => {
    const talk = await talkToFake();
    let faults = 3;
    const sync = runSync(talk, async ({ isFirst }) => {
      if (!isFirst && faults-- > 0) throw new TypeError("a fault of ours");
    });
    await eventually(() => {
      expect(sync.tokens.written).toHaveLength(1);
    });
    talk.fake.world.say(talk.room, talk.amina.user, "une question");
    await eventually(() => {
      expect(sync.heard()).toEqual(["une question"]);
    });
    expect(talk.log.lines.filter((line) => line.includes("sync-not-taken"))).toHaveLength(3);
    expect(talk.waits).toEqual([500, 1000, 2000]);
  });

  it("raises one alarm while the server is away, and then brings everything in order", async () => {
    const talk = await talkToFake();
    const sync = runSync(talk);
    await eventually(() => {
      expect(sync.tokens.written).toHaveLength(1);
    });
    await talk.fake.goAway();
    await eventually(() => {
      expect(talk.waits.length).toBeGreaterThan(10);
    });
    for (const body of ["un", "deux", "trois"]) {
      talk.fake.world.say(talk.room, talk.amina.user, body);
    }
    await talk.fake.comeBack();
    await eventually(() => {
      expect(sync.heard()).toEqual(["un", "deux", "trois"]);
    });
    const [away, back, ...rest] = talk.log.lines.map((line): unknown => JSON.parse(line));
    expect(away).toEqual({ level: "warn", event: "homeserver-away", reason: "ECONNREFUSED" });
    const seconds = Math.round(talk.waits.reduce((sum, ms) => sum + ms, 0) / 1000);
    expect(back).toEqual({ level: "info", event: "homeserver-back", seconds });
    expect(rest).toEqual([]);
    expect(Math.max(...talk.waits)).toBe(30_000);
  });

  it("says nothing of a single connection that was cut, or of a server that asks for patience", async () => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /sync/, fault: { kind: "cut-within" } });
    talk.fake.fail({ path: /sync/, fault: tooMany(2000) });
    const sync = runSync(talk);
    await eventually(() => {
      expect(sync.tokens.written).toHaveLength(1);
    });
    expect(talk.log.lines.join("\n")).not.toContain("away");
    expect(talk.waits).toEqual([500, 2000]);
  });

  it("ends, saying what to do, when the token is no longer good", async () => {
    const talk = await talkToFake();
    talk.fake.state.devices.delete(talk.bot.token);
    const sync = runSync(talk);
    await expect(sync.ended).rejects.toThrow(/passerelle login matrix/);
    await expect(sync.ended).rejects.toThrow(KnownError);
    expect(talk.fake.requests).toHaveLength(1);
  });

  it.each([
    [401, { errcode: "M_UNKNOWN_TOKEN", soft_logout: true }, /login matrix/],
    [400, { errcode: "M_INVALID_PARAM" }, /M_INVALID_PARAM.*matrix-place\.json/],
  ])("ends, saying what to do, at a refusal that would last (%i)", async (status, body, remedy) => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /sync/, fault: { kind: "refuse", status, body } });
    const sync = runSync(talk);
    await expect(sync.ended).rejects.toThrow(remedy);
    await expect(sync.ended).rejects.toThrow(KnownError);
    expect(talk.waits).toEqual([]);
  });

  it("waits for a refusal of another kind to pass", async () => {
    const talk = await talkToFake();
    const body = "<html>Bad request: no such host</html>";
    talk.fake.fail({ path: /sync/, times: 2, fault: { kind: "refuse", status: 400, body } });
    talk.fake.fail({ path: /sync/, fault: serverError() });
    const sync = runSync(talk);
    await eventually(() => {
      expect(sync.tokens.written).toHaveLength(1);
    });
    expect(talk.waits).toEqual([500, 1000, 2000]);
  });

  it("passes on the same old events as often as a server tells them", async () => {
    const talk = await talkToFake();
    for (let place = 0; place < 500; place += 1) {
      talk.fake.world.say(talk.room, talk.amina.user, `ancienne ${place}`);
    }
    const sync = runSync(talk);
    await eventually(() => {
      expect(sync.tokens.written).toHaveLength(1);
    });
    talk.fake.replay = 500;
    talk.fake.world.say(talk.room, talk.amina.user, "nouvelle");
    await eventually(() => {
      expect(sync.heard()).toContain("nouvelle");
    });
    const ids = sync.batches.flatMap(({ joined }) => joined.flatMap(({ timeline }) => timeline));
    expect(new Set(ids.map(({ id }) => id)).size).toBeLessThan(ids.length);
  });

  it("stops in the middle of a long wait for news, and after the batch it is taking", async () => {
    const talk = await talkToFake();
    const sync = runSync(talk);
    await eventually(() => {
      expect(talk.fake.requests).toHaveLength(2);
    });
    await sync.loop.stop();
    await sync.ended;
    expect(talk.log.lines).toEqual([]);
    const step = holdStep();
    const second = runSync(talk, step.pass);
    await step.reached;
    const stopped = second.loop.stop();
    step.release();
    await stopped;
    expect(second.tokens.written).toHaveLength(1);
  });
});
