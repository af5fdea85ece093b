import { formatDay } from "../../answers/format-day.ts";
import type { Failure } from "../../delivery/failures.ts";
import { sayHour } from "../../workshops/say-when.ts";
import { sayZone } from "../../workshops/say-zone.ts";
import { dayOf, wallTimeAt } from "../../workshops/wall-time.ts";
import type { DescribeRoom } from "./reach.ts";
import type { ScheduleSaying } from "./tell-schedule.ts";

/** The messages that could not be sent, and when each is tried again. */
export function tellFailures(
  failures: readonly Failure[],
  { knowledge, language }: ScheduleSaying,
  describe: DescribeRoom,
): string {
  const tell = knowledge.tell(language);
  if (failures.length === 0) return tell("failures-none");
  const { timeZone } = knowledge.settings;
  const lines = failures.map(({ campaign, to, why, nextTryAt }) => {
    const room = to.isDirect ? tell("failures-in-private") : (describe(to)?.name ?? to.room);
    const values = { campaign, room, why };
    if (!nextTryAt) return tell("failures-given-up", values);
    const wall = wallTimeAt(nextTryAt, timeZone);
    const day = formatDay(dayOf(wall), language, false);
    const time = sayHour(wall, timeZone, { tell });
    const zone = sayZone(timeZone, language, tell);
    return tell("failures-line", { ...values, day, time, zone });
  });
  const isRetried = failures.some(({ nextTryAt }) => nextTryAt !== undefined);
  const next = isRetried ? [tell("failures-retry", { number: failures[0]?.campaign ?? "" })] : [];
  return [tell("failures-title"), ...lines, ...next].join("\n");
}
