import type { WallTime, Workshop } from "../../model/workshop.ts";
import type { CalendarEvent } from "../calendar/read-calendar.ts";
import type { ImportDefaults, ImportedFields } from "./import-reading.ts";

/**
 * What a calendar event tells of a workshop beside its times. Attendees and alarms were never read.
 * @param times on the clocks of `timeZone`
 */
export function eventFields(
  event: CalendarEvent,
  times: Pick<Workshop, "timeZone"> & {
    readonly localStart: WallTime;
    readonly localEnd: WallTime | undefined;
  },
  defaults: ImportDefaults,
): ImportedFields {
  const linkInPlace = isLink(event.location) ? event.location : undefined;
  const joinUrl = event.conference ?? linkInPlace;
  const place =
    event.location === undefined || linkInPlace !== undefined
      ? undefined
      : { name: event.location };
  const description = textWithPage(event);
  return {
    ...times,
    title: { fr: event.title },
    description: description === undefined ? undefined : { fr: description },
    status: event.status === "CANCELLED" ? "cancelled" : "scheduled",
    joinUrl,
    place,
    mode: modeOf(place !== undefined, joinUrl !== undefined),
    territories: defaults.territories,
    language: defaults.language,
  };
}

/** Its page is kept where it can be read. */
function textWithPage({ description, page }: CalendarEvent): string | undefined {
  if (page === undefined || description?.includes(page)) return description;
  return description === undefined ? page : `${description}\n\n${page}`;
}

function isLink(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\/\S+$/iu.test(text);
}

function modeOf(hasPlace: boolean, hasLink: boolean): Workshop["mode"] {
  if (hasPlace) return hasLink ? "both" : "on-site";
  return hasLink ? "online" : undefined;
}
