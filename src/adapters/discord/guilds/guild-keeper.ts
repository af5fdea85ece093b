import { setTimeout as timeout } from "node:timers/promises";
import { commandDefinitions } from "../commands/command-definitions.ts";
import { registerCommands } from "../commands/register-commands.ts";
import { idOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import type { GuildCare } from "../guild-care.ts";
import type { DiscordRefusal } from "../rest.ts";
import type { Us } from "../us.ts";
import { Arrivals } from "./arrivals.ts";
import type { CareParts } from "./care-parts.ts";
import { ClosedDirects } from "./closed-directs.ts";
import { Departures } from "./departures.ts";
import { GuildPicture, type SeenGuild } from "./guild-picture.ts";
import { Quarantine } from "./quarantine.ts";

/** How often what could not be done, and what is due, is done. */
const retryMs = 600_000;
/** How long what is under way is waited for at the end. */
const mostStopMs = 3000;

/**
 * Commands, hellos, goodbyes and missing rights, beside the conversations: what is about one thing in order,
 * what is about another at the same time, as Discord may have a hello wait for long.
 */
export class GuildKeeper implements GuildCare {
  readonly #parts: CareParts;
  readonly #picture = new GuildPicture();
  readonly #arrivals: Arrivals;
  readonly #departures: Departures;
  readonly #quarantine: Quarantine;
  readonly #closed: ClosedDirects;
  /** What is under way, the last of each line. */
  readonly #lines = new Map<string, Promise<void>>();
  /** What failed last in a line: done again by `tick`. */
  readonly #undone = new Map<string, () => Promise<unknown>>();
  #us: Us | undefined;
  #areCommandsRegistered = false;
  #retrying: NodeJS.Timeout | undefined;

  constructor(parts: CareParts) {
    this.#parts = parts;
    this.#arrivals = new Arrivals(parts);
    this.#departures = new Departures(parts);
    this.#quarantine = new Quarantine(parts, this.#picture);
    this.#closed = new ClosedDirects(parts);
  }

  async start(us: Us): Promise<void> {
    this.#us = us;
    await this.#quarantine.load();
    // Not waited for: Discord may have it wait for hours, and people are to be heard.
    void this.tick();
    this.#retrying = setInterval(() => void this.tick(), retryMs);
    this.#retrying.unref();
  }

  hear({ type, data, shard }: Dispatch): void {
    const gone = type === "GUILD_DELETE" ? this.#seen(idOf(data, "id")) : undefined;
    this.#picture.hear({ type, data });
    if (type === "READY") void this.#do(`welcome ${shard}`, () => this.#compare(data));
    else if (type === "INTERACTION_CREATE") this.#attempt(this.#closed.tellIn(data));
    else if (type === "GUILD_CREATE") this.#arrive(idOf(data, "id"));
    else if (type === "CHANNEL_CREATE") this.#arrive(idOf(data, "guild_id"));
    else if (type === "GUILD_DELETE") this.#depart(data, gone);
    else if (changesRights.has(type)) this.#mayBeFree(type, data);
  }

  refused(channel: string, refusal: DiscordRefusal): void {
    this.#quarantine.hold(channel);
    const us = this.#us;
    if (!us) return;
    void this.#do(`explain ${channel}`, () => this.#quarantine.explain(channel, refusal, us));
  }

  directClosed(person: string): void {
    this.#closed.add(person);
  }

  isQuarantined(channel: string): boolean {
    return this.#quarantine.holds(channel);
  }

  /** Does what is due or could not be done before. */
  async tick(): Promise<void> {
    const again = [...this.#undone];
    await Promise.all([
      ...again.map(([line, task]) => this.#do(line, task)),
      this.#do("commands", () => this.#register()),
      this.#do("erasures", () => this.#departures.erase()),
    ]);
  }

  async stop(): Promise<void> {
    clearInterval(this.#retrying);
    // What waits for Discord's pace is left: it is done at the next start.
    const all = Promise.all(this.#lines.values());
    await Promise.race([all, timeout(mostStopMs, undefined, { ref: false })]);
  }

  async #register(): Promise<void> {
    const { settings, tell } = this.#parts;
    if (!this.#us || this.#areCommandsRegistered) return;
    this.#areCommandsRegistered = await registerCommands({
      ...this.#parts,
      applicationId: this.#us.applicationId,
      guildCommands: settings.guildCommands,
      definitions: commandDefinitions(tell),
    });
  }

  #seen(guild: string | undefined): SeenGuild | undefined {
    return guild === undefined ? undefined : this.#picture.get(guild);
  }

  #arrive(guild: string | undefined): void {
    const us = this.#us;
    if (guild === undefined || !us) return;
    void this.#do(`guild ${guild}`, async () => {
      const seen = this.#picture.get(guild);
      if (seen) await this.#arrivals.joined(seen, us);
    });
  }

  /** A guild out of order is no guild left. */
  #depart(data: unknown, seen: SeenGuild | undefined): void {
    const guild = idOf(data, "id");
    if (guild === undefined || isOutOfOrder(data)) return;
    void this.#do(`guild ${guild}`, () => this.#departures.left(guild, seen));
  }

  /** What was left while we were away. */
  async #compare(ready: unknown): Promise<void> {
    const gone = await this.#departures.goneAccordingTo(ready);
    await Promise.all(
      gone.map((guild) =>
        this.#do(`guild ${guild}`, () => this.#departures.left(guild, undefined)),
      ),
    );
  }

  #mayBeFree(type: string, data: unknown): void {
    // Of members only our own change matters, and only that is told without a privileged intent.
    const guild = type === "GUILD_UPDATE" ? idOf(data, "id") : idOf(data, "guild_id");
    const isOfChannel = type === "CHANNEL_UPDATE" || type === "THREAD_UPDATE";
    const place = isOfChannel ? { channel: idOf(data, "id") } : { guild };
    void this.#do(`free ${place.channel ?? place.guild ?? ""}`, () => this.#quarantine.free(place));
  }

  /** In its line, after what is there; a fault is logged, and what it left undone is tried again by `tick`. */
  async #do(line: string, task: () => Promise<unknown>): Promise<void> {
    // What is new in a line makes up for what failed in it.
    this.#undone.delete(line);
    const done = this.#after(this.#lines.get(line), line, task);
    this.#lines.set(line, done);
    await done;
    if (this.#lines.get(line) === done) this.#lines.delete(line);
  }

  async #after(
    before: Promise<void> | undefined,
    line: string,
    task: () => Promise<unknown>,
  ): Promise<void> {
    await before;
    try {
      await task();
    } catch (cause) {
      this.#undone.set(line, task);
      this.#parts.log.error("guild-care-failed", cause);
    }
  }

  /** Beside the others: it waits for nothing of theirs. */
  #attempt(task: Promise<void>): void {
    task.catch((cause: unknown) => {
      this.#parts.log.error("guild-care-failed", cause);
    });
  }
}

const changesRights: ReadonlySet<string> = new Set([
  "CHANNEL_UPDATE",
  "THREAD_UPDATE",
  "GUILD_MEMBER_UPDATE",
  "GUILD_ROLE_CREATE",
  "GUILD_ROLE_UPDATE",
  "GUILD_ROLE_DELETE",
  "GUILD_UPDATE",
]);

function isOutOfOrder(data: unknown): boolean {
  return (
    typeof data === "object" && data !== null && "unavailable" in data && data.unavailable === true
  );
}
