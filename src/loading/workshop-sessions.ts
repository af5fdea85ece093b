import type { WallTime } from "../model/workshop.ts";
import type { WorkshopEntry } from "./workshop-shapes.ts";
import { DAY_MS } from "../model/durations.ts";

/** One of the times of a workshop that people may choose from, or its only one. */
export interface Session {
  readonly id: string;
  readonly localStart: WallTime;
  readonly localEnd: WallTime | undefined;
  /** Shared by the sessions people choose from. */
  readonly seriesId: string | undefined;
}

/** Tells what is wrong with a key of an entry. */
export type TellProblem = (key: string, message: string, remedy: string) => void;

/** The sessions of an entry: one for each of its starts. What cannot be one is told, and left out. */
export function sessionsOf(entry: WorkshopEntry, tell: TellProblem): readonly Session[] {
  const { id, day, starts, ends = [], mode, online } = entry;
  if (mode !== undefined && online !== undefined) {
    tell("online", "both mode and online", "Keep mode: on-site, online or both");
  }
  if (new Set(starts).size < starts.length) {
    tell("starts", "the same start twice", "Write each start once");
    return [];
  }
  if (ends.length > 1 && ends.length !== starts.length) {
    const message = `${ends.length} ends for ${starts.length} starts`;
    tell("ends", message, "Write one end for all of them, or one for each");
    return [];
  }
  return starts.flatMap((start, index) => {
    const localStart = `${day}T${start}`;
    const localEnd = endOn(day, ends.length > 1 ? ends[index] : ends[0]);
    if (localEnd !== undefined && !isWithinADay(localStart, localEnd)) {
      tell(
        "ends",
        `an end (${localEnd}) that is not within 24 hours after the start (${localStart})`,
        "Mend the times; an end on another day is written YYYY-MM-DD HH:MM",
      );
      return [];
    }
    const isOnly = starts.length === 1;
    return [
      {
        id: isOnly ? id : `${id}-${nameOf(start)}`,
        localStart,
        localEnd,
        seriesId: isOnly ? undefined : id,
      },
    ];
  });
}

function endOn(day: string, end: string | undefined): WallTime | undefined {
  return end === undefined || end.includes("T") ? end : `${day}T${end}`;
}

/** As `1800`; of two times alike the second as `0230-2`. */
function nameOf(start: string): string {
  return `${start.slice(0, 5).replace(":", "")}${isSecond(start) ? "-2" : ""}`;
}

/** Whether it bears the offset of the second of two times alike. */
function isSecond(time: string): boolean {
  return /[+-]\d{2}:\d{2}$/u.test(time.slice(time.indexOf("T") + 1));
}

function isWithinADay(start: WallTime, end: WallTime): boolean {
  // Only a zone can tell, and the rules of workshops know it.
  if (isSecond(start) || isSecond(end)) return true;
  const length = Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
  return length > 0 && length <= DAY_MS;
}
