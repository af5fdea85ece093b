import type { DocumentType } from "../../../model/document-type.ts";
import { put, remove, type Change } from "../../../ports/store.ts";
import { discordDocuments } from "../discord-documents.ts";
import { fieldOf, idOf, listOf, numberOf } from "../field-of.ts";
import { shardOf } from "../snowflake.ts";
import type { CareParts } from "./care-parts.ts";
import type { SeenGuild } from "./guild-picture.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** Days until what is stored of a guild goes, once it threw us out or was left. */
export const daysAfterLeaving = 30;

/** Erases what is stored of a guild some time after it was left. */
export class Departures {
  readonly #parts: CareParts;

  constructor(parts: CareParts) {
    this.#parts = parts;
  }

  /** We are no longer in a guild. @param seen what was known of it until now */
  async left(guild: string, seen: SeenGuild | undefined): Promise<void> {
    const { store, clock, log, keptDays } = this.#parts;
    const { guilds } = discordDocuments;
    const known = await store.get(guilds, guild);
    if (known?.leftAt !== undefined) return;
    const at = clock.now();
    const channels = [...new Set([...(known?.channels ?? []), ...(seen?.channels ?? [])])];
    const leftAt = at.toISOString();
    const document = { ...known, channels, leftAt, at: leftAt };
    await store.write([put(guilds, guild, document)]);
    log.warn("guild-left", {
      guild,
      erasedOn: erasedOn(leftAt).toISOString().slice(0, 10),
      stays: `questions kept for the curators, ${keptDays.keptQuestions} days each`,
    });
  }

  /** The guilds that a shard, as it is welcomed, is not in although it should be. None when that is not said. */
  async goneAccordingTo(ready: unknown): Promise<readonly string[]> {
    if (!Array.isArray(fieldOf(ready, "guilds"))) return [];
    const there = new Set(listOf(ready, "guilds").flatMap((guild) => idOf(guild, "id") ?? []));
    const [shard = 0, shards = 1] = listOf(ready, "shard").map((one) => numberOf(one) ?? 0);
    const known = await this.#parts.store.list(discordDocuments.guilds);
    return known
      .filter(({ document }) => document.leftAt === undefined)
      .map(({ id }) => id)
      .filter((id) => !there.has(id) && shardOf(id, shards) === shard);
  }

  /** Erases what is due. */
  async erase(): Promise<void> {
    const { store, clock, log, forgetRooms } = this.#parts;
    for (const { id, document } of await store.list(discordDocuments.guilds)) {
      if (document.leftAt === undefined || erasedOn(document.leftAt) > clock.now()) continue;
      // One guild after the other: each is erased whole.
      // oxlint-disable-next-line no-await-in-loop
      const gone = await this.#placesOf(id, new Set(document.channels));
      // oxlint-disable-next-line no-await-in-loop
      const own = await this.#changesFor(id, gone);
      // oxlint-disable-next-line no-await-in-loop
      const said = await forgetRooms((room) => gone.has(channelIn(room)));
      // Last what says that it is due: a crash before it has all of it done again.
      // oxlint-disable-next-line no-await-in-loop
      await store.write([...own, remove(discordDocuments.guilds, id)]);
      log.info("guild-erased", { guild: id, documents: own.length + said });
    }
  }

  /** The channels of a guild with the threads under them: one whose channel was not known is a room itself. */
  async #placesOf(guild: string, channels: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const { store } = this.#parts;
    const [threads, places] = await Promise.all([
      store.list(discordDocuments.threads),
      store.list(discordDocuments.places),
    ]);
    const ours = threads.filter(({ document }) => channels.has(document.parent));
    const read = places.filter(
      ({ document }) => document.guild === guild || channels.has(document.parent ?? ""),
    );
    return new Set([...channels, ...[...ours, ...read].map(({ id }) => id)]);
  }

  async #changesFor(guild: string, all: ReadonlySet<string>): Promise<readonly Change[]> {
    const { store } = this.#parts;
    const { threads, places, sent, sendings, interactions, quarantine, commands } =
      discordDocuments;
    const select = async <T>(
      type: DocumentType<T>,
      isGone: (document: T, id: string) => boolean,
    ): Promise<readonly Change[]> =>
      (await store.list(type))
        .filter(({ document, id }) => isGone(document, id))
        .map(({ id }) => remove(type, id));
    const found = await Promise.all([
      select(threads, ({ parent }, id) => all.has(parent) || all.has(id)),
      select(places, (_place, id) => all.has(id)),
      select(sent, ({ channel, room }) => all.has(channel) || all.has(channelIn(room ?? ""))),
      select(sendings, ({ channel }) => all.has(channel)),
      select(interactions, ({ channel }) => all.has(channel)),
      select(quarantine, (document, id) => document.guild === guild || all.has(id)),
      select(commands, (_commands, id) => id === guild),
    ]);
    return found.flat();
  }
}

/** The instant from which what is stored of a guild is erased. @param leftAt UTC instant (ISO 8601) */
export function erasedOn(leftAt: string): Date {
  return new Date(Date.parse(leftAt) + daysAfterLeaving * DAY_MS);
}

/** The channel or thread a room is in. */
function channelIn(room: string): string {
  return room.split("/")[0] ?? room;
}
