import { expect, onTestFinished } from "vitest";
import { commandDefinitions } from "../../src/adapters/discord/commands/command-definitions.ts";
import { ClientGateway } from "../../src/adapters/discord/connection/client-gateway.ts";
import { createRest } from "../../src/adapters/discord/connection/discord-rest.ts";
import { discordKinds } from "../../src/adapters/discord/discord-documents.ts";
import { DiscordPlatform } from "../../src/adapters/discord/discord-platform.ts";
import {
  isDeletion,
  type Incoming,
  type IncomingMessage,
} from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { DiscordServer } from "./discord-server/discord-server.ts";
import type { Channel } from "./discord-server/world/world-data.ts";
import { FixedClock } from "./fixed-clock.ts";
import { keptLog } from "./kept-log.ts";
import { library } from "./small-library.ts";

const messageContent = 1 << 15;

/** The Discord adapter alone, with a core that only listens. */
class ListeningDiscord {
  readonly server: DiscordServer;
  readonly clock: FixedClock;
  readonly log = keptLog();
  readonly received: Incoming[] = [];
  readonly store: Store = createMemoryStore(discordKinds);
  #platform: DiscordPlatform | undefined;
  #keys = 0;

  private constructor(server: DiscordServer, clock: FixedClock) {
    this.server = server;
    this.clock = clock;
  }

  /** A server and the adapter on it, which may read everything; both go when the test ends. */
  static async start(): Promise<ListeningDiscord> {
    const clock = new FixedClock("2026-11-24T09:00:00Z");
    const server = await DiscordServer.start({ clock, grantedIntents: messageContent });
    const listening = new ListeningDiscord(server, clock);
    onTestFinished(async () => {
      await listening.stop();
      await server.stop();
    });
    await listening.begin();
    return listening;
  }

  /** Starts the adapter, again on the same store. */
  async begin(): Promise<void> {
    const { server, clock, log, store } = this;
    const tell = (language: "fr" | "en") => (key: keyof typeof library.phrases.fr) =>
      library.phrases[language][key];
    const rest = createRest({ apiBaseUrl: server.apiUrl, token: server.token });
    const platform = new DiscordPlatform({
      settings: {
        apiBaseUrl: server.apiUrl,
        guildCommands: "global",
        rooms: [],
        messageContent: true,
        roles: { coordinators: [], mediators: [], advisers: [] },
        coordinatorPermission: "ManageEvents",
        shards: 1,
      },
      rest,
      gateway: new ClientGateway({
        apiBaseUrl: server.apiUrl,
        token: server.token,
        messageContent: true,
        log,
      }),
      store,
      clock,
      log,
      tell,
      language: "fr",
      suggest: () => [],
    });
    this.#platform = platform;
    await rest.request({
      method: "PUT",
      path: `/applications/${server.botId}/commands`,
      body: commandDefinitions(tell),
    });
    await platform.start(async (incoming) => {
      this.received.push(incoming);
      return Promise.resolve(false);
    });
  }

  async stop(): Promise<void> {
    await this.#platform?.stop();
    this.#platform = undefined;
  }

  get messages(): readonly IncomingMessage[] {
    return this.received.flatMap((one) => (isDeletion(one) ? [] : [one]));
  }

  /** Sends a reply with what is usual in one. @returns the id it is shown as */
  async send(reply: Partial<Reply> & Pick<Reply, "to">): Promise<string | undefined> {
    this.#keys += 1;
    if (!this.#platform) throw new Error("not started");
    return this.#platform.send({
      key: `key-${this.#keys}`,
      kind: "relay",
      text: "",
      choices: [],
      attachments: [],
      ...reply,
    });
  }
}

/** Two advisers in the channel of their team, and somebody who asks. */
export async function inTeam() {
  const discord = await ListeningDiscord.start();
  const { server } = discord;
  const [amina, camille, bob] = ["amina", "camille", "bob"].map((name) => server.person(name));
  if (!amina || !camille || !bob) throw new Error("nobody");
  const guild = server.guild("Conseil", { owner: server.person("olga"), members: [camille, bob] });
  const room = guild.channel("general");
  const to = { platform: "discord", room: room.id, isDirect: false };
  const last = () => discord.messages.at(-1);
  const heard = async (count: number) => {
    await expect.poll(() => discord.received.length).toBe(count);
  };
  const message = (channel: Channel, id: string | undefined) => {
    const found = channel.messages.find((one) => one.id === id);
    if (!found) throw new Error("no such message");
    return found;
  };
  return { discord, server, amina, camille, bob, guild, room, to, last, heard, message };
}

/** The same, a message of ours having opened a thread. */
export async function offered() {
  const team = await inTeam();
  const text = "**A-127** · Données et RGPD\nFaut-il l'accord des parents ?";
  const id = await team.discord.send({ to: team.to, text, opensThread: true, kind: "reply" });
  if (id === undefined) throw new Error("not shown");
  return { ...team, id, thread: team.server.world.channel(id) };
}
