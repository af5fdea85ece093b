import { fileURLToPath } from "node:url";
import { badToken } from "../adapters/discord/connection/close-codes.ts";
import { createRest } from "../adapters/discord/connection/discord-rest.ts";
import { platformName } from "../adapters/discord/discord-documents.ts";
import { DiscordPlatform } from "../adapters/discord/discord-platform.ts";
import type { DiscordSettings } from "../adapters/discord/discord-settings.ts";
import { GuildKeeper } from "../adapters/discord/guilds/guild-keeper.ts";
import { openGateway } from "../adapters/discord/shards/open-gateway.ts";
import type { Knowledge } from "../bot/knowledge.ts";
import { suggestQuestions } from "../bot/suggest-questions.ts";
import type { Config } from "../loading/load-config.ts";
import { ConfigurationError, KnownError } from "../model/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import { forgetRooms } from "./forget-rooms.ts";
import type { TalkingPlace } from "./talking-place.ts";

/** Beside this file once it is compiled: a shard's process runs it. */
const processFile = fileURLToPath(
  new URL("../adapters/discord/shards/shard-process.js", import.meta.url),
);

/** What the application is opened with. */
export interface DiscordOpening {
  readonly config: Config;
  readonly settings: DiscordSettings;
  readonly store: Store;
  /** What is known now: it may be adopted later. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly log: Log;
}

/** The guilds and direct messages of the configured application. @throws KnownError with the remedy */
export function openDiscord(opening: DiscordOpening): TalkingPlace {
  const { config, settings, store, knowledge, clock, log } = opening;
  const token = discordToken();
  let fail: ((cause: unknown) => void) | undefined;
  const rest = createRest({
    apiBaseUrl: settings.apiBaseUrl,
    token,
    onUnauthorized: () => {
      fail?.(new KnownError(badToken));
    },
  });
  const { tell, documents } = knowledge();
  const care = new GuildKeeper({
    settings,
    rest,
    store,
    clock,
    log,
    tell,
    language: config.language,
    keptDays: { conversations: config.conversationDays, keptQuestions: config.keptQuestionDays },
    forgetRooms: (isGone) => forgetRooms({ store, documents, clock }, platformName, isGone),
  });
  const platform = new DiscordPlatform({
    settings,
    rest,
    gateway: openGateway({ settings, token, rest, store, clock, log, processFile }),
    store,
    clock,
    log,
    tell,
    language: config.language,
    suggest: (words, language) => suggestQuestions(words, language, knowledge()),
    care,
  });
  fail = (cause) => {
    platform.fail(cause);
  };
  return {
    platform,
    ended: platform.ended,
    leave: () => {
      platform.leave();
    },
    close: () => Promise.resolve(),
  };
}

/** The token, from the environment alone. @throws ConfigurationError when there is none */
export function discordToken(): string {
  const token = process.env["PASSERELLE_DISCORD_TOKEN"]?.trim();
  if (token !== undefined && token !== "") return token;
  throw new ConfigurationError(
    "Discord is configured, and PASSERELLE_DISCORD_TOKEN is not set. Copy the token from the developer portal (Bot, Reset Token).",
  );
}
