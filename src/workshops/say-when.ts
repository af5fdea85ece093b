import type { Language } from "../model/language.ts";
import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { WallTime, Workshop } from "../model/workshop.ts";
import { sayWhich } from "./say-which.ts";
import { sayZone } from "./say-zone.ts";
import { dayOf, timeOf, wallTimeAt } from "./wall-time.ts";
import { endOf, startOf } from "./workshop-time.ts";
import { DAY_MS } from "../model/durations.ts";

/** How times are said, and to whom. */
export interface TimeSaying {
  readonly language: Language;
  readonly tell: Tell;
  /** A day (`YYYY-MM-DD`) in words, with its weekday and its year. */
  readonly sayDay: (day: string) => string;
  /** The same without its year, for a day near `now`; where either is left out, the year is always said. */
  readonly sayShortDay?: ((day: string) => string) | undefined;
  readonly now?: Date | undefined;
  /** IANA zone of who reads. */
  readonly timeZone: string;
}

/** Workshops shown as one: sessions at choice of one day, or one alone. */
export type Sessions = readonly [Workshop, ...Workshop[]];

/** When something is, on its own clock. */
export type Timed = Pick<Workshop, "localStart" | "localEnd" | "timeZone">;

/** A day farther than this from now is said with its year, in ms. */
const FAR_MS = 180 * DAY_MS;

/** French people say where they are by these words, which follow no rule. */
const there: Readonly<Record<string, PhraseKey>> = {
  "Europe/Paris": "there-paris",
  "America/Guadeloupe": "there-guadeloupe",
  "America/Martinique": "there-martinique",
  "America/Cayenne": "there-guyane",
  "Indian/Reunion": "there-reunion",
  "Indian/Mayotte": "there-mayotte",
  "America/Miquelon": "there-miquelon",
  "Pacific/Noumea": "there-noumea",
  "Pacific/Tahiti": "there-tahiti",
  "Pacific/Wallis": "there-wallis",
};

/**
 * When a workshop takes place, on its own clock with its zone, and on the clock of who reads where that shows
 * another time: "mardi 9 mars, 18 h – 20 h (heure de Paris) · **21 h – 23 h à La Réunion**". The one way in
 * which every message says it. Source: WORKSHOPS.md 4.
 */
export function sayWhen(sessions: Sessions, saying: TimeSaying): string {
  const [{ localStart }] = sessions;
  const day = sayDayNear(localStart, saying);
  const times = sayOwnTimes(sessions, saying);
  return withTheirs(saying.tell("announce-day-times", { day, times }), sessions, saying);
}

/** The same under a heading that says the day. */
export function sayTimes(sessions: Sessions, saying: TimeSaying): string {
  return withTheirs(sayOwnTimes(sessions, saying), sessions, saying);
}

/** When something is on its own clock, whoever reads: "mardi 9 mars 2027, 18 h – 20 h (heure de Paris)". */
export function sayOwn(timed: Timed, saying: TimeSaying): string {
  const day = sayDayNear(timed.localStart, saying);
  return saying.tell("announce-day-times", { day, times: sayOwnTimes([timed], saying) });
}

/** A start alone, with its zone. @param zone whose clocks show it */
export function sayStart(localStart: WallTime, zone: string, saying: TimeSaying): string {
  return sayOwn({ localStart, localEnd: undefined, timeZone: zone }, saying);
}

/** A start alone, beside a time that bears its zone: "mardi 9 mars, 18 h". @param zone whose clocks show it */
export function sayBareStart(start: WallTime, zone: string, saying: TimeSaying): string {
  const times = sayHour(start, zone, saying);
  return saying.tell("announce-day-times", { day: sayDayNear(start, saying), times });
}

/** A day in words, with its year when that could be mistaken. */
export function sayDayNear(
  wall: WallTime,
  { now, sayDay, sayShortDay = sayDay }: TimeSaying,
): string {
  const day = dayOf(wall);
  const isFar = now && Math.abs(Date.parse(`${day}T12:00:00Z`) - now.getTime()) > FAR_MS;
  return isFar === false ? sayShortDay(day) : sayDay(day);
}

/**
 * The hour of a wall time: "18 h 30"; of two alike, which.
 * @param zone whose clocks show it
 */
export function sayHour(wall: WallTime, zone: string, { tell }: Pick<TimeSaying, "tell">): string {
  return sayWhich(sayTimeOfDay(timeOf(wall), tell), { wall, zone }, tell);
}

/** A time of day in words: "18 h 30". @param time as `18:30` */
export function sayTimeOfDay(time: string, tell: Tell): string {
  const [hour = "", minutes = ""] = time.split(":");
  return minutes === "00"
    ? tell("announce-hour", { hour: Number(hour) })
    : tell("announce-hour-minutes", { hour: Number(hour), minutes });
}

function sayOwnTimes(all: readonly [Timed, ...Timed[]], saying: TimeSaying): string {
  const { tell, language } = saying;
  const [{ timeZone }] = all;
  const hours = all.map((one) => sayHours(one, saying)).join(tell("or-word"));
  const times = all.length > 1 ? tell("announce-at-choice", { hours }) : hours;
  return tell("announce-times", { hours: times, zone: sayZone(timeZone, language, tell) });
}

function sayHours({ localStart, localEnd, timeZone }: Timed, saying: TimeSaying): string {
  const time = sayHour(localStart, timeZone, saying);
  if (localEnd === undefined) return time;
  return saying.tell("announce-hours", { time, end: sayHour(localEnd, timeZone, saying) });
}

function withTheirs(when: string, sessions: Sessions, saying: TimeSaying): string {
  const [{ localStart }] = sessions;
  const { tell, timeZone } = saying;
  const clocks = sessions.map((session) => onClock(session, timeZone));
  const first = clocks[0]?.localStart ?? localStart;
  if (first === localStart) return when;
  const time = clocks.map((clock) => sayHours(clock, saying)).join(tell("or-word"));
  const isSameDay = dayOf(first) === dayOf(localStart);
  const theirs = sayThere(time, saying);
  return tell("announce-elsewhere", {
    when,
    theirs: isSameDay
      ? theirs
      : tell("announce-theirs-day", { day: sayDayNear(first, saying), theirs }),
  });
}

/** When a workshop is on a clock elsewhere. */
function onClock(workshop: Workshop, timeZone: string): Timed {
  return {
    timeZone,
    localStart: wallTimeAt(startOf(workshop), timeZone),
    localEnd: workshop.localEnd && wallTimeAt(endOf(workshop), timeZone),
  };
}

function sayThere(time: string, { tell, timeZone, language }: TimeSaying): string {
  const place = there[timeZone];
  return place === undefined
    ? tell("announce-theirs-zone", { time, zone: sayZone(timeZone, language, tell) })
    : tell("announce-theirs", { time, place: tell(place) });
}
