import type { Workshop } from "../../model/workshop.ts";
import {
  addressOf,
  inLanguage,
  sayPrice,
  sayRegistration,
  shortPlace,
} from "../../workshops/tell-details.ts";
import { instantOf } from "../../workshops/wall-time.ts";
import { lines, type Announcing } from "./announcing.ts";

/** Where it is, in few words; empty when nobody said. */
export function sayPlace({ mode, place }: Workshop, { tell }: Announcing): string {
  const isOnline = mode === "online" || mode === "both";
  if (!place || mode === "online") return isOnline ? tell("announce-online") : "";
  const name = shortPlace(place);
  return isOnline ? tell("announce-place-and-online", { place: name }) : name;
}

/** Where, for how much, for how many: one line. */
export function sayAtAGlance(workshop: Workshop, announcing: Announcing): string {
  const { capacity } = workshop;
  const seats =
    capacity === undefined
      ? ""
      : announcing.tell(capacity === 1 ? "announce-seat" : "announce-seats", { count: capacity });
  return [sayPlace(workshop, announcing), sayPrice(workshop, announcing), seats]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What helps to choose it. */
export function sayAbout(workshop: Workshop, announcing: Announcing): string {
  const { tell } = announcing;
  const { summary, audience, prerequisites, partners, accessibility } = workshop;
  return lines(
    summary && inLanguage(summary, announcing),
    audience && tell("workshop-audience", { audience: inLanguage(audience, announcing) }),
    prerequisites &&
      tell("workshop-prerequisites", { prerequisites: inLanguage(prerequisites, announcing) }),
    partners.length > 0 ? tell("workshop-partners", { partners: partners.join(", ") }) : "",
    sayBring(workshop, announcing),
    accessibility.length > 0
      ? tell("workshop-accessibility", { accessibility: accessibility.join(", ") })
      : "",
    sayElsewhere(workshop, announcing),
  );
}

/** What helps to get there, and in: the way in that only registered people know is for them alone. */
export function sayGettingThere(workshop: Workshop, announcing: Announcing): string {
  const { tell } = announcing;
  const { place, phone } = workshop;
  const address = place ? addressOf(place) : "";
  return lines(
    address === "" ? sayPlace(workshop, announcing) : tell("workshop-address", { address }),
    place?.access === undefined ? "" : tell("workshop-access", { access: place.access }),
    sayWayIn(workshop, announcing),
    phone === undefined ? "" : tell("workshop-phone", { phone }),
    sayBring(workshop, announcing),
    announcing.isRegistered ? "" : sayElsewhere(workshop, announcing),
  );
}

/** How to sign up by phone, by mail or on a page, in a few words; empty where that is not so, or too late. */
export function sayElsewhereBriefly(workshop: Workshop, announcing: Announcing): string {
  const { registration } = workshop;
  if (!registration || registration.by === "none") return "";
  const said = sayElsewhereNow(workshop, announcing);
  return said === "" ? "" : announcing.tell("digest-registration", { registration: said });
}

function sayWayIn(workshop: Workshop, { tell, isRegistered }: Announcing): string {
  const { mode, joinUrl, joinSecret } = workshop;
  if (isRegistered && joinSecret !== undefined) {
    return tell("announce-your-link", { link: joinSecret });
  }
  if (joinUrl !== undefined) return tell("workshop-link", { link: joinUrl });
  if (mode !== "online" && mode !== "both") return "";
  return tell(joinSecret === undefined ? "workshop-link-to-come" : "workshop-link-once-registered");
}

function sayBring({ bring }: Workshop, announcing: Announcing): string {
  return bring ? announcing.tell("workshop-bring", { bring: inLanguage(bring, announcing) }) : "";
}

/** How to sign up where that is not done here. */
function sayElsewhere(workshop: Workshop, announcing: Announcing): string {
  const registration = sayElsewhereNow(workshop, announcing);
  return registration === "" ? "" : announcing.tell("workshop-registration", { registration });
}

/** Nothing once it is too late. */
function sayElsewhereNow(workshop: Workshop, announcing: Announcing): string {
  const { registration, timeZone } = workshop;
  if (registration?.by === "bot") return "";
  const { closesAt } = registration ?? {};
  const isClosed = closesAt !== undefined && announcing.now >= instantOf(closesAt, timeZone);
  return isClosed ? "" : sayRegistration(workshop, announcing);
}
