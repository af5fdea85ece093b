import type { WallTime } from "../model/workshop.ts";
import { wallTimeAt } from "../workshops/wall-time.ts";
import type { AnnouncementKind } from "../model/planned-announcement.ts";
import type { DueGroup } from "./due-group.ts";
import { dueGroups } from "./due-groups.ts";
import type { Programme } from "./programme.ts";
import { after } from "./moments.ts";
import { DAY_MS } from "../model/durations.ts";

/** How far ahead is looked, in days: a season. */
const FARTHEST_DAYS = 92;

/** One message to come, for all who get it at that moment. */
export interface Upcoming {
  readonly kind: AnnouncementKind;
  /** Ids; none for a digest. */
  readonly workshops: readonly string[];
  readonly at: Date;
  /** What the clocks of those who get it show then, the most numerous first. */
  readonly walls: readonly UpcomingWall[];
}

/** What the clocks of a zone show, and how many rooms and people live by them. */
export interface UpcomingWall {
  readonly zone: string;
  readonly wall: WallTime;
  readonly recipients: number;
}

/**
 * The next messages in their order, quiet hours minded, as far as can be known now: what nobody would get is
 * left out.
 * @param count how many at most
 */
export function upcoming(programme: Programme, now: Date, count = 10): readonly Upcoming[] {
  const found: Upcoming[] = [];
  for (let day = 0; day < FARTHEST_DAYS && found.length < count; day += 1) {
    const window = { from: after(now, day * DAY_MS), to: after(now, (day + 1) * DAY_MS) };
    const due = dueGroups(programme, window);
    found.push(
      ...together(due.filter(({ dueAt }) => dueAt && dueAt > window.from && dueAt <= window.to)),
    );
  }
  return found.slice(0, count);
}

function together(groups: readonly DueGroup[]): readonly Upcoming[] {
  const byMoment = new Map<string, Upcoming>();
  for (const { kind, workshops, dueAt, hours, recipients } of groups) {
    const there = recipients().length;
    if (!dueAt || there === 0) continue;
    const ids = workshops.map(({ id }) => id);
    const name = JSON.stringify([kind, ids, dueAt]);
    const walls = byMoment.get(name)?.walls ?? [];
    byMoment.set(name, {
      kind,
      workshops: ids,
      at: dueAt,
      walls: withMore(walls, {
        zone: hours.zone,
        wall: wallTimeAt(dueAt, hours.zone),
        recipients: there,
      }),
    });
  }
  return [...byMoment.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function withMore(walls: readonly UpcomingWall[], more: UpcomingWall): readonly UpcomingWall[] {
  const same = walls.find(({ zone }) => zone === more.zone)?.recipients ?? 0;
  return [
    ...walls.filter(({ zone }) => zone !== more.zone),
    { ...more, recipients: same + more.recipients },
  ].toSorted((a, b) => b.recipients - a.recipients);
}
