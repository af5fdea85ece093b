import { once } from "node:events";
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
} from "discord.js";
import type { CalendarDraft, CalendarEvent, ShownEvent } from "../../../model/calendar-event.ts";
import { PlaceRefused } from "../../../model/errors.ts";
import type { CalendarMirror } from "../../../ports/calendar-mirror.ts";
import { idOf, listOf, numberOf, textOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import { DiscordRefusal, type DiscordRequest, type DiscordRest } from "../rest.ts";
import type { Us } from "../us.ts";

/** What the calendars of guilds are reached by. */
export interface EventCalendarParts {
  readonly rest: DiscordRest;
  /** The guilds whose calendar shows the programme. */
  readonly guilds: readonly string[];
  /** Who we are, once that is known. */
  readonly us: () => Us | undefined;
  /** Nothing is waited for any more. */
  readonly signal: AbortSignal;
}

/** Source: developers/resources/guild-scheduled-event#guild-scheduled-event-object */
const longestTitle = 100;
const longestText = 1000;
const longestPlace = 100;
/** A guild holds a hundred that are not over; its people have some of their own. */
const mostEvents = 50;

/** A guild we are not in, an event that is not there, a right that is missing. Source: developers/topics/opcodes-and-status-codes#json-json-error-codes */
const unknownGuild = 10_004;
const unknownEvent = 10_070;
const forbidden = 403;

/** The scheduled events of guilds. */
export class EventCalendar implements CalendarMirror {
  readonly calendars: readonly string[];
  readonly mostEvents = mostEvents;
  readonly #parts: EventCalendarParts;
  readonly #names = new Map<string, string>();
  #tell: (calendar: string) => void = () => undefined;

  constructor(parts: EventCalendarParts) {
    this.#parts = parts;
    this.calendars = parts.guilds;
  }

  nameOf(guild: string): string {
    return this.#names.get(guild) ?? guild;
  }

  fit({ title, text, place, ending, startsAt, endsAt }: CalendarDraft): CalendarEvent {
    const below = `\n\n${cut(ending, longestText - 2)}`;
    return {
      title: cut(title, longestTitle),
      text: `${cut(text, longestText - below.length)}${below}`.trim(),
      place: cut(place, longestPlace),
      startsAt,
      endsAt,
    };
  }

  async list(guild: string): Promise<readonly ShownEvent[]> {
    const all = listOf(await this.#ask({ method: "GET", path: pathOf(guild) }));
    const us = this.#parts.us()?.userId;
    return all.flatMap((event) => {
      const isOver = !openStatuses.has(numberOf(event, "status"));
      return isOver || idOf(event, "creator_id") !== us ? [] : readEvent(event);
    });
  }

  async create(guild: string, event: CalendarEvent): Promise<ShownEvent> {
    const made = await this.#ask({ method: "POST", path: pathOf(guild), body: bodyOf(event) });
    const [shown] = readEvent(made);
    if (!shown) throw new TypeError("Discord does not say what event it made");
    return shown;
  }

  async change(guild: string, id: string, event: CalendarEvent): Promise<ShownEvent | undefined> {
    try {
      const path = `${pathOf(guild)}/${id}` as const;
      const [shown] = readEvent(await this.#ask({ method: "PATCH", path, body: bodyOf(event) }));
      return shown;
    } catch (cause) {
      if (cause instanceof DiscordRefusal && cause.code === unknownEvent) return undefined;
      throw cause;
    }
  }

  async cancel(guild: string, id: string): Promise<void> {
    try {
      const body = { status: GuildScheduledEventStatus.Canceled };
      await this.#ask({ method: "PATCH", path: `${pathOf(guild)}/${id}`, body });
    } catch (cause) {
      if (cause instanceof DiscordRefusal && cause.code === unknownEvent) return;
      throw cause;
    }
  }

  watch(tell: (calendar: string) => void): void {
    this.#tell = tell;
  }

  /** Takes in an event of the gateway; those of other guilds are left alone. */
  hear({ type, data }: Pick<Dispatch, "type" | "data">): void {
    const guild = idOf(
      data,
      type === "GUILD_CREATE" || type === "GUILD_UPDATE" ? "id" : "guild_id",
    );
    if (guild === undefined || !this.calendars.includes(guild)) return;
    const name = type === "GUILD_CREATE" || type === "GUILD_UPDATE" ? textOf(data, "name") : "";
    if (name !== undefined && name !== "") this.#names.set(guild, name);
    // Of members only our own change is told without a privileged intent.
    if (mayChange.has(type)) this.#tell(guild);
  }

  async #ask(request: DiscordRequest): Promise<unknown> {
    try {
      return await orAborted(this.#parts.rest.request(request), this.#parts.signal);
    } catch (cause) {
      const isRefusal = cause instanceof DiscordRefusal;
      if (!isRefusal || (cause.status !== forbidden && cause.code !== unknownGuild)) throw cause;
      throw new PlaceRefused("scheduled events may not be written", { cause });
    }
  }
}

/** What a task gives, unless it is given up before: what was asked for may be done all the same. */
async function orAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const ended = new AbortController();
  const givenUp = once(signal, "abort", { signal: ended.signal }).then(() => {
    throw new Error("given up");
  });
  try {
    return await Promise.race([task, givenUp]);
  } finally {
    ended.abort();
    // Nobody waits for it any more.
    givenUp.catch(() => undefined);
  }
}

const openStatuses: ReadonlySet<number | undefined> = new Set([
  GuildScheduledEventStatus.Scheduled,
  GuildScheduledEventStatus.Active,
]);

const mayChange: ReadonlySet<string> = new Set([
  "GUILD_CREATE",
  "GUILD_ROLE_UPDATE",
  "GUILD_MEMBER_UPDATE",
  "GUILD_SCHEDULED_EVENT_UPDATE",
  "GUILD_SCHEDULED_EVENT_DELETE",
]);

function pathOf(guild: string): `/${string}` {
  return `/guilds/${guild}/scheduled-events`;
}

function bodyOf({ title, text, place, startsAt, endsAt }: CalendarEvent): object {
  return {
    name: title,
    description: text,
    // Where somebody made it one of a voice channel.
    channel_id: null,
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: { location: place },
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    scheduled_start_time: startsAt,
    scheduled_end_time: endsAt,
  };
}

/** An event as it stands there; none for what cannot be read. */
function readEvent(event: unknown): readonly ShownEvent[] {
  const id = idOf(event, "id");
  const [startsAt, endsAt] = ["scheduled_start_time", "scheduled_end_time"].map((field) =>
    instantIn(textOf(event, field)),
  );
  if (id === undefined || startsAt === undefined) return [];
  return [
    {
      id,
      title: textOf(event, "name") ?? "",
      text: textOf(event, "description") ?? "",
      place: textOf(event, "entity_metadata", "location") ?? "",
      startsAt,
      // Somebody made it one of a voice channel, which needs none.
      endsAt: endsAt ?? startsAt,
    },
  ];
}

/** In the one way we write instants; undefined for no instant. */
function instantIn(text: string | undefined): string | undefined {
  const ms = Date.parse(text ?? "");
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** A text of a length at most, its end marked where it was cut; never half a character. */
function cut(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  return `${whole
    .slice(0, Math.max(0, most - 1))
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trimEnd()}…`;
}
