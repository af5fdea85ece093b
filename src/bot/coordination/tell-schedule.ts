import { indexSubscriptions } from "../../announcements/cohorts.ts";
import type { Attendee } from "../../announcements/programme.ts";
import { upcoming } from "../../announcements/upcoming.ts";
import { watchdogWords } from "../../announcements/words/watchdog-words.ts";
import { formatDay, formatShortDay } from "../../answers/format-day.ts";
import type { Language } from "../../model/language.ts";
import type { ScheduledPublication } from "../../model/scheduled-publication.ts";
import type { Subscription } from "../../model/subscription.ts";
import { sayHour } from "../../workshops/say-when.ts";
import { sayZone } from "../../workshops/say-zone.ts";
import { dayOf } from "../../workshops/wall-time.ts";
import { workshopSaying, type Knowledge } from "../knowledge.ts";
import { sayMoment } from "./tell-work.ts";

/** How lists of messages are said. */
export interface ScheduleSaying {
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly now: Date;
}

/** What messages to come are made from. */
export interface Scheduled {
  readonly subscriptions: readonly Subscription[];
  readonly attendees: ReadonlyMap<string, readonly Attendee[]>;
  /** Drafts that are published by themselves. */
  readonly publications: readonly ScheduledPublication[];
  /** When what is due was last looked for; undefined before the first time. */
  readonly lastTickAt: Date | undefined;
}

/**
 * The next ten messages with what the clocks of their readers show, as far as can be known now, and whether
 * they are looked after.
 */
export function tellSchedule(
  { subscriptions, attendees, publications, lastTickAt }: Scheduled,
  { knowledge, language, now }: ScheduleSaying,
): string {
  const tell = knowledge.tell(language);
  const workshops = knowledge.programme(now);
  const cohorts = indexSubscriptions(subscriptions);
  const coming = upcoming({ cohorts, workshops, attendees, occasions: [] }, now);
  const watchdog = watchdogWords(lastTickAt, {
    ...workshopSaying(knowledge, language, now),
    sayShortDay: (day) => formatShortDay(day, language),
    isRegistered: false,
  });
  // What was removed or published since is not to come.
  const drafts = new Set(
    workshops.filter(({ publication }) => publication === "draft").map(({ id }) => id),
  );
  const waiting = publications.filter((one) => one.workshops.some(({ id }) => drafts.has(id)));
  const planned = waiting.map((one) => tellPublication(one, { knowledge, language, now }));
  if (coming.length === 0 && planned.length > 0) {
    return [tell("schedule-title"), ...planned].join("\n");
  }
  if (coming.length === 0) {
    // Before anybody subscribed, nothing has to be looked after.
    return lastTickAt ? [tell("schedule-none"), watchdog].join("\n") : tell("schedule-none");
  }
  const titles = new Map(
    workshops.map(({ id, number, title }) => [
      id,
      tell("schedule-workshop", { number, title: title[language] ?? title.fr }),
    ]),
  );
  const lines = coming.map(({ kind, workshops: ids, walls }) => {
    const times = walls.map(({ zone, wall, recipients }) =>
      tell(recipients > 1 ? "schedule-time-many" : "schedule-time-one", {
        day: formatDay(dayOf(wall), language, true),
        time: sayHour(wall, zone, { tell }),
        zone: sayZone(zone, language, tell),
        count: recipients,
      }),
    );
    const about = ids.map((id) => titles.get(id) ?? id).join(", ");
    const what = [tell(`schedule-${kind}`), about].filter((part) => part !== "").join(" ");
    return tell("schedule-line", { what, times: times.join(" · ") });
  });
  return [tell("schedule-title"), ...planned, ...lines, "", watchdog].join("\n");
}

/** A draft that is published by itself, with the first of a series. */
function tellPublication(
  scheduled: ScheduledPublication,
  { knowledge, language, now }: ScheduleSaying,
): string {
  const [first] = scheduled.workshops;
  const workshop = knowledge.programme(now).find(({ id }) => id === first?.id);
  const tell = knowledge.tell(language);
  const title = workshop ? (workshop.title[language] ?? workshop.title.fr) : "";
  return tell("schedule-publication", {
    what: workshop ? tell("schedule-workshop", { number: workshop.number, title }) : "",
    when: sayMoment(scheduled, knowledge, { language, now }),
  });
}
