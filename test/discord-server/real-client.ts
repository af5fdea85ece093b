import {
  ChannelType,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  Partials,
} from "discord.js";
import { onTestFinished } from "vitest";
import { DiscordServer } from "../support/discord-server/discord-server.ts";
import type { ServerSettings } from "../support/discord-server/settings.ts";

/** What the assistant asks for: nothing privileged. */
export const usualIntents: readonly GatewayIntentBits[] = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessageReactions,
];

/** A server that stops when the test is over. */
export async function startedServer(settings: ServerSettings = {}): Promise<DiscordServer> {
  const server = await DiscordServer.start(settings);
  onTestFinished(() => server.stop());
  return server;
}

/** The real discord.js, pointed at our server; not yet logged in. */
export function clientFor(server: DiscordServer, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: usualIntents,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    allowedMentions: { parse: [], repliedUser: false },
    ...options,
    rest: { api: server.apiUrl, version: "10", ...options.rest },
  });
  // discord.js emits them for the log; a client that nobody listens to takes the process down.
  client.on(Events.ShardError, () => undefined);
  client.on(Events.Error, () => undefined);
  onTestFinished(() => client.destroy());
  return client;
}

/** The real discord.js, logged in and ready. */
export async function loggedIn(
  server: DiscordServer,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = clientFor(server, options);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(server.token);
  return ready;
}

/** What the client heard of one kind of event, as texts. */
export function heardBy(client: Client): string[] {
  const heard: string[] = [];
  client.on(Events.MessageCreate, (message) => {
    if (message.author.id !== client.user?.id) heard.push(message.content);
  });
  return heard;
}

/** A text channel of the client's. @throws Error when it has none by this id */
export async function textChannel(client: Client, id: string) {
  const channel = await client.channels.fetch(id);
  if (!channel?.isSendable()) throw new Error(`There is no channel ${id} to write in`);
  return channel;
}

/** A text channel of a guild. @throws Error when it is none */
export async function guildText(client: Client, id: string) {
  const channel = await client.channels.fetch(id);
  if (channel?.type !== ChannelType.GuildText) throw new Error("no text channel");
  return channel;
}
