import { onTestFinished } from "vitest";
import { ClientGateway } from "../../src/adapters/discord/connection/client-gateway.ts";
import { createRest } from "../../src/adapters/discord/connection/discord-rest.ts";
import { discordKinds } from "../../src/adapters/discord/discord-documents.ts";
import { GuildKeeper } from "../../src/adapters/discord/guilds/guild-keeper.ts";
import { learnUs } from "../../src/adapters/discord/us.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import type { Language } from "../../src/model/language.ts";
import type { Tell } from "../../src/model/phrases.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import type { DiscordServer } from "./discord-server/discord-server.ts";
import { FixedClock } from "./fixed-clock.ts";
import { keptLog } from "./kept-log.ts";
import { library } from "./small-library.ts";

/** The project's own phrases. */
export function contentTell(language: Language): Tell {
  return tellIn(library.phrases[language]);
}

/** The care of guilds for a whole assistant on a Discord of ours. */
export function keeperFor({ server, store, log }: KeeperOptions): GuildKeeper {
  return new GuildKeeper({
    settings: { guildCommands: "global" },
    rest: createRest({ apiBaseUrl: server.apiUrl, token: server.token }),
    store,
    clock: { now: () => new Date() },
    log,
    tell: contentTell,
    language: "fr",
    keptDays: { conversations: 7, keptQuestions: 180 },
    forgetRooms: async () => 0,
  });
}

interface KeeperOptions {
  readonly server: DiscordServer;
  readonly store: Store;
  readonly log: Log;
}

/** How the care of guilds differs from the usual. */
export interface GuildRigOptions {
  readonly guildCommands?: "global" | readonly string[];
  readonly clock?: FixedClock;
}

/** The care of guilds before a Discord of ours, with the real discord.js and no conversations. */
export class GuildRig {
  readonly server: DiscordServer;
  readonly log = keptLog();
  readonly store: Store = createMemoryStore(discordKinds);
  /** Whether a room was among those to be forgotten, for the rooms a test asks about. */
  readonly forgotten: ((room: string) => boolean)[] = [];
  readonly clock: FixedClock;
  #stop: () => Promise<void> = async () => undefined;
  #keeper: GuildKeeper | undefined;

  constructor(server: DiscordServer, clock = new FixedClock(new Date().toISOString())) {
    this.server = server;
    this.clock = clock;
    onTestFinished(() => this.stop());
  }

  get keeper(): GuildKeeper {
    if (!this.#keeper) throw new Error("not started");
    return this.#keeper;
  }

  /** Starts it, again on the same store. */
  async start({ guildCommands = "global" }: GuildRigOptions = {}): Promise<void> {
    const { server, log, store, clock } = this;
    const options = { apiBaseUrl: server.apiUrl, token: server.token };
    const rest = createRest(options);
    const keeper = new GuildKeeper({
      settings: { guildCommands },
      rest,
      store,
      clock,
      log,
      tell: contentTell,
      language: "fr",
      keptDays: { conversations: 7, keptQuestions: 180 },
      forgetRooms: async (isGone) => this.forgotten.push(isGone),
    });
    this.#keeper = keeper;
    const gateway = new ClientGateway({ ...options, messageContent: false, log });
    this.#stop = async () => {
      await gateway.stop();
      await keeper.stop();
    };
    await keeper.start(await learnUs(rest, undefined));
    await gateway.start({
      hear: (dispatch) => keeper.hear(dispatch),
      fail: (cause) => log.error("gateway-failed", cause),
    });
  }

  async stop(): Promise<void> {
    await this.#stop();
    this.#stop = async () => undefined;
  }

  /** The lines of the log about an event. */
  logged(event: string): readonly string[] {
    return this.log.lines.filter((line) => line.includes(`"event":"${event}"`));
  }
}
