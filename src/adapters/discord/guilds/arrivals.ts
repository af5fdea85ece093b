import { put } from "../../../ports/store.ts";
import { discordDocuments, type KnownGuild } from "../discord-documents.ts";
import { DiscordRefusal } from "../rest.ts";
import type { Us } from "../us.ts";
import { type CareParts, languageOfGuild } from "./care-parts.ts";
import { daysAfterLeaving } from "./departures.ts";
import type { SeenGuild } from "./guild-picture.ts";
import { openDirect } from "../sending/direct-channels.ts";
import { type Notice, postNotice, wasPosted } from "./post-notice.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** Joined longer ago, a guild is not greeted: its hello was said by a store that was lost. */
const newsMs = DAY_MS;
/** How old what is stored of a guild may be before it is written again, so that its days do not run out. */
const renewalMs = 30 * DAY_MS;

/** Says hello in a guild we came to, once each time, and keeps what must be known once it is left. */
export class Arrivals {
  readonly #parts: CareParts;

  constructor(parts: CareParts) {
    this.#parts = parts;
  }

  /** A guild is there: new, or told of again. @throws DiscordUnreachable when the hello may not have been said */
  async joined(guild: SeenGuild, us: Us): Promise<void> {
    const { store, clock } = this.#parts;
    const { guilds } = discordDocuments;
    const known = await store.get(guilds, guild.id);
    const at = clock.now().toISOString();
    const channels = [...guild.channels];
    // Once left, it is new again.
    const greetedAt = known?.leftAt === undefined ? known?.greetedAt : undefined;
    const seen: KnownGuild = { ...(greetedAt !== undefined && { greetedAt }), channels, at };
    // Before anything is said: after a crash, one looks whether it was.
    if (!known || hasNews(known, channels, clock.now())) {
      await store.write([put(guilds, guild.id, seen)]);
    }
    if (seen.greetedAt !== undefined) return;
    if (this.#isNews(guild)) await this.#greet(guild, us, known !== undefined);
    await store.write([put(guilds, guild.id, { ...seen, greetedAt: at })]);
  }

  #isNews({ joinedAt }: SeenGuild): boolean {
    const joinedMs = Date.parse(joinedAt ?? "");
    return this.#parts.clock.now().getTime() - joinedMs <= newsMs;
  }

  /** In the system's channel, else to the owner; where neither takes it, it is left unsaid. */
  async #greet(guild: SeenGuild, us: Us, isAgain: boolean): Promise<void> {
    const { rest, log } = this.#parts;
    const content = this.#hello(guild, us);
    const nonce = `h${guild.id}`;
    const places = [
      async () => guild.systemChannelId,
      async () => guild.ownerId && openDirect(guild.ownerId, rest),
    ];
    for (const place of places) {
      // The second only when the first refuses.
      // oxlint-disable-next-line no-await-in-loop
      if (await this.#tryIn(place, { nonce, content }, isAgain ? us.userId : undefined)) {
        log.info("guild-greeted", { guild: guild.id });
        return;
      }
    }
    log.warn("guild-not-greeted", { guild: guild.id, why: "nobody takes our messages there" });
  }

  async #tryIn(
    place: () => Promise<string | undefined>,
    words: Omit<Notice, "channel">,
    lookFor: string | undefined,
  ): Promise<boolean> {
    const { rest } = this.#parts;
    try {
      const channel = await place();
      if (channel === undefined) return false;
      const notice = { channel, ...words };
      if (lookFor !== undefined && (await wasPosted(rest, lookFor, notice))) return true;
      await postNotice(rest, notice);
      return true;
    } catch (cause) {
      if (cause instanceof DiscordRefusal) return false;
      throw cause;
    }
  }

  #hello({ locale }: SeenGuild, us: Us): string {
    const { tell, language, keptDays } = this.#parts;
    const say = tell(languageOfGuild(locale, language));
    return say("guild-hello", {
      mention: `<@${us.userId}>`,
      ask: say("command-ask"),
      days: keptDays.conversations,
      keptDays: keptDays.keptQuestions,
      leftDays: daysAfterLeaving,
    });
  }
}

function hasNews(known: KnownGuild, channels: readonly string[], now: Date): boolean {
  const isOld = now.getTime() - Date.parse(known.at) > renewalMs;
  const before = new Set(known.channels);
  const isSame = channels.length === before.size && channels.every((one) => before.has(one));
  return isOld || known.leftAt !== undefined || !isSame;
}
