import type { PhraseKey } from "../model/phrases.ts";
import type { TwoLanguages, Workshop, WorkshopPlace } from "../model/workshop.ts";
import { groupSessions } from "./group-sessions.ts";
import { sayStart, sayWhen, type Sessions, type TimeSaying } from "./say-when.ts";
import { dayOf } from "./wall-time.ts";
import { startsGivenUp, takesPlace } from "./workshop-state.ts";

/** How workshops are said. */
export interface WorkshopSaying extends TimeSaying {
  readonly now: Date;
}

/** A text in the language of who reads, else in French. */
export function inLanguage(text: TwoLanguages, { language }: Pick<TimeSaying, "language">): string {
  return text[language] ?? text.fr;
}

/** One line for a list: sessions at choice stand in one. */
export function sayLines(
  workshops: readonly Workshop[],
  saying: WorkshopSaying,
): readonly string[] {
  return groupSessions(workshops).map((sessions) =>
    saying.tell("workshop-line", {
      title: inLanguage(sessions[0].title, saying),
      when: sayWhenNow(sessions, saying),
      where: sayWhere(sessions[0], saying),
    }),
  );
}

/** The same with the short numbers people sign up by, for who chooses from a list. */
export function sayNumberedLines(
  workshops: readonly Workshop[],
  saying: WorkshopSaying,
): readonly string[] {
  const { tell } = saying;
  return groupSessions(workshops).map((sessions) =>
    tell("workshop-line-numbered", {
      title: inLanguage(sessions[0].title, saying),
      numbers: sessions
        .map(({ number }) => tell("workshop-number", { number }))
        .join(tell("or-word")),
      when: sayWhenNow(sessions, saying),
      where: sayWhere(sessions[0], saying),
    }),
  );
}

/** When it takes place; of what was moved, cancelled or postponed, the time given up is crossed out until then. */
function sayWhenNow(sessions: Sessions, saying: WorkshopSaying): string {
  const { tell, now } = saying;
  const [workshop] = sessions;
  const when = sayWhen(sessions, saying);
  if (workshop.status === "cancelled") return tell("workshop-cancelled", { when });
  if (workshop.status === "postponed") return tell("workshop-postponed", { when });
  const given = startsGivenUp(workshop, now);
  if (given.length === 0) return when;
  const before = given
    .map((start) => sayStart(start, workshop.timeZone, saying))
    .join(tell("or-word"));
  return tell("workshop-moved", { before, when });
}

/** Where, in few words: the place's name and town, and that it is on line. */
export function sayWhere({ mode, place }: Workshop, { tell }: WorkshopSaying): string {
  return [
    place === undefined ? "" : tell("workshop-place", { place: shortPlace(place) }),
    mode === "online" || (mode === "both" && place === undefined) ? tell("workshop-online") : "",
    mode === "both" && place !== undefined ? tell("workshop-and-online") : "",
  ].join("");
}

/** A place in few words: its name, and its town unless the name says it. */
export function shortPlace({ name, town }: WorkshopPlace): string {
  return town === undefined || name.includes(town) ? name : `${name}, ${town}`;
}

/** All that is known of a workshop, and whom to ask the rest; never what only registered people get. */
export function sayDetails(sessions: Sessions, saying: WorkshopSaying): string {
  const { tell } = saying;
  const [workshop] = sessions;
  const { summary, partners, accessibility, place, price } = workshop;
  const said = (key: PhraseKey, name: string, value: string | undefined) =>
    value === undefined || value === "" ? "" : tell(key, { [name]: value });
  const inTheirs = (text: TwoLanguages | undefined) => text && inLanguage(text, saying);
  return [
    tell("workshop-details", {
      title: inLanguage(workshop.title, saying),
      when: sayWhenNow(sessions, saying),
      where: sayWhere(workshop, saying),
    }),
    takesPlace(workshop) ? "" : said("workshop-reason", "reason", workshop.reason),
    summary ? sentence(inLanguage(summary, saying)) : "",
    said("workshop-address", "address", place && addressOf(place)),
    said("workshop-access", "access", place?.access),
    said("workshop-partners", "partners", partners.join(", ")),
    said("workshop-audience", "audience", inTheirs(workshop.audience)),
    said("workshop-prerequisites", "prerequisites", inTheirs(workshop.prerequisites)),
    said("workshop-price", "price", price && sayPrice(workshop, saying)),
    said(
      workshop.capacity === 1 ? "workshop-seat" : "workshop-seats",
      "count",
      workshop.capacity?.toString(),
    ),
    said("workshop-bring", "bring", inTheirs(workshop.bring)),
    said("workshop-accessibility", "accessibility", accessibility.join(", ")),
    sayLink(workshop, saying),
    said("workshop-phone", "phone", workshop.phone),
    said("workshop-registration", "registration", sayRegistration(workshop, saying)),
    said("workshop-not-said", "organiser", workshop.contact ?? workshop.host),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Words that others follow, with a full stop unless they end in a mark. */
function sentence(words: string): string {
  return /[\p{L}\p{N})"»”]$/u.test(words.trim()) ? `${words.trim()}.` : words.trim();
}

/** A postal address in one line; empty when there is none. */
export function addressOf({ address, postcode, town }: WorkshopPlace): string {
  const city = [postcode, town].filter((part) => part !== undefined).join(" ");
  return address === undefined ? "" : [address, city].filter((part) => part !== "").join(", ");
}

/** What it costs, in words; empty when nobody said. */
export function sayPrice({ price }: Workshop, { tell, language }: WorkshopSaying): string {
  if (!price) return "";
  const { amount, currency, note } = price;
  const money = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  const words = amount === 0 ? tell("workshop-free") : money.format(amount);
  return note === undefined ? words : `${words} (${note})`;
}

function sayLink({ mode, joinUrl, joinSecret }: Workshop, { tell }: WorkshopSaying): string {
  if (joinUrl !== undefined) return tell("workshop-link", { link: joinUrl });
  if (mode !== "online" && mode !== "both") return "";
  return tell(joinSecret === undefined ? "workshop-link-to-come" : "workshop-link-once-registered");
}

/** How one signs up, in words; empty when nobody said. */
export function sayRegistration({ registration }: Workshop, saying: WorkshopSaying): string {
  const { tell, sayDay } = saying;
  if (!registration) return "";
  const { by, to, closesAt } = registration;
  if (by === "none") return tell("registration-none");
  const how = to ?? (by === "bot" ? tell("registration-bot") : "");
  if (how === "" || closesAt === undefined) return how;
  return tell("registration-until", { registration: how, date: sayDay(dayOf(closesAt)) });
}
