import { describe, expect, it } from "vitest";
import { pauseBeforeIdentify } from "../../../src/adapters/discord/connection/crash-pause.ts";
import { ClientGateway } from "../../../src/adapters/discord/connection/client-gateway.ts";
import { createRest } from "../../../src/adapters/discord/connection/discord-rest.ts";
import { DurableIdentifyGate } from "../../../src/adapters/discord/connection/identify-gate.ts";
import { discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import type { Store } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { startedServer } from "../../discord-server/real-client.ts";
import { eventually } from "../../support/eventually.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { keptLog } from "../../support/kept-log.ts";

const dayMs = 86_400_000;

/** Crashes so long after every identify, for so long. @returns the instants of the identifies */
function crashLoop(livesMs: number, days: number, budget: { total: number; shards: number }) {
  const instants: number[] = [];
  let now = 1_700_000_000_000;
  const end = now + days * dayMs;
  while (now < end) {
    for (let shard = 0; shard < budget.shards; shard += 1) {
      const window = instants.filter((at) => now - at < dayMs);
      now += pauseBeforeIdentify(window, now, budget);
      instants.push(now);
    }
    now += livesMs;
  }
  return instants;
}

/** The most identifies in any 24 hours. */
function mostInADay(instants: readonly number[]): number {
  let first = 0;
  return instants.reduce((most, at, index) => {
    while (at - (instants[first] ?? 0) >= dayMs) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

describe("the pause before identifying", () => {
  it.each([
    ["crashes at once", 50, 1],
    ["lives a second", 1000, 1],
    ["lives a minute", 60_000, 1],
    ["lives ten minutes", 600_000, 1],
    ["crashes at once with 8 shards", 50, 8],
    ["crashes at once with 64 shards", 50, 64],
  ])("keeps a process that %s from using up a day's identifies", (_what, livesMs, shards) => {
    const most = mostInADay(crashLoop(livesMs, 3, { total: 1000, shards }));
    expect(most).toBeGreaterThan(shards);
    expect(most).toBeLessThanOrEqual(900);
  });

  it("is none for a first start and a few restarts by hand", () => {
    const now = 1_700_000_000_000;
    const earlier = Array.from({ length: 9 }, (_, index) => now - (9 - index) * 20_000);
    expect(pauseBeforeIdentify([], now, { total: 1000, shards: 1 })).toBe(0);
    expect(pauseBeforeIdentify(earlier, now, { total: 1000, shards: 1 })).toBe(0);
  });

  it("grows from one second to ten minutes, less the time gone by", () => {
    const now = 1_700_000_000_000;
    const pauseAfter = (identifies: number, agoMs = 0) =>
      pauseBeforeIdentify(
        Array.from({ length: identifies }, () => now - agoMs),
        now,
        { total: 1000, shards: 1 },
      );
    expect([10, 11, 12, 20, 30].map((count) => pauseAfter(count))).toEqual([
      1000, 2000, 4000, 600_000, 600_000,
    ]);
    expect(pauseAfter(12, 3000)).toBe(1000);
    expect(pauseAfter(12, 5000)).toBe(0);
  });
});

it("does not wait for an identify stamped by a clock that ran ahead", () => {
  const now = 1_700_000_000_000;
  const budget = { total: 1000, shards: 1 };
  expect(pauseBeforeIdentify([now + 2 * 3_600_000], now, budget)).toBe(0);
  const month = Array.from({ length: 900 }, () => now + 30 * dayMs);
  expect(pauseBeforeIdentify(month, now, budget)).toBe(0);
});

describe("the gate shards pass", () => {
  it("tries again while the store cannot write, so that discord.js is never told of a failure", async () => {
    const server = await startedServer();
    const kept = createMemoryStore(discordKinds);
    let failures = 4;
    const store: Store = {
      ...kept,
      get: (type, id) => kept.get(type, id),
      list: (type) => kept.list(type),
      write: async (changes) => {
        if (failures > 0) {
          failures -= 1;
          throw new Error("no space left");
        }
        await kept.write(changes);
      },
    };
    const pauses: number[] = [];
    const gate = new DurableIdentifyGate({
      rest: createRest({ apiBaseUrl: server.apiUrl, token: server.token }),
      store,
      clock: new FixedClock("2026-11-23T09:00:00Z"),
      log: keptLog(),
      shards: 1,
      sleep: async (ms) => void pauses.push(ms),
    });
    await gate.pass(0, new AbortController().signal);
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
  });

  it("counts over restarts, as each identify is kept before it is made", async () => {
    const server = await startedServer();
    const store = createMemoryStore(discordKinds);
    const clock = new FixedClock("2026-11-23T09:00:00Z");
    const pauses: number[] = [];
    const { token, apiUrl: apiBaseUrl } = server;
    const log = keptLog();
    const restart = async () => {
      const rest = createRest({ apiBaseUrl, token });
      const sleep = async (ms: number) => {
        pauses.push(ms);
        clock.moveByMs(ms);
      };
      const gate = new DurableIdentifyGate({ rest, store, clock, log, shards: 1, sleep });
      await gate.pass(0, new AbortController().signal);
    };
    for (let start = 0; start < 13; start += 1) await restart();
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(log.lines.filter((line) => line.includes("identify-paused"))).toHaveLength(3);
  });

  // A connection whose goodbye is not answered is let go after 30 s, by the library underneath: here twice at most.
  it("is passed by the real client before each identify, also after an invalid session", async () => {
    const server = await startedServer();
    const passed: number[] = [];
    const gateway = new ClientGateway({
      apiBaseUrl: server.apiUrl,
      token: server.token,
      messageContent: false,
      log: keptLog(),
      identifyGate: { pass: async (shard) => void passed.push(shard) },
    });
    await gateway.start({ hear: () => undefined, fail: () => undefined });
    expect(passed).toEqual([0]);
    server.gateway.invalidateSessions({ resumable: false });
    await eventually(() => {
      expect(server.gateway.identifies).toHaveLength(2);
    });
    expect(passed).toEqual([0, 0]);
    await gateway.stop();
  }, 150_000);

  it("holds the client back, and lets it go when it is told to stop", async () => {
    const server = await startedServer();
    let waits = 0;
    const gateway = new ClientGateway({
      apiBaseUrl: server.apiUrl,
      token: server.token,
      messageContent: false,
      log: keptLog(),
      identifyGate: {
        pass: (_shard, signal) =>
          new Promise((_resolve, reject) => {
            waits += 1;
            signal.addEventListener("abort", () => {
              reject(new Error("told to stop"));
            });
          }),
      },
    });
    const started = gateway.start({ hear: () => undefined, fail: () => undefined });
    started.catch(() => undefined);
    await eventually(() => {
      expect(waits).toBe(1);
    });
    expect(server.gateway.identifies).toEqual([]);
    await gateway.stop();
    expect(server.gateway.identifies).toEqual([]);
  });
});
