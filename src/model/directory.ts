import type { Language, PerLanguage } from "./language.ts";

/** Networks a place or a team may belong to; a place may be in several. Source: HANDOFF.md, 4 and 5.4. */
export const networks = [
  "guidasso-orientation",
  "guidasso-information",
  "guidasso-accompagnement",
  "guidasso-specialiste",
  "pana",
  "crdla",
  "dla",
  "epn",
  "other",
] as const;
export type Network = (typeof networks)[number];

/** A stretch of opening in a week. `day`: 1 Monday to 7 Sunday. `from`, `to`: `HH:MM` on the wall, `to` up to `24:00`. */
export interface OpeningRange {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/** Days a team or a place is closed, both included: `YYYY-MM-DD`. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly why?: PerLanguage<string> | undefined;
}

/** When somebody is there. Two ranges a day are two ranges; none at all: never open. */
export interface OpeningHours {
  readonly ranges: readonly OpeningRange[];
  /** IANA zone the ranges are read in. */
  readonly timeZone: string;
  /** Code of the territory whose public holidays close it (see `Workshop.territories`); undefined for none. */
  readonly holidaysOf?: string | undefined;
  readonly closures: readonly Closure[];
}

/** A room of a platform a team, coordinators or curators share. */
export interface TeamRoom {
  readonly platform: string;
  readonly room: string;
}

/** An account of a person: see `personKey`. */
export interface Account {
  readonly platform: string;
  readonly person: string;
}

/** Days an adviser is away, both included: `YYYY-MM-DD`. */
export interface Absence {
  readonly from: string;
  readonly to: string;
  /** Id of the adviser who stands in. */
  readonly substitute?: string | undefined;
}

/** A person who answers. */
export interface Adviser {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly accounts: readonly Account[];
  /** Ids of themes; none means all. */
  readonly themes: readonly string[];
  readonly languages: readonly Language[];
  /** Open requests they hold at most. */
  readonly mostOpen: number;
  /** That of their team where left out. */
  readonly hours?: OpeningHours | undefined;
  readonly absences: readonly Absence[];
  /** Whether askers read "une conseillère" or "un conseiller" unless the adviser shows their name. */
  readonly title: PerLanguage<string>;
}

/** People who answer together in a room. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly network: readonly Network[];
  /** Codes of départements, or `national`. */
  readonly territories: readonly string[];
  /** Ids of themes; none means a generalist of all. */
  readonly themes: readonly string[];
  readonly language: Language;
  readonly room: TeamRoom;
  readonly hours: OpeningHours;
  /** Ids of advisers. */
  readonly advisers: readonly string[];
  readonly fallbackTeam?: string | undefined;
  /** Taken freely from the room, or given to who has the fewest. */
  readonly choice: "manual" | "automatic";
}

/** Who is told when nobody answers, by territory. */
export interface Coordination {
  /** Codes of départements, or `national`. */
  readonly territories: readonly string[];
  readonly room: TeamRoom;
  /** First, then second or substitute: each written to directly. */
  readonly coordinators: readonly (Account & { readonly name: string })[];
}

/**
 * A place people can go to or ring. Field by field the national schema of digital-mediation places, then ours.
 * Source: https://github.com/LaMednum/schema-mediation-numerique, as told in HANDOFF.md 5.4.
 */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
  readonly inseeCode?: string | undefined;
  readonly address: string;
  /** Degrees. */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly sites: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly updated: string;
  readonly booking?: string | undefined;
  readonly summary?: string | undefined;
  readonly typologies: readonly string[];
  readonly isItinerant: boolean;
  readonly services: readonly string[];
  readonly audiences: readonly string[];
  readonly ways: readonly string[];
  readonly costs: readonly string[];
  readonly languages: readonly string[];
  readonly accessibility?: string | undefined;
  /** As OpenStreetMap writes them. */
  readonly openingHours?: string | undefined;
  readonly parent?: string | undefined;
  readonly source?: string | undefined;
  readonly network: readonly Network[];
  /** Ids of themes; none means any. */
  readonly themes: readonly string[];
  readonly helpsAssociations: boolean;
  readonly helpsRemotely: boolean;
  /** Key of the person who confirms its sheet once a year, if somebody does (see `personKey`). */
  readonly keptBy?: Account | undefined;
}

/** An answer advisers start from: « modèle de réponse ». */
export interface AnswerModel {
  readonly id: string;
  readonly theme?: string | undefined;
  readonly title: PerLanguage<string>;
  readonly text: PerLanguage<string>;
}

/** Who answers, where, when. */
export interface Directory {
  /** It shows what a directory is: it serves the platform `exemple` alone, never a real person. */
  readonly isSample: boolean;
  readonly teams: readonly Team[];
  readonly advisers: readonly Adviser[];
  readonly coordinations: readonly Coordination[];
  readonly places: readonly Place[];
  /** Where unknown and disliked questions are gone through, if anywhere. */
  readonly curatorsRoom?: TeamRoom | undefined;
  readonly models: readonly AnswerModel[];
  /** What those who answer agree to, Markdown: « charte ». */
  readonly charter?: PerLanguage<string> | undefined;
}

/** Every room people of a directory share. */
export function roomsOf({ teams, coordinations, curatorsRoom }: Directory): readonly TeamRoom[] {
  const rooms = [...teams, ...coordinations].map(({ room }) => room);
  return curatorsRoom ? [...rooms, curatorsRoom] : rooms;
}

/** Nobody answers. */
export const noDirectory: Directory = {
  isSample: false,
  teams: [],
  advisers: [],
  coordinations: [],
  places: [],
  models: [],
};

/** The platform a sample directory serves. */
export const samplePlatform = "exemple";
