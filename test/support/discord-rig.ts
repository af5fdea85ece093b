import { onTestFinished } from "vitest";
import { createRest } from "../../src/adapters/discord/connection/discord-rest.ts";
import {
  ClientGateway,
  type ClientGatewayOptions,
} from "../../src/adapters/discord/connection/client-gateway.ts";
import { commandDefinitions } from "../../src/adapters/discord/commands/command-definitions.ts";
import { discordKinds } from "../../src/adapters/discord/discord-documents.ts";
import { DiscordPlatform } from "../../src/adapters/discord/discord-platform.ts";
import type { DiscordSettings } from "../../src/adapters/discord/discord-settings.ts";
import { fieldOf } from "../../src/adapters/discord/field-of.ts";
import type { Gateway } from "../../src/adapters/discord/gateway.ts";
import type { GuildCare } from "../../src/adapters/discord/guild-care.ts";
import { Bot } from "../../src/bot/bot.ts";
import { newCode } from "../../src/system/new-code.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import { suggestQuestions } from "../../src/bot/suggest-questions.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { DiscordServer } from "./discord-server/discord-server.ts";
import type { ServerSettings } from "./discord-server/settings.ts";
import { keptLog } from "./kept-log.ts";
import { scriptedKnowledge, type Script, sure, unsure } from "./small-library.ts";

/** How an assistant under test differs from the usual. */
export interface RigOptions {
  readonly settings?: Partial<DiscordSettings>;
  readonly server?: ServerSettings;
  readonly knowledge?: Knowledge;
  readonly care?: GuildCare;
  readonly clock?: Clock;
  /** The connection, when it is not the usual one in this process. */
  readonly gatewayOf?: (options: ClientGatewayOptions) => Gateway;
  /** Puts something between the assistant and its store. */
  readonly around?: (store: Store) => Store;
}

/** Questions of tests, and what they are understood as. */
const pageId = "crowdfunding.fees";
export const question = "combien coûte une page de collecte ?";
export const vagueQuestion = "une page";
export const englishQuestion = "how much does it cost";
export const vagueEnglishQuestion = "what about a page";
const vaguePages = ["crowdfunding.fees", "crowdfunding.create-page"] as const;

/** How the questions of tests are understood. */
export const usualScript: Script = {
  [question]: [sure(pageId)],
  [englishQuestion]: [sure(pageId)],
  [vagueQuestion]: [unsure(...vaguePages)],
  [vagueEnglishQuestion]: [unsure(...vaguePages)],
};

/** The whole assistant on the Discord of tests, through the real discord.js. */
export class DiscordRig {
  readonly server: DiscordServer;
  readonly log = keptLog();
  readonly knowledge: Knowledge;
  readonly store: Store;
  #options: RigOptions;
  #bot: Bot | undefined;
  #platform: DiscordPlatform | undefined;

  private constructor(server: DiscordServer, options: RigOptions) {
    this.server = server;
    this.#options = options;
    this.knowledge = options.knowledge ?? scriptedKnowledge(usualScript);
    const kinds = [...this.knowledge.kinds, ...discordKinds];
    this.store = createMemoryStore(kinds);
  }

  /** A server and the assistant on it; both go when the test ends. */
  static async start(options: RigOptions = {}): Promise<DiscordRig> {
    const rig = await DiscordRig.prepare(options);
    await rig.startBot();
    return rig;
  }

  /** The server alone, its commands registered, before the assistant is started on it. */
  static async prepare(options: RigOptions = {}): Promise<DiscordRig> {
    const { clock } = options;
    const server = await DiscordServer.start({ ...(clock && { clock }), ...options.server });
    const rig = new DiscordRig(server, options);
    onTestFinished(async () => {
      await rig.stopBot();
      await server.stop();
      const mayPing = rig.messagesThatMayPing();
      if (mayPing.length > 0) throw new Error(`may ping: ${JSON.stringify(mayPing)}`);
    });
    return rig;
  }

  /** What was sent with words and without forbidding every mention. */
  messagesThatMayPing(): readonly unknown[] {
    return this.server.requests
      .map(({ body }) => (isNumber(fieldOf(body, "type")) ? fieldOf(body, "data") : body))
      .filter((body) => typeof fieldOf(body, "content") === "string")
      .filter((body) => JSON.stringify(fieldOf(body, "allowed_mentions", "parse")) !== "[]");
  }

  get platform(): DiscordPlatform {
    if (!this.#platform) throw new Error("not started");
    return this.#platform;
  }

  get bot(): Bot {
    if (!this.#bot) throw new Error("not started");
    return this.#bot;
  }

  /** Starts the assistant, again on the same store. */
  async startBot(options: RigOptions = this.#options): Promise<void> {
    this.#options = options;
    const {
      settings,
      care,
      clock = { now: () => new Date() },
      around = same,
      gatewayOf = connectHere,
    } = options;
    const { log, knowledge, server } = this;
    const store = around(this.store);
    const rest = createRest({ apiBaseUrl: server.apiUrl, token: server.token });
    const all = { ...usual, apiBaseUrl: server.apiUrl, ...settings };
    const gateway = gatewayOf({
      apiBaseUrl: server.apiUrl,
      token: server.token,
      messageContent: all.messageContent,
      scheduledEvents: (all.scheduledEvents ?? []).length > 0,
      log,
    });
    const definitions = commandDefinitions(knowledge.tell);
    const platform = new DiscordPlatform({
      settings: all,
      rest,
      gateway,
      store,
      clock,
      log,
      tell: knowledge.tell,
      language: "fr",
      suggest: (words, language) => suggestQuestions(words, language, knowledge),
      care: care ?? {
        start: async (us) => {
          const path = `/applications/${us.applicationId}/commands` as const;
          await rest.request({ method: "PUT", path, body: definitions });
        },
        hear: () => undefined,
        refused: () => undefined,
        directClosed: () => undefined,
        isQuarantined: () => false,
        stop: async () => undefined,
      },
    });
    this.#platform = platform;
    this.#bot = new Bot({
      newCode,
      knowledge: { ...knowledge, kinds: [...knowledge.kinds, ...discordKinds] },
      store,
      platforms: [platform],
      limits: { messagesPerMinute: 60, oldestMessageHours: 6 },
      clock,
      log,
    });
    await this.#bot.start();
    await this.#bot.idle();
  }

  async stopBot(): Promise<void> {
    const bot = this.#bot;
    this.#bot = undefined;
    await bot?.stop();
  }
}

const usual: Omit<DiscordSettings, "apiBaseUrl"> = {
  guildCommands: "global",
  rooms: [],
  messageContent: false,
  roles: { coordinators: [], mediators: [], advisers: [] },
  coordinatorPermission: "ManageEvents",
  shards: 1,
};

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function same(store: Store): Store {
  return store;
}

function connectHere(options: ClientGatewayOptions): Gateway {
  return new ClientGateway(options);
}
