import ICAL from "ical.js";
import { calendarText } from "../../model/calendar-text.ts";
import type { Language } from "../../model/language.ts";
import type { TwoLanguages, WallTime, Workshop } from "../../model/workshop.ts";
import { instantOf, whichOfTwo, withoutOffset } from "../wall-time.ts";
import { hideSecret } from "../hide-secret.ts";
import { takesPlace } from "./is-in-calendar.ts";

/** What a calendar says in words of its own. */
export type CalendarPhrase = "calendar-cancelled" | "calendar-postponed";

/** Says one of them, its `{title}` filled in; a `Tell` once the keys are phrases. */
export type CalendarTell = (
  key: CalendarPhrase,
  values: Readonly<Record<string, string>>,
) => string;

/** How workshops are told in a calendar. */
export interface EventOptions {
  readonly language: Language;
  readonly tell: CalendarTell;
  /** When the calendar is written. */
  readonly now: Date;
  /** What a theme is called for its readers; without it, its id. */
  readonly themeName?: ((theme: string) => string) | undefined;
  /** Ends the ids of events (`atelier-12@exemple.org`): never changed once a calendar was given out. */
  readonly uidDomain: string;
  /** More lines for the text of an event: price, what to bring, where to sign up. */
  readonly details?: ((workshop: Workshop) => readonly string[]) | undefined;
}

/** A workshop as a VEVENT; what only registered people may know is not in it, wherever it was written. */
export function workshopEvent(workshop: Workshop, options: EventOptions): ICAL.Component {
  const event = new ICAL.Component("vevent");
  const add = (name: string, value: string | number | ICAL.Time): void => {
    event.addPropertyWithValue(name, value);
  };
  add("uid", `${workshop.id}@${options.uidDomain}`);
  // Without a METHOD, the stamp is that of the last change: RFC 5545, section 3.8.7.2. The same programme
  // is then the same file.
  add("dtstamp", utcTime(workshop.updatedAt));
  // What was read from a file for this very calendar has no date of its own: none is made up.
  const isDated = (at: string) => at !== options.now.toISOString();
  if (isDated(workshop.createdAt)) add("created", utcTime(workshop.createdAt));
  if (isDated(workshop.updatedAt)) add("last-modified", utcTime(workshop.updatedAt));
  add("sequence", workshop.revision);
  add("status", takesPlace(workshop) ? "CONFIRMED" : "CANCELLED");
  add("transp", takesPlace(workshop) ? "OPAQUE" : "TRANSPARENT");
  add("summary", open(titleOf(workshop, options), workshop));
  const description = textOf(workshop, options);
  if (description !== "") add("description", open(description, workshop));
  event.addProperty(timeProperty("dtstart", workshop.localStart, workshop.timeZone));
  if (workshop.localEnd !== undefined) {
    event.addProperty(timeProperty("dtend", workshop.localEnd, workshop.timeZone));
  }
  const link = webLink(workshop.joinUrl, workshop);
  // Few readers show a CONFERENCE yet: without a place, the link stands where people look for one.
  const location = placeLine(workshop) ?? link;
  if (location !== undefined) add("location", open(location, workshop));
  if (link !== undefined) event.addProperty(conference(link));
  if (workshop.themes.length > 0) {
    const categories = new ICAL.Property("categories");
    const { themeName = (theme: string) => theme } = options;
    categories.setValues(workshop.themes.map((theme) => open(themeName(theme), workshop)));
    event.addProperty(categories);
  }
  return event;
}

function open(text: string, { joinSecret }: Workshop): string {
  return calendarText(hideSecret(text, joinSecret));
}

function titleOf(workshop: Workshop, { language, tell }: EventOptions): string {
  const title = inLanguage(workshop.title, language);
  if (workshop.status === "cancelled") return tell("calendar-cancelled", { title });
  if (workshop.status === "postponed") return tell("calendar-postponed", { title });
  return title;
}

function textOf(workshop: Workshop, { language, details }: EventOptions): string {
  const { summary, description, reason } = workshop;
  const texts = [takesPlace(workshop) ? undefined : reason, summary, description].map((text) =>
    typeof text === "string" ? text : text && inLanguage(text, language),
  );
  const lines = details?.(workshop) ?? [];
  return [...texts, lines.join("\n")]
    .filter((text) => text !== undefined && text !== "")
    .join("\n\n");
}

function inLanguage(text: TwoLanguages, language: Language): string {
  return text[language] ?? text.fr;
}

function placeLine({ place }: Workshop): string | undefined {
  if (place === undefined) return undefined;
  const town = [place.postcode, place.town].filter((part) => part !== undefined).join(" ");
  return [place.name, place.address, town].filter((part) => part).join(", ");
}

function webLink(address: string | undefined, { joinSecret }: Workshop): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { href, protocol } = new URL(address);
  if (joinSecret && (href.includes(joinSecret) || address.includes(joinSecret))) return undefined;
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

function conference(link: string): ICAL.Property {
  const property = new ICAL.Property("conference");
  property.resetType("uri");
  property.setValue(link);
  return property;
}

/** On the clocks of its zone; the second of two times alike in UTC, for such a time there means the first. */
function timeProperty(name: string, wall: WallTime, zone: string): ICAL.Property {
  const property = new ICAL.Property(name);
  if (whichOfTwo(wall, zone) === "second") {
    property.setValue(utcTime(instantOf(wall, zone).toISOString()));
    return property;
  }
  property.setParameter("tzid", zone);
  property.setValue(ICAL.Time.fromDateTimeString(`${withoutOffset(wall)}:00`));
  return property;
}

function utcTime(instant: string): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(instant), true);
}
