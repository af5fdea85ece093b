/**
 * A wall time, to the minute: `2027-03-09T18:00`. Its zone stands beside it. It has an offset in one case
 * alone: the second of two times alike, the night clocks go back (`2027-10-31T02:30+01:00`).
 */
export type WallTime = string;

/** French always, English where somebody wrote it. */
export interface TwoLanguages {
  readonly fr: string;
  readonly en?: string | undefined;
}

/** How far the text is on its way to the public. */
export type Publication = "draft" | "review" | "published" | "archived";

/**
 * What became of it, for the public. Full and over are not here: the one is counted from seats, the other
 * read from the clock.
 */
export type WorkshopStatus = "scheduled" | "moved" | "moved-online" | "postponed" | "cancelled";

export type WorkshopMode = "on-site" | "online" | "both";

/** Where people come. */
export interface WorkshopPlace {
  readonly name: string;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
  /** How to get in: steps, lift, doorbell. */
  readonly access?: string | undefined;
}

/** What a workshop costs: 0 is free. */
export interface WorkshopPrice {
  /** In `currency`. */
  readonly amount: number;
  /** ISO 4217, as `EUR`. */
  readonly currency: string;
  readonly note?: string | undefined;
}

/** Who takes sign-ups. */
export interface WorkshopRegistration {
  /** The assistant itself, elsewhere (`to` says where), or nobody: people just come. */
  readonly by: "bot" | "link" | "mail" | "phone" | "none";
  readonly to?: string | undefined;
  /** After it, nobody signs up any more. */
  readonly closesAt?: WallTime | undefined;
}

/** Where an imported workshop comes from, so that a second import knows it again. */
export interface WorkshopOrigin {
  /** The file, feed or agenda. */
  readonly source: string;
  readonly externalId: string;
  /** Of what was imported: the same means unchanged. */
  readonly hash: string;
}

/**
 * A workshop of the programme: one occurrence, with its own seats and reminders. Local times belong to
 * `timeZone`; what is not known stays undefined, never guessed.
 */
export interface Workshop {
  /** Stable for life, never used again. */
  readonly id: string;
  /** The short number people say, used again after a year at the earliest. */
  readonly number: number;
  /** 1 to 140 characters. */
  readonly title: TwoLanguages;
  /** At most 200 characters. */
  readonly summary?: TwoLanguages | undefined;
  /** Markdown, at most 4,000 characters. */
  readonly description?: TwoLanguages | undefined;
  /** Ids of themes of the library, 1 to 3. */
  readonly themes: readonly string[];
  readonly level?: "beginner" | "regular" | "all" | undefined;
  readonly localStart: WallTime;
  /** After the start, by 24 h at most. */
  readonly localEnd?: WallTime | undefined;
  /** IANA zone, as `Europe/Paris`. */
  readonly timeZone: string;
  readonly mode?: WorkshopMode | undefined;
  readonly place?: WorkshopPlace | undefined;
  /** May be shown to anybody. */
  readonly joinUrl?: string | undefined;
  /** The link or code that only registered people get: never in a room, a feed or a log. */
  readonly joinSecret?: string | undefined;
  /** To follow without internet. */
  readonly phone?: string | undefined;
  readonly host?: string | undefined;
  readonly partners: readonly string[];
  /** Public. */
  readonly contact?: string | undefined;
  readonly audience?: TwoLanguages | undefined;
  readonly prerequisites?: TwoLanguages | undefined;
  readonly bring?: TwoLanguages | undefined;
  /** Codes of départements, as `44`; or `national`. Empty when nobody said. */
  readonly territories: readonly string[];
  /** Seats; undefined for no limit. */
  readonly capacity?: number | undefined;
  readonly seats: "auto" | "approval" | "external";
  readonly price?: WorkshopPrice | undefined;
  readonly registration?: WorkshopRegistration | undefined;
  /** In plain words, as `accès de plain-pied`. */
  readonly accessibility: readonly string[];
  /** Spoken there; ISO 639-1. */
  readonly language: string;
  readonly publication: Publication;
  readonly status: WorkshopStatus;
  /** Every earlier start, oldest first. */
  readonly previousStarts: readonly WallTime[];
  /** Shared by the occurrences of one series. */
  readonly seriesId?: string | undefined;
  /** 0, then one more at each published change: the SEQUENCE of calendars. */
  readonly revision: number;
  readonly origin?: WorkshopOrigin | undefined;
  /** Why it was last moved, postponed or cancelled, in the coordinator's words. */
  readonly reason?: string | undefined;
  /** UTC instants (ISO 8601). */
  readonly createdAt: string;
  readonly updatedAt: string;
}
