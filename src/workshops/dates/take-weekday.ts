import type { WallTime } from "../../model/workshop.ts";
import { noonOf, without, type TakenDays } from "./taken-days.ts";
import { addDays, dayOf, nextWeekday, weekdayOf } from "../wall-time.ts";

/** Takes the words for a whole week, which a weekday narrows down: weeks from this one. */
export function takeWeek(text: string): {
  readonly later: number | undefined;
  readonly rest: string;
} {
  const next = /\b(?:(?:de |pour )?(?:la )?semaine (?:prochaine|qui vient)|next week)\b/u.exec(
    text,
  );
  if (next) return { later: 1, rest: without(text, next) };
  const current = /\b(?:(?:de )?cette semaine|this week|ce week-?end|this weekend)\b/u.exec(text);
  return current ? { later: 0, rest: without(text, current) } : { later: undefined, rest: text };
}

/**
 * Takes a weekday. "Jeudi prochain" and "next Thursday", said earlier in the same week, are this week's to some
 * and next week's to others; a weekday said on that very day is today or in a week.
 */
export function takeWeekday(
  text: string,
  today: WallTime,
  week: number | undefined,
): TakenDays | undefined {
  const match =
    /(?:\b(?<before>ce|this|next|prochain|on|le)(?: coming)? )?\bD(?<weekday>[1-7])\b(?: (?<after>prochain|qui vient|en (?:8|15)|week))?/u.exec(
      text,
    );
  if (!match?.groups) return undefined;
  const { before, after } = match.groups;
  const weekday = Number(match.groups["weekday"]);
  const taken = { weekday, rest: without(text, match) };
  const day = (distance: number) => dayOf(addDays(today, distance));
  if (week !== undefined) {
    return { ...taken, days: [day(7 * week + weekday - weekdayOf(today))], isNarrowed: true };
  }
  const isToday = weekdayOf(today) === weekday;
  const coming = dayOf(nextWeekday(today, weekday));
  const afterComing = dayOf(addDays(nextWeekday(today, weekday), 7));
  if (after?.startsWith("en ") === true || after === "week") {
    const more = after === "en 15" ? 14 : 7;
    const firsts = isToday ? [day(0), coming] : [coming];
    return {
      ...taken,
      days: firsts.map((one) => dayOf(addDays(noonOf(one), more))),
      isNarrowed: true,
    };
  }
  if (after === "prochain" || before === "prochain" || before === "next") {
    const isThisWeek = weekday > weekdayOf(today);
    return { ...taken, days: isThisWeek ? [coming, afterComing] : [coming], isNarrowed: true };
  }
  if (!isToday || after === "qui vient") return { ...taken, days: [coming] };
  return { ...taken, days: before === "ce" || before === "this" ? [day(0)] : [day(0), coming] };
}
