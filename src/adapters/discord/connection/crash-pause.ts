import { DAY_MS, HOUR_MS } from "../../../model/durations.ts";

/** What Discord allows, from `GET /gateway/bot`, and how many connections one start makes. */
export interface IdentifyBudget {
  /** Identifies a day; 1,000 for most. */
  readonly total: number;
  readonly shards: number;
}

const longestPauseMs = 600_000;
/** Of the day's identifies, what is never used: a person may still start us by hand. */
const reserve = 0.1;
/** Of the day's identifies, how many rounds an hour go without a pause: ten of 1,000. */
const freeShare = 0.01;

/**
 * How long to wait before identifying once more, so that a crash loop, or a server that refuses every
 * session, never uses up the day's identifies: after ten rounds in an hour the pause doubles from one
 * second to ten minutes, and nine tenths of the day's are the most in any 24 hours.
 * @param earlier instants of identifies, in ms, oldest first; only those of the last 24 hours count
 * @returns 0 for none, else ms, never more than a day
 * Source: https://discord.com/developers/docs/events/gateway#session-start-limit-object
 */
export function pauseBeforeIdentify(
  earlier: readonly number[],
  nowMs: number,
  { total, shards }: IdentifyBudget,
): number {
  const ofDay = ofLastDay(earlier, nowMs);
  const ofHour = ofDay.filter((at) => nowMs - at < HOUR_MS);
  const rounds = Math.floor(ofHour.length / shards);
  const tooMany = rounds - Math.max(1, Math.floor(total * freeShare));
  const sinceLastMs = nowMs - (ofDay.at(-1) ?? 0);
  const growing = tooMany < 0 ? 0 : Math.min(1000 * 2 ** tooMany, longestPauseMs);
  return Math.max(growing - sinceLastMs, untilBudget(ofDay, nowMs, total), 0);
}

/** The instants of the last 24 hours, as long as Discord's own day. One still to come is of a clock that was wrong. */
export function ofLastDay(instants: readonly number[], nowMs: number): readonly number[] {
  return instants.filter((at) => at <= nowMs && nowMs - at < DAY_MS);
}

/** How long until enough of the day's identifies are a day old. */
function untilBudget(ofDay: readonly number[], nowMs: number, total: number): number {
  const most = Math.max(1, Math.floor(total * (1 - reserve)));
  const mustLeave = ofDay.at(-most);
  return mustLeave === undefined ? 0 : mustLeave + DAY_MS - nowMs;
}
