import { samplePlatform, type Directory, type Place } from "../../model/directory.ts";
import type { WallTime } from "../../model/workshop.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import { sayBareStart, sayHour, sayStart, type TimeSaying } from "../../workshops/say-when.ts";
import { dayOf, wallTimeAt } from "../../workshops/wall-time.ts";
import { localDay } from "../../workshops/workshop-time.ts";
import { closesAt, nextOpening } from "../opening.ts";
import { choosePlaces, type ChosenPlace, type PlaceWish } from "./choose-places.ts";
import { hoursOfPlace } from "./hours-of-place.ts";
import { aYearBefore } from "../../model/a-year-before.ts";

/** What places are told with. `timeZone` is the clock of who reads. */
export interface PlacesTelling extends TimeSaying {
  readonly directory: Directory;
  readonly now: Date;
  /** Where the person writes from: the places of a sample are told on its own platform alone. */
  readonly platform: string;
}

/** At most three places to go to or to ring, in Markdown; undefined when none is known. Source: HANDOFF.md 5.4. */
export function tellPlaces(wish: PlaceWish, telling: PlacesTelling): string | undefined {
  const { directory, platform, tell } = telling;
  if (directory.isSample && platform !== samplePlatform) return undefined;
  const chosen = choosePlaces(wish, directory.places);
  if (chosen.length === 0) return undefined;
  const sheets = chosen.map(({ place }) => tellPlace(place, telling));
  return [tell(introOf(chosen)), ...sheets].join("\n\n");
}

function introOf(chosen: readonly ChosenPlace[]): PhraseKey {
  const [first] = chosen;
  if (first?.nearness === "near") return "hp-intro-near";
  if (first?.nearness === "from-afar") return "hp-intro-afar";
  return "hp-intro";
}

function tellPlace(place: Place, telling: PlacesTelling): string {
  const { tell } = telling;
  const where = [place.address, `${place.postcode} ${place.town}`].filter((part) => part !== "");
  const contacts = [...place.phones, ...place.emails, ...place.sites.slice(0, 1)];
  return [
    tell("hp-name", { name: place.name }),
    where.join(", "),
    ...(contacts.length > 0 ? [contacts.join(" · ")] : []),
    ...(place.isItinerant ? [tell("hp-itinerant")] : []),
    tellOpening(place, telling),
    ...(place.helpsRemotely ? [tell("hp-remote")] : []),
    ...(place.booking === undefined ? [] : [tell("hp-booking", { link: place.booking })]),
    tellChecked(place, telling),
  ].join("\n");
}

function tellOpening(place: Place, telling: PlacesTelling): string {
  const { tell, now, timeZone } = telling;
  const hours = hoursOfPlace(place);
  if (!hours) return tell("hp-hours-unknown");
  const closes = closesAt(hours, now);
  if (closes) return tellOpen(wallTimeAt(closes, hours.timeZone), hours.timeZone, telling);
  const opens = nextOpening(hours, now);
  if (!opens) return tell("hp-hours-unknown");
  const wall = wallTimeAt(opens, hours.timeZone);
  const say = hours.timeZone === timeZone ? sayBareStart : sayStart;
  return tell("hp-opens", { when: say(wall, hours.timeZone, telling) });
}

/** Until when, for who reads the same clock and only if that is today. */
function tellOpen(closes: WallTime, zone: string, telling: PlacesTelling): string {
  const { tell, now, timeZone } = telling;
  if (zone !== timeZone || dayOf(closes) !== localDay(now, zone)) return tell("hp-open");
  return tell("hp-open-until", { hour: sayHour(closes, zone, telling) });
}

function tellChecked({ updated, phones }: Place, telling: PlacesTelling): string {
  const { tell, now, sayDay, timeZone } = telling;
  const day = sayDay(updated);
  if (updated > aYearBefore(localDay(now, timeZone))) return tell("hp-checked", { day });
  return tell(phones.length > 0 ? "hp-checked-long-ago" : "hp-checked-long-ago-no-phone", { day });
}
