import { readDate } from "../../../workshops/read-date.ts";
import { addDays, dayOf, wallTimeAt } from "../../../workshops/wall-time.ts";

/** Days, both included: `YYYY-MM-DD`. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads days somebody is away: "du 3 au 10 août", "from 3 to 10 August", "jusqu'à vendredi", "demain"; nothing
 * said is today. The first day takes the month and the year of the last where it has none.
 * @returns undefined when the days are not plain, or end before they begin
 */
export function readSpan(said: string, now: Date, zone: string): DaySpan | undefined {
  const today = dayOf(wallTimeAt(now, zone));
  const text = said
    .trim()
    .replaceAll(/(?<=\d)-(?=\d{1,2}-\d{4})|(?<=\d{1,2}-\d{1,2})-(?=\d{4})/gu, "/");
  if (text === "") return { from: today, to: today };
  const until = /^(?:jusqu ?'?(?:a|au|en)|until|till) (?<last>.+)$/u.exec(text)?.groups?.["last"];
  if (until !== undefined) return inOrder(today, dayIn(until, now, zone));
  const { first, last } =
    /^(?:du|de|from|entre le|between) (?<first>.+?) (?:au|a|to|until|et le|and) (?<last>.+)$/u.exec(
      text,
    )?.groups ?? {};
  if (first === undefined || last === undefined) {
    const day = dayIn(text, now, zone);
    return inOrder(day, day);
  }
  const to = dayIn(last, now, zone);
  const isBare = /^(?:le )?\d{1,2}(?:er|st|nd|rd|th)?$/u.test(first);
  const from =
    isBare && to !== undefined
      ? withDay(to, Number.parseInt(first.replace("le ", ""), 10))
      : dayIn(first, now, zone);
  return inOrder(from, to);
}

/** The day a text is; of several it can be, the first to come. */
function dayIn(text: string, now: Date, zone: string): string | undefined {
  const today = dayOf(wallTimeAt(now, zone));
  if (/^(?:aujourd ?'?hui|today)$/u.test(text)) return today;
  const read = readDate(text, { now, zone });
  if (read.kind === "needs-hour") return read.days[0];
  return read.kind === "understood" ? dayOf(read.localStart) : undefined;
}

/** The same month with another day in it; the month before when that day would come after. */
function withDay(day: string, date: number): string | undefined {
  const same = `${day.slice(0, 8)}${String(date).padStart(2, "0")}`;
  if (same <= day) return same;
  const before = dayOf(addDays(`${day.slice(0, 8)}01T12:00`, -1));
  return `${before.slice(0, 8)}${String(date).padStart(2, "0")}`;
}

function inOrder(from: string | undefined, to: string | undefined): DaySpan | undefined {
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}
