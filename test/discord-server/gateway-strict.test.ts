import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../support/eventually.ts";
import type { DiscordServer } from "../support/discord-server/discord-server.ts";
import {
  isJson,
  type Json,
  numberOf,
  objectOf,
  parseJson,
} from "../support/discord-server/json.ts";
import { startedServer } from "./real-client.ts";

interface Line {
  readonly socket: WebSocket;
  readonly frames: readonly Json[];
  readonly say: (op: number, d: unknown) => void;
  readonly closed: Promise<number>;
}

/** A bare connection to the gateway, that says what no good client would. */
async function connected(server: DiscordServer): Promise<Line> {
  const socket = new WebSocket(server.gateway.resumeUrl);
  onTestFinished(() => {
    socket.terminate();
  });
  const frames: Json[] = [];
  socket.on("message", (data) => {
    const frame = parseJson(Buffer.isBuffer(data) ? data.toString() : "");
    if (isJson(frame)) frames.push(frame);
  });
  const closed = new Promise<number>((resolve) => {
    socket.once("close", resolve);
  });
  await once(socket, "open");
  const say = (op: number, d: unknown): void => {
    socket.send(JSON.stringify({ op, d }));
  };
  return { socket, frames, say, closed };
}

/** A bare connection that is welcomed. @returns its session too */
async function welcomed(server: DiscordServer): Promise<Line & { readonly session: string }> {
  const line = await connected(server);
  line.say(2, { token: server.token, intents: 4096, shard: [0, 1] });
  await eventually(() => {
    expect(line.frames.map(({ t }) => t)).toContain("READY");
  });
  const ready = line.frames.find(({ t }) => t === "READY");
  return { ...line, session: String(objectOf(ready?.["d"])["session_id"]) };
}

describe("the gateway, to who does not keep to it,", () => {
  it.each([
    ["speaks before identifying", 3, {}, 4003],
    ["gives a wrong token", 2, { token: "wrong", intents: 0 }, 4004],
    ["is a shard that cannot be", 2, { intents: 0, shard: [2, 2] }, 4010],
    ["asks for intents that are none", 2, { intents: 1 << 27 }, 4013],
    ["asks for members without the grant", 2, { intents: 2 }, 4014],
    ["resumes with a wrong token", 6, { token: "wrong", session_id: "x", seq: 1 }, 4004],
  ])("closes when it %s", async (_what, op, d, code) => {
    const server = await startedServer();
    const line = await connected(server);
    line.say(op, { token: server.token, ...d });
    expect(await line.closed).toBe(code);
  });

  it("closes with 4002 when it does not speak JSON, 4001 with an unknown opcode, 4005 when it identifies twice", async () => {
    const server = await startedServer();
    const [first, second, third] = [
      await connected(server),
      await welcomed(server),
      await welcomed(server),
    ];
    first.socket.send("bonjour");
    expect(await first.closed).toBe(4002);
    second.say(99, {});
    expect(await second.closed).toBe(4001);
    third.say(2, { token: server.token, intents: 0 });
    expect(await third.closed).toBe(4005);
  });

  it("answers a heartbeat, and calls invalid a session it never had, or said is over", async () => {
    const server = await startedServer();
    const line = await welcomed(server);
    line.say(1, null);
    await server.waitUntil(() => server.gateway.heartbeats === 1, "a heartbeat");
    server.gateway.invalidateSessions({ resumable: false });
    line.say(6, { token: server.token, session_id: line.session, seq: 1 });
    const stranger = await connected(server);
    stranger.say(6, { token: server.token, session_id: "nobody", seq: 1 });
    const ops = (of: Line): unknown[] => of.frames.map(({ op, d }) => (op === 9 ? [op, d] : op));
    await eventually(() => {
      expect(ops(line)).toEqual([10, 0, 11, [9, false], [9, false]]);
      expect(ops(stranger)).toEqual([10, [9, false]]);
    });
  });

  it("closes with 4007 when it resumes from what was never sent", async () => {
    const server = await startedServer();
    const { session, socket } = await welcomed(server);
    socket.terminate();
    await server.waitUntil(() => server.gateway.connected.length === 0, "it to be gone");
    const line = await connected(server);
    line.say(6, { token: server.token, session_id: session, seq: 99 });
    expect(await line.closed).toBe(4007);
  });

  it("ends a session that is closed on purpose, and keeps one that is not", async () => {
    const server = await startedServer();
    for (const [code, answer] of [
      [1000, 9],
      [4200, "RESUMED"],
    ] as const) {
      const { session, socket } = await welcomed(server);
      socket.close(code);
      await server.waitUntil(() => server.gateway.connected.length === 0, "it to be gone");
      const line = await connected(server);
      line.say(6, { token: server.token, session_id: session, seq: 1 });
      await eventually(() => {
        expect(line.frames.map(({ op, t }) => t ?? op)).toEqual([10, answer]);
      });
      line.socket.terminate();
    }
  });

  it("leaves a gap in the numbers where an event was lost", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const line = await welcomed(server);
    amina.tell("un");
    server.gateway.loseNext("MESSAGE_CREATE");
    amina.tell("perdu");
    amina.tell("deux");
    await eventually(() => {
      expect(line.frames.flatMap(({ s }) => numberOf(s) ?? [])).toEqual([1, 2, 4]);
    });
  });
});
