import type { CalendarDraft } from "../../model/calendar-event.ts";
import type { Workshop } from "../../model/workshop.ts";
import { hideOwnSecret } from "../../workshops/hide-secret.ts";
import { addressOf, inLanguage, sayRegistration } from "../../workshops/tell-details.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { after, likelyEndOf } from "../moments.ts";
import { lines, paragraphs, type Announcing } from "../words/announcing.ts";
import { sayWhen } from "../../workshops/say-when.ts";
import { sayAbout, sayAtAGlance, sayPlace } from "../words/say-practical.ts";
import { MINUTE_MS } from "../../model/durations.ts";

/** How events are said: the same whatever the day. */
export type EventSaying = Omit<Announcing, "now" | "isRegistered">;

/** What everybody may read of a workshop in a calendar, which is not where one signs up. */
export function calendarDraft(known: Workshop, saying: EventSaying): CalendarDraft {
  // Always with its year: the words must not change because a day has passed.
  const announcing = { ...saying, now: new Date(0), isRegistered: false };
  const workshop = hideOwnSecret(known);
  const place = sayPlace(workshop, announcing);
  const start = startOf(workshop);
  const soonest = after(start, MINUTE_MS);
  const end = likelyEndOf(workshop);
  return {
    title: inLanguage(workshop.title, announcing),
    text: textOf(workshop, announcing),
    place: place === "" ? announcing.tell("mirror-no-place") : place,
    ending: endingOf(workshop, announcing),
    startsAt: start.toISOString(),
    // Calendars refuse what ends as it starts.
    endsAt: (end > start ? end : soonest).toISOString(),
  };
}

function textOf(workshop: Workshop, announcing: Announcing): string {
  const { tell } = announcing;
  const { place, phone, description } = workshop;
  const address = place ? addressOf(place) : "";
  return paragraphs(
    lines(sayWhen([workshop], announcing), sayAtAGlance(workshop, announcing)),
    lines(
      // How to sign up stands below, where nothing is cut.
      sayAbout({ ...workshop, registration: undefined }, announcing),
      address === "" ? "" : tell("workshop-address", { address }),
      place?.access === undefined ? "" : tell("workshop-access", { access: place.access }),
      phone === undefined ? "" : tell("workshop-phone", { phone }),
    ),
    description && inLanguage(description, announcing),
  );
}

function endingOf(workshop: Workshop, announcing: Announcing): string {
  const { tell } = announcing;
  const { registration, number, joinUrl } = workshop;
  const elsewhere = sayRegistration(workshop, announcing);
  const signUp =
    registration?.by === "bot"
      ? tell("mirror-sign-up", { number })
      : elsewhere && tell("workshop-registration", { registration: elsewhere });
  return lines(
    tell("mirror-interested"),
    signUp,
    joinUrl === undefined ? "" : tell("workshop-link", { link: joinUrl }),
  );
}
