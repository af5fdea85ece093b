import { onTestFinished } from "vitest";
import { createRest } from "../../src/adapters/discord/connection/discord-rest.ts";
import { ClientGateway } from "../../src/adapters/discord/connection/client-gateway.ts";
import { discordKinds } from "../../src/adapters/discord/discord-documents.ts";
import { DiscordPlatform } from "../../src/adapters/discord/discord-platform.ts";
import { type IncomingMessage, isDeletion } from "../../src/model/incoming-message.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { DiscordServer } from "./discord-server/discord-server.ts";
import { keptLog } from "./kept-log.ts";

/** The adapter before a Discord of ours, with a core that only listens. */
export class HearingDiscord {
  readonly server: DiscordServer;
  readonly heard: IncomingMessage[] = [];
  readonly #store = createMemoryStore(discordKinds);
  #platform: DiscordPlatform | undefined;

  private constructor(server: DiscordServer) {
    this.server = server;
  }

  /** A server and the adapter on it; both go when the test ends. */
  static async start(): Promise<HearingDiscord> {
    const hearing = new HearingDiscord(await DiscordServer.start({}));
    onTestFinished(async () => {
      await hearing.stop();
      await hearing.server.stop();
    });
    await hearing.restart();
    return hearing;
  }

  get platform(): DiscordPlatform {
    if (!this.#platform) throw new Error("not started");
    return this.#platform;
  }

  /** Starts the adapter, again on the same store. */
  async restart(): Promise<void> {
    await this.stop();
    const { apiUrl: apiBaseUrl, token } = this.server;
    const log = keptLog();
    const platform = new DiscordPlatform({
      settings: {
        apiBaseUrl,
        guildCommands: "global",
        rooms: [],
        messageContent: false,
        roles: { coordinators: [], mediators: [], advisers: [] },
        coordinatorPermission: "ManageEvents",
        shards: 1,
      },
      rest: createRest({ apiBaseUrl, token }),
      gateway: new ClientGateway({
        apiBaseUrl,
        token,
        messageContent: false,
        scheduledEvents: false,
        log,
      }),
      store: this.#store,
      clock: { now: () => new Date() },
      log,
      tell: () => (key) => key,
      language: "fr",
      suggest: () => [],
    });
    this.#platform = platform;
    await platform.start((incoming) => {
      if (!isDeletion(incoming)) this.heard.push(incoming);
      return Promise.resolve(false);
    });
  }

  async stop(): Promise<void> {
    const platform = this.#platform;
    this.#platform = undefined;
    await platform?.stop();
  }
}
