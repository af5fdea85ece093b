import { DAY_MS } from "../model/durations.ts";
import type { Request } from "../model/request.ts";
import { instantOf, addDays, dayOf, timeOf, wallTimeAt } from "../workshops/wall-time.ts";
import { zoneOfTerritory } from "../workshops/zone-of-territory.ts";

/** On the wall of who reads. Source: HANDOFF.md, 6. */
const QUIET_FROM = "21:00";
const QUIET_TO = "08:00";

/**
 * When the assistant may next write to an asker of its own accord: not at night, and a day at least after it
 * last did, about any of their requests. Set `lastNoticeAt` to that moment when it is left for it.
 * @param zone IANA name, see `zoneOfAsker`
 * @param others requests among which those of the same person are
 * @returns undefined for at once
 */
export function noticeMoment(
  { asker, lastNoticeAt }: Pick<Request, "asker" | "lastNoticeAt">,
  zone: string,
  now: Date,
  others: readonly Request[] = [],
): Date | undefined {
  const theirs = others.filter((other) => asker && other.asker?.person === asker.person);
  const notices = [lastNoticeAt, ...theirs.map((other) => other.lastNoticeAt)];
  const times = notices.flatMap((at) => (at === undefined ? [] : [Date.parse(at) + DAY_MS]));
  const moment = afterTheNight(new Date(Math.max(now.getTime(), ...times)), zone);
  return moment > now ? moment : undefined;
}

/** The clock an asker lives by, as far as they told where they are. @param timeZone IANA zone of the others */
export function zoneOfAsker({ territory }: Pick<Request, "territory">, timeZone: string): string {
  return zoneOfTerritory(territory ?? "") ?? timeZone;
}

/** The same moment, or the next morning of who lives by a zone where it is night there. @param zone IANA name */
export function afterTheNight(at: Date, zone: string): Date {
  const wall = wallTimeAt(at, zone);
  if (timeOf(wall) < QUIET_TO) return instantOf(`${dayOf(wall)}T${QUIET_TO}`, zone);
  if (timeOf(wall) < QUIET_FROM) return at;
  return instantOf(`${dayOf(addDays(wall, 1))}T${QUIET_TO}`, zone);
}
