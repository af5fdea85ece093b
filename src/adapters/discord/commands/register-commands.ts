import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { put, remove, type Store } from "../../../ports/store.ts";
import { discordDocuments } from "../discord-documents.ts";
import { type DiscordRest, DiscordRefusal, DiscordUnreachable } from "../rest.ts";
import { areSameCommands, hashOfCommands } from "./compare-commands.ts";
import type { CommandDefinition } from "./command-definitions.ts";

/** What registering needs. */
export interface Registering {
  readonly rest: DiscordRest;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly applicationId: string;
  /** Everywhere, or in these guilds alone. */
  readonly guildCommands: "global" | readonly string[];
  readonly definitions: readonly CommandDefinition[];
}

/** The place of commands that are everywhere, beside the ids of guilds. */
const everywhere = "global";

/**
 * Brings the registered commands up to date: written only where they differ from what Discord lists, and
 * taken away where they were registered before but no longer should be, so that none is shown twice.
 * @returns whether every place could be seen to
 */
export async function registerCommands(registering: Registering): Promise<boolean> {
  const { store, guildCommands, definitions } = registering;
  const wanted: readonly string[] = guildCommands === "global" ? [everywhere] : guildCommands;
  const known = (await store.list(discordDocuments.commands)).map(({ id }) => id);
  const places = new Set([...wanted, ...known, everywhere]);
  let isDone = true;
  for (const place of places) {
    const isWanted = wanted.includes(place);
    // One place at a time: a start must not be what spends the day's pace.
    // oxlint-disable-next-line no-await-in-loop
    isDone = (await registerIn(place, isWanted ? definitions : [], registering)) && isDone;
  }
  return isDone;
}

async function registerIn(
  place: string,
  definitions: readonly CommandDefinition[],
  { rest, store, clock, log, applicationId }: Registering,
): Promise<boolean> {
  const path = commandsPath(applicationId, place);
  const { commands } = discordDocuments;
  try {
    const listed = await rest.request({
      method: "GET",
      path,
      query: { with_localizations: "true" },
    });
    const isChanged = !areSameCommands(listed, definitions);
    if (isChanged) {
      await rest.request({ method: "PUT", path, body: definitions });
      log.info("commands-registered", { place, commands: definitions.length });
    }
    await remember();
    return true;
  } catch (cause) {
    const isRefused = cause instanceof DiscordRefusal;
    if (!isRefused && !(cause instanceof DiscordUnreachable)) throw cause;
    if (isRefused && definitions.length === 0) {
      // A guild we left keeps nothing of ours: there is nothing to take away.
      await forget();
      return true;
    }
    log.error("commands-not-registered", cause, { place, remedy: remedyFor(place) });
    return false;
  }

  async function remember(): Promise<void> {
    if (definitions.length === 0) {
      await forget();
      return;
    }
    const document = { hash: hashOfCommands(definitions), at: clock.now().toISOString() };
    const before = await store.get(commands, place);
    if (before?.hash !== document.hash) await store.write([put(commands, place, document)]);
  }

  async function forget(): Promise<void> {
    if (await store.get(commands, place)) await store.write([remove(commands, place)]);
  }
}

/** Where the commands of a place are. */
export function commandsPath(applicationId: string, place: string): `/${string}` {
  return place === everywhere
    ? `/applications/${applicationId}/commands`
    : `/applications/${applicationId}/guilds/${place}/commands`;
}

function remedyFor(place: string): string {
  return place === everywhere
    ? "see discord.applicationId, then passerelle doctor"
    : `invite the assistant to the guild ${place} with the link of passerelle doctor, or take the guild out of discord.guildCommands`;
}
