import { createServer } from "node:http";
import { once } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { RefusedByServer } from "../../../../src/adapters/matrix/crypto/key-server.ts";
import { createHomeserver } from "../../../../src/adapters/matrix/transport/homeserver.ts";
import { ConfigurationError } from "../../../../src/model/errors.ts";
import { eventually } from "../../../support/eventually.ts";
import { serverError, tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import { FixedClock } from "../../../support/fixed-clock.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { sendPath, talkToFake, type Talk } from "./talk-to-fake.ts";

async function say({ server, room }: Talk, body: string): Promise<unknown> {
  const content = { msgtype: "m.notice", body };
  return server.request({ method: "PUT", path: sendPath(room, `t-${body}`), body: content });
}

describe("the homeserver's client", () => {
  it("sends 20 messages in order through refusals for too many requests, waiting as long as asked", async () => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /\/send\//, after: 7, times: 2, fault: tooMany(1234) });
    talk.fake.fail({ path: /\/send\//, after: 12, fault: tooMany(86_400_000) });
    const bodies = Array.from({ length: 20 }, (_, place) => `${place}`);
    for (const body of bodies) await say(talk, body);
    expect(talk.fake.world.said(talk.room)).toEqual(bodies);
    expect(talk.waits).toEqual([1234, 1234, 3_600_000]);
  });

  it.each([
    ["7", 7000],
    ["Mon, 23 Nov 2026 09:00:30 GMT", 30_000],
    ["Mon, 23 Nov 2026 08:00:00 GMT", 100],
    ["soon", 500],
  ])("understands Retry-After: %s", async (header, waited) => {
    const talk = await talkToFake();
    const fault = { kind: "refuse", status: 429, headers: { "retry-after": header } } as const;
    talk.fake.fail({ path: /\/send\//, fault });
    await say(talk, "bonjour");
    expect(talk.waits).toEqual([waited]);
  });

  it("lets other requests pass while one waits", async () => {
    const talk = await talkToFake();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { fake, bot, log, clock } = talk;
    const options = { baseUrl: fake.url, accessToken: bot.token, log, clock };
    const server = createHomeserver({ ...options, wait: () => held });
    const other = fake.world.createRoom(talk.amina.user, { members: [bot.user] });
    fake.fail({ path: /\/send\//, fault: tooMany(9000) });
    const first = say({ ...talk, server }, "held up");
    await eventually(() => {
      expect(fake.requestsTo(/\/send\//)).toHaveLength(1);
    });
    await say({ ...talk, server, room: other }, "at once");
    expect(fake.world.said(other)).toEqual(["at once"]);
    expect(fake.world.said(talk.room)).toEqual([]);
    release();
    await first;
    expect(fake.world.said(talk.room)).toEqual(["held up"]);
  });

  it("backs off from a server in trouble, twice as long each time, and gives up in the end", async () => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /whoami/, times: Infinity, fault: serverError(503) });
    await expect(talk.server.whoAmI()).rejects.toThrow("HTTP 503");
    expect(talk.waits.splice(0)).toEqual([500, 1000, 2000, 4000]);
    const path = "/client/v3/account/whoami";
    await expect(talk.server.request({ method: "GET", path, tries: 9 })).rejects.toThrow("503");
    expect(talk.waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    talk.fake.faults.clear();
    expect(await talk.server.whoAmI()).toEqual({ user: talk.bot.user, device: talk.bot.device });
  });

  it.each(["cut-before", "cut-after", "cut-within"] as const)(
    "shows one event when the connection is %s an answer",
    async (kind) => {
      const talk = await talkToFake();
      talk.fake.fail({ path: /\/send\//, fault: { kind } });
      await say(talk, "une fois");
      expect(talk.fake.world.said(talk.room)).toEqual(["une fois"]);
      const paths = talk.fake.requestsTo(/\/send\//).map(({ path }) => path);
      expect(paths).toHaveLength(2);
      expect(new Set(paths).size).toBe(1);
    },
  );

  it("takes a page of a proxy for no answer", async () => {
    const talk = await talkToFake();
    const fault = { kind: "refuse", status: 200, body: "<html>busy</html>" } as const;
    talk.fake.fail({ path: /whoami/, fault });
    expect(await talk.server.whoAmI()).toMatchObject({ user: talk.bot.user });
  });

  it("asks again when no answer comes in time", async () => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /joined_rooms/, fault: { kind: "silence" } });
    const path = "/client/v3/joined_rooms";
    expect(await talk.server.request({ method: "GET", path, timeoutMs: 300 })).toEqual({
      joined_rooms: [talk.room],
    });
    talk.fake.fail({ path: /joined_rooms/, fault: { kind: "silence" } });
    await expect(
      talk.server.request({ method: "GET", path, timeoutMs: 50, tries: 1 }),
    ).rejects.toThrow("cannot be reached (time-out)");
  });

  it("does a thing once that must not be done twice, except when the server had no time for it", async () => {
    const talk = await talkToFake();
    const create = { method: "POST", path: "/client/v3/createRoom", body: {} } as const;
    talk.fake.fail({ path: /createRoom/, fault: { kind: "cut-after" } });
    await expect(talk.server.request(create)).rejects.toThrow("cannot be reached");
    talk.fake.fail({ path: /createRoom/, fault: serverError() });
    await expect(talk.server.request(create)).rejects.toThrow("HTTP 500, M_UNKNOWN");
    expect(talk.waits).toEqual([]);
    talk.fake.fail({ path: /createRoom/, fault: tooMany(700) });
    expect(await talk.server.request(create)).toHaveProperty("room_id");
    expect(talk.fake.requestsTo(/createRoom/)).toHaveLength(4);
  });

  it("says what the server refuses, at once", async () => {
    const talk = await talkToFake();
    talk.fake.world.setMember(talk.room, talk.amina.user, talk.bot.user, "ban");
    const refusal = await say(talk, "x").catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(RefusedByServer);
    expect(refusal).toMatchObject({ status: 403 });
    expect(talk.waits).toEqual([]);
  });

  it("ends its waits and its requests when told so", async () => {
    const { fake, bot, log, clock } = await talkToFake();
    const server = createHomeserver({ baseUrl: fake.url, accessToken: bot.token, log, clock });
    const path = "/client/v3/joined_rooms";
    fake.fail({ path: /joined_rooms/, times: Infinity, fault: { kind: "silence" } });
    const ending = new AbortController();
    const asked = server.request({ method: "GET", path, signal: ending.signal });
    await eventually(() => {
      expect(fake.requests).toHaveLength(1);
    });
    ending.abort();
    await expect(asked).rejects.toThrow("aborted");
    fake.faults.clear();
    fake.fail({ path: /joined_rooms/, times: Infinity, fault: tooMany(60_000) });
    const second = new AbortController();
    const waiting = server.request({ method: "GET", path, signal: second.signal });
    await eventually(() => {
      expect(log.lines).toHaveLength(1);
    });
    second.abort();
    await expect(waiting).rejects.toThrow("aborted");
  });
});

describe("redirects", () => {
  it("are followed for what is read, without the token, and for nothing else", async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(200, { "content-type": "application/json" }).end('{"joined_rooms":[]}');
    });
    elsewhere.listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    onTestFinished(() => void elsewhere.close());
    const address = elsewhere.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const talk = await talkToFake();
    const headers = { location: `http://127.0.0.1:${port}/` };
    for (const status of [302, 307, 308]) {
      talk.fake.fail({ path: /./, times: 5, fault: { kind: "refuse", status, headers } });
      await expect(say(talk, "x")).rejects.toThrow(`HTTP ${status}`);
    }
    expect(seen).toEqual([]);
    talk.fake.fail({ path: /./, fault: { kind: "refuse", status: 302, headers } });
    await talk.server.request({ method: "GET", path: "/client/v3/joined_rooms" });
    expect(seen).toEqual([undefined]);
  });
});

describe("the log", () => {
  it("never holds the token, nor what was written, whatever goes wrong", async () => {
    const levels = ["log", "info", "warn", "error", "debug", "trace"] as const;
    const consoles = levels.map((level) => vi.spyOn(console, level).mockReturnValue(undefined));
    const talk = await talkToFake();
    const faults = [
      serverError(),
      tooMany(10),
      { kind: "cut-after" },
      { kind: "cut-within" },
      { kind: "refuse", status: 401, body: { errcode: "M_UNKNOWN_TOKEN", error: talk.bot.token } },
      { kind: "refuse", status: 500, body: `<html>${talk.bot.token} très secret</html>` },
      { kind: "refuse", status: 403, body: `not json ${talk.bot.token} très secret` },
    ] as const;
    const said: string[] = [];
    for (const fault of faults) {
      talk.fake.fail({ path: /\/send\//, times: 10, fault });
      try {
        await say(talk, "très secret");
      } catch (cause) {
        talk.log.error("message-not-sent", cause);
        const error = cause instanceof Error ? cause : new Error("none");
        said.push(error.message, error.stack ?? "", String(error.cause));
      }
      talk.fake.faults.clear();
    }
    const out = consoles.flatMap(({ mock }) => mock.calls.map((line) => JSON.stringify(line)));
    vi.restoreAllMocks();
    expect(said.length).toBeGreaterThan(9);
    const all = [...talk.log.lines, ...said].join("\n");
    expect(all).toContain("homeserver-asks-to-wait");
    expect(all).not.toContain(talk.bot.token);
    expect(all).not.toContain("secret");
    expect(out).toEqual([]);
  });

  it.each([
    ["https://user:pass@example.org", "token"],
    ["example.org", "token"],
    ["ftp://example.org", "token"],
    ["https://example.org", "tok\nen"],
    ["https://example.org", "tokén"],
  ])("is not told an address or a token that cannot be one: %s", (baseUrl, accessToken) => {
    const create = () =>
      createHomeserver({
        baseUrl,
        accessToken,
        log: keptLog(),
        clock: new FixedClock("2026-11-23T09:00:00Z"),
      });
    expect(create).toThrow(ConfigurationError);
    expect(create).not.toThrow(/pass@|tok.n$/);
  });
});
