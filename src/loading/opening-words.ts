import type { OpeningRange } from "../model/directory.ts";

/** Days as people write them in a file, Monday first: in French, in English, and in short. */
const dayNames: readonly (readonly string[])[] = [
  ["lundi", "monday", "lun", "mon"],
  ["mardi", "tuesday", "mar", "tue"],
  ["mercredi", "wednesday", "mer", "wed"],
  ["jeudi", "thursday", "jeu", "thu"],
  ["vendredi", "friday", "ven", "fri"],
  ["samedi", "saturday", "sam", "sat"],
  ["dimanche", "sunday", "dim", "sun"],
];

/** The days a key names, Monday 1 to Sunday 7: `mardi`, `Tuesday`, `lundi-vendredi`, `lundi, jeudi`; undefined for any other. */
export function readDays(key: string): readonly number[] | undefined {
  const days = key.toLowerCase().split(",").map(readSpan);
  return days.includes(undefined) ? undefined : days.flatMap((some) => some ?? []);
}

/** The stretches of a day, as `9:00-12:00, 14:00-17:00` or `9h-12h`, `fermé` or `closed`; undefined for any other. */
export function readTimes(text: string): readonly Omit<OpeningRange, "day">[] | undefined {
  if (/^(?:ferm[eé]|closed)$/i.test(text.trim())) return [];
  const ranges = text.split(",").map(readRange);
  return ranges.includes(undefined) ? undefined : ranges.flatMap((one) => one ?? []);
}

function readSpan(text: string): readonly number[] | undefined {
  const [first, last, ...more] = text.split(/\s+(?:à|to)\s+|-/).map(readDay);
  if (first === undefined || more.length > 0) return undefined;
  if (!/-|\s(?:à|to)\s/.test(text)) return [first];
  if (last === undefined || last < first) return undefined;
  return Array.from({ length: last - first + 1 }, (_, rank) => first + rank);
}

function readDay(text: string): number | undefined {
  const name = text.trim();
  const rank = dayNames.findIndex((names) => names.includes(name));
  return rank === -1 ? undefined : rank + 1;
}

function readRange(text: string): Omit<OpeningRange, "day"> | undefined {
  const [from, to, ...more] = text.split(/-|–|\sà\s|\sto\s/).map(readTime);
  if (from === undefined || to === undefined || more.length > 0 || from >= to) return undefined;
  return { from, to };
}

/** `9:00`, `9h`, `9 h 30`, `09:00`, up to `24:00`, as `HH:MM`. */
function readTime(text: string): string | undefined {
  const found = /^(?<hour>\d{1,2})(?::| ?h ?)(?<minute>\d{2})?$/i.exec(text.trim())?.groups;
  const [hour, minute] = [Number(found?.["hour"]), Number(found?.["minute"] ?? 0)];
  if (!found || minute > 59 || hour * 60 + minute > 24 * 60) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
