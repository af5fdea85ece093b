import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { initAsync } from "@matrix-org/matrix-sdk-crypto-wasm";
import { onTestFinished } from "vitest";
import { ClientGateway } from "../../src/adapters/discord/connection/client-gateway.ts";
import { createRest } from "../../src/adapters/discord/connection/discord-rest.ts";
import { discordKinds } from "../../src/adapters/discord/discord-documents.ts";
import { DiscordPlatform } from "../../src/adapters/discord/discord-platform.ts";
import { matrixKinds } from "../../src/adapters/matrix/matrix-documents.ts";
import { MatrixPlatform } from "../../src/adapters/matrix/matrix-platform.ts";
import { openAccount } from "../../src/adapters/matrix/open-account.ts";
import { Bot } from "../../src/bot/bot.ts";
import type { Directory } from "../../src/model/directory.ts";
import { createMemoryShelf } from "../../src/stores/memory-shelf.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { systemClock } from "../../src/system/system-clock.ts";
import { newCode } from "../../src/system/new-code.ts";
import { DiscordServer } from "./discord-server/discord-server.ts";
import { handoffDirectory } from "./handoff-directory.ts";
import { keptLog } from "./kept-log.ts";
import { scriptedKnowledge } from "./small-library.ts";
import type { TestAccount } from "./synapse.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Where the one team is, and who answers there. */
export interface BridgeTeam {
  readonly platform: "discord" | "matrix";
  readonly room: string;
  readonly adviser: string;
}

/** What the two sides are reached by. */
export interface BridgeSides {
  readonly discord: DiscordServer;
  readonly homeserver: string;
  /** Ours on the homeserver. */
  readonly account: TestAccount;
  readonly team: BridgeTeam;
}

const messageContent = 1 << 15;

/** A Discord that grants what is asked. The clock is the real one everywhere: it is that of the homeserver. */
export async function bridgeDiscord(): Promise<DiscordServer> {
  const server = await DiscordServer.start({ clock: systemClock, grantedIntents: messageContent });
  onTestFinished(() => server.stop());
  return server;
}

/** The whole assistant between the Discord of tests and a real homeserver, encryption and all. */
export async function startBridge({ discord, homeserver, account, team }: BridgeSides) {
  const clock = systemClock;
  await initAsync();
  const log = keptLog();
  const knowledge = scriptedKnowledge({}, { directory: directoryOf(team) });
  const kinds = [...knowledge.kinds, ...discordKinds, ...matrixKinds];
  const store = createMemoryStore(kinds);
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const settings = {
    homeserver,
    userId: account.user,
    encryption: "on",
    invitations: "anyone",
    prefix: "!assistant",
    coordinators: [],
    mediators: [],
    advisers: [],
    coordinatorPowerLevel: 50,
    bots: [],
  } as const;
  const { server, machine } = await openAccount({
    settings,
    dataFolder: temporaryFolder(),
    token: account.token,
    clock,
    log,
    signal: ending.signal,
    onFatal: (cause) => log.error("encryption-store-failed", cause),
  });
  const tell = knowledge.tell("fr");
  const shared = { store, clock, log };
  const matrix = new MatrixPlatform({
    ...shared,
    settings,
    server,
    machine,
    tell,
    tellIn: knowledge.tell,
    cutOff: () => ending.abort(),
  });
  const { apiUrl: apiBaseUrl, token } = discord;
  const onDiscord = new DiscordPlatform({
    ...shared,
    settings: {
      apiBaseUrl,
      guildCommands: "global",
      rooms: [],
      messageContent: true,
      roles: { coordinators: [], mediators: [], advisers: [] },
      coordinatorPermission: "ManageEvents",
      shards: 1,
    },
    rest: createRest({ apiBaseUrl, token }),
    gateway: new ClientGateway({ apiBaseUrl, token, messageContent: true, log }),
    tell: knowledge.tell,
    language: "fr",
    suggest: () => [],
  });
  const bot = new Bot({
    newCode,
    knowledge: { ...knowledge, kinds },
    store,
    platforms: [matrix, onDiscord],
    limits: { messagesPerMinute: 600, oldestMessageHours: 24 * 365 },
    clock,
    log,
    shelf: createMemoryShelf(),
  });
  onTestFinished(async () => {
    await bot.stop();
    await machine?.close();
  });
  await bot.start();
  /** Lets time pass until something holds, as for a process that runs. @throws what it last threw */
  const until = async <T>(look: () => T | Promise<T>): Promise<T> => passUntil(bot, look);
  return { bot, matrix, log, store, knowledge, tell, until };
}

const mostMs = 40_000;

async function passUntil<T>(bot: Bot, look: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + mostMs;
  for (;;) {
    try {
      // One look after another: that is what waiting is.
      // oxlint-disable-next-line no-await-in-loop
      return await look();
    } catch (cause) {
      if (Date.now() > end) throw cause;
    }
    // oxlint-disable-next-line no-await-in-loop
    await bot.tick();
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
}

/** One team, always open, with one adviser. */
function directoryOf({ platform, room, adviser }: BridgeTeam): Directory {
  const whole = handoffDirectory({ team: platform });
  const ranges = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: "00:00", to: "23:59" }));
  return {
    ...whole,
    teams: whole.teams.slice(0, 1).map((team) => ({
      ...team,
      room: { platform, room },
      territories: ["44", "national"],
      themes: [],
      hours: { ranges, timeZone: "Europe/Paris", closures: [] },
      advisers: ["camille"],
      fallbackTeam: undefined,
    })),
    advisers: whole.advisers
      .slice(0, 1)
      .map((one) => ({ ...one, accounts: [{ platform, person: adviser }] })),
    coordinations: [],
  };
}
