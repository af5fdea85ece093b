import type { Workshop } from "../model/workshop.ts";
import { groupSessions } from "../workshops/group-sessions.ts";
import type { Sessions } from "../workshops/say-when.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { startOf } from "../workshops/workshop-time.ts";
import { audienceOf } from "./audience.ts";
import { usefulUntil } from "./catch-up.ts";
import { byHours } from "./cohorts.ts";
import type { Unsettled } from "./due-group.ts";
import { after, likelyEndOf } from "./moments.ts";
import type { AttendeeKind, Programme, Window } from "./programme.ts";
import { dayAfter, eveningBefore, hourBefore } from "./schedule.ts";
import { DAY_MS } from "../model/durations.ts";

/** No moment is farther from its workshop: an evening three days before, on a wall far away. */
const FARTHEST_MS = 5 * DAY_MS;

/** The reminders of subscriptions in a window. */
export function reminderGroups(programme: Programme, window: Window): readonly Unsettled[] {
  return firstSessions(near(programme, window)).flatMap(({ dated, sessions }) =>
    programme.cohorts.flatMap(({ hours, wanting }) =>
      (["day-before", "hour-before"] as const).flatMap((kind) => {
        const audience = wanting(kind);
        if (audience.size === 0) return [];
        const recipients = () => audienceOf(dated.workshop, audience);
        const reminder = about(dated, { kind, hours, isRegistered: false, recipients });
        return within(window, { ...reminder, workshops: sessions });
      }),
    ),
  );
}

/** Sessions people choose from are recalled together, when the first of them is due. */
function firstSessions(
  all: readonly Dated[],
): readonly { readonly dated: Dated; readonly sessions: Sessions }[] {
  const byWorkshop = new Map(all.map((dated) => [dated.workshop, dated]));
  return groupSessions([...byWorkshop.keys()]).flatMap((sessions) => {
    const dated = byWorkshop.get(sessions[0]);
    return dated ? [{ dated, sessions }] : [];
  });
}

/** What those who signed up are sent in a window. */
export function attendeeGroups(programme: Programme, window: Window): readonly Unsettled[] {
  const { attendees } = programme;
  const kinds = ["three-days-before", "day-before", "hour-before", "satisfaction"] as const;
  return near(programme, window).flatMap((dated) =>
    kinds.flatMap((kind) => {
      const theirs = attendees.get(dated.workshop.id) ?? [];
      const wanting = theirs.filter(({ wants }) => wants.includes(kind));
      return [true, false].flatMap((isRegistered) => {
        const some = wanting.filter(({ isSeated = true }) => isSeated === isRegistered);
        return byHours(some.map(({ recipient }) => recipient)).flatMap(({ hours, members }) => {
          const recipients = () => members;
          return within(window, about(dated, { kind, hours, isRegistered, recipients }));
        });
      });
    }),
  );
}

interface Dated {
  readonly workshop: Workshop;
  readonly start: Date;
  readonly end: Date;
  /** The moments known already, by kind and zone: conversions cost most of a tick. */
  readonly moments: Map<string, Date>;
}

/** Workshops that take place and may have something due in a window. */
function near({ workshops }: Programme, { from, to }: Window): readonly Dated[] {
  return workshops.flatMap((workshop) => {
    if (workshop.publication !== "published" || !takesPlace(workshop)) return [];
    const start = startOf(workshop);
    if (start > after(to, FARTHEST_MS)) return [];
    const end = likelyEndOf(workshop);
    if (end <= after(from, -FARTHEST_MS)) return [];
    return [{ workshop, start, end, moments: new Map<string, Date>() }];
  });
}

type Reminder = Pick<Unsettled, "hours" | "isRegistered" | "recipients"> & {
  readonly kind: AttendeeKind;
};

function about(dated: Dated, reminder: Reminder): Unsettled {
  const { workshop, start, end } = dated;
  const { kind, hours } = reminder;
  const at = momentOf(kind, hours.zone, dated);
  return {
    ...reminder,
    workshops: [workshop],
    occurrence: start.toISOString(),
    start,
    at,
    usefulUntil: usefulUntil(kind, { at, start, end }),
  };
}

function momentOf(kind: AttendeeKind, zone: string, { start, end, moments }: Dated): Date {
  const name = `${kind} ${zone}`;
  const moment = moments.get(name) ?? computed();
  moments.set(name, moment);
  return moment;

  function computed(): Date {
    switch (kind) {
      case "three-days-before":
        return eveningBefore(start, zone, 3);
      case "day-before":
        return eveningBefore(start, zone);
      case "hour-before":
        return hourBefore(start);
      case "satisfaction":
        return dayAfter(end, zone);
    }
  }
}

function within({ from, to }: Window, group: Unsettled): readonly Unsettled[] {
  return group.at > from && group.at <= to ? [group] : [];
}
