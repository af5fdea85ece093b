import { escapeMarkdown } from "discord.js";
import { put } from "../../../ports/store.ts";
import { discordDocuments, type QuarantinedChannel } from "../discord-documents.ts";
import { DiscordRefusal } from "../rest.ts";
import type { Us } from "../us.ts";
import { type CareParts, languageOfGuild } from "./care-parts.ts";
import type { GuildPicture } from "./guild-picture.ts";
import { openDirect } from "../sending/direct-channels.ts";
import { postNotice } from "./post-notice.ts";
import { rightsInChannel } from "./rights-in-channel.ts";
import { rights } from "./rights.ts";
import { DAY_MS, HOUR_MS } from "../../../model/durations.ts";

/** Where rights may have changed. */
interface Place {
  readonly channel?: string | undefined;
  readonly guild?: string | undefined;
}

/** How long a channel that refuses us is left alone, unless rights change before. */
const heldMs = HOUR_MS;
const keptMs = discordDocuments.quarantine.keptDays * DAY_MS;

/** We do not see the channel, or lack a right in it. Source: developers/topics/opcodes-and-status-codes#json-json-error-codes */
const rightMissing: ReadonlySet<number> = new Set([50_001, 50_013]);

/**
 * The channels that refuse us. Nothing is sent there for an hour, or until rights change: ten thousand
 * refusals in ten minutes would ban our address.
 * Source: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class Quarantine {
  readonly #parts: CareParts;
  readonly #picture: GuildPicture;
  readonly #held = new Map<string, QuarantinedChannel>();

  constructor(parts: CareParts, picture: GuildPicture) {
    this.#parts = parts;
    this.#picture = picture;
  }

  async load(): Promise<void> {
    for (const { id, document } of await this.#parts.store.list(discordDocuments.quarantine)) {
      this.#held.set(id, document);
    }
  }

  holds(channel: string): boolean {
    const held = this.#held.get(channel);
    return held !== undefined && Date.parse(held.until) > this.#parts.clock.now().getTime();
  }

  /** Leaves a channel alone from now on: whatever is sent meanwhile must not be refused as well. */
  hold(channel: string): void {
    const now = this.#parts.clock.now();
    this.#forgetBefore(new Date(now.getTime() - keptMs));
    const before = this.#held.get(channel);
    this.#held.set(channel, {
      guild: before?.guild ?? this.#picture.guildOf(channel)?.id,
      missing: before?.missing ?? [],
      toldAt: before?.toldAt,
      until: new Date(now.getTime() + heldMs).toISOString(),
      at: now.toISOString(),
    });
  }

  /** Finds out why a channel we left alone refuses us, and tells who can mend it, once. */
  async explain(channel: string, { code }: DiscordRefusal, us: Us): Promise<void> {
    const { clock, log } = this.#parts;
    const held = this.#held.get(channel);
    if (!held) return;
    await this.#keep(channel, held);
    if (!rightMissing.has(code)) {
      log.warn("channel-refuses", { channel, code });
      return;
    }
    const found = await rightsInChannel(this.#parts.rest, us.userId, channel);
    const missing = found.missing.map(({ name }) => name);
    // Its rights may have changed while one was asked or told: what is held now counts.
    const now = () => this.#held.get(channel) ?? held;
    const known = { ...now(), guild: found.guild ?? held.guild, missing };
    log.warn("channel-quarantined", {
      channel,
      guild: known.guild,
      missing: missing.join(", ") || "not known",
      remedy: "give the assistant's role these permissions in the channel",
    });
    const isTold = held.toldAt !== undefined && isSame(held.missing, missing);
    await this.#keep(channel, known);
    if (isTold || !(await this.#tell(channel, known))) return;
    await this.#keep(channel, { ...now(), toldAt: clock.now().toISOString() });
  }

  /** Rights may have changed: in a channel, or in a whole guild. */
  async free({ channel, guild }: Place): Promise<void> {
    const now = this.#parts.clock.now().toISOString();
    for (const [id, held] of this.#held) {
      const isMeant = id === channel || (guild !== undefined && held.guild === guild);
      if (!isMeant || held.until <= now) continue;
      // Kept, so that the same lack is not told again.
      // oxlint-disable-next-line no-await-in-loop
      await this.#keep(id, { ...held, until: now });
      this.#parts.log.info("channel-freed", { channel: id });
    }
  }

  /** What the store forgets by itself. */
  #forgetBefore(instant: Date): void {
    for (const [id, { at }] of this.#held) {
      if (Date.parse(at) < instant.getTime()) this.#held.delete(id);
    }
  }

  async #keep(channel: string, held: QuarantinedChannel): Promise<void> {
    this.#held.set(channel, held);
    await this.#parts.store.write([put(discordDocuments.quarantine, channel, held)]);
  }

  /** Writes to the guild's owner, the only one we know who can give rights. @returns whether that is done with */
  async #tell(channel: string, { guild, missing }: QuarantinedChannel): Promise<boolean> {
    const { rest, log, tell, language } = this.#parts;
    const seen = guild === undefined ? undefined : this.#picture.get(guild);
    if (seen?.ownerId === undefined) return false;
    const say = tell(languageOfGuild(seen.locale, language));
    const names = rights.filter(({ name }) => missing.includes(name));
    const words = names.length > 0 ? names.map(({ phrase }) => phrase) : ["right-unknown" as const];
    const content = say("guild-right-missing", {
      channel: `<#${channel}>`,
      guild: escapeMarkdown(seen.name),
      rights: words.map((phrase) => `**${say(phrase)}**`).join(", "),
    });
    try {
      const direct = await openDirect(seen.ownerId, rest);
      await postNotice(rest, { channel: direct, nonce: `q${channel}`, content });
      log.info("missing-right-told", { channel, guild });
      return true;
    } catch (cause) {
      if (!(cause instanceof DiscordRefusal)) throw cause;
      log.warn("missing-right-not-told", { channel, guild, why: "the owner takes no messages" });
      return true;
    }
  }
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  return before.join(" ") === now.join(" ");
}
