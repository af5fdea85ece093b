import type { TwoLanguages, Workshop, WorkshopPlace } from "../model/workshop.ts";

/** From so many characters on, a secret is no word by chance: "18" stands in every "18 h". */
const TELLING = 6;

/** What stands where a secret was pasted. */
const HIDDEN = "…";

/** A text without a secret, which a coordinator may have pasted in it; a short one is hidden where it stands alone. */
export function hideSecret(text: string, secret: string | undefined): string {
  const hidden = secret?.trim() ?? "";
  if (hidden === "" || !text.includes(hidden)) return text;
  return isTelling(hidden) ? text.replaceAll(hidden, HIDDEN) : withoutWord(text, hidden);
}

/** Whether a secret can be told from what is written for other reasons, so that it is hidden in any text. */
export function isTelling(secret: string): boolean {
  return secret.trim().length >= TELLING;
}

/** A workshop whose own words for everybody do not hold its secret. */
export function hideOwnSecret(workshop: Workshop): Workshop {
  const { joinSecret, place, registration, price } = workshop;
  if (joinSecret === undefined || joinSecret.trim() === "") return workshop;
  const open = (text: string) => hideSecret(text, joinSecret);
  const maybe = (text: string | undefined) => text && open(text);
  const both = (text: TwoLanguages | undefined) =>
    text && { ...text, fr: open(text.fr), ...(text.en !== undefined && { en: open(text.en) }) };
  const { title } = workshop;
  return {
    ...workshop,
    title: both(title) ?? title,
    summary: both(workshop.summary),
    description: both(workshop.description),
    audience: both(workshop.audience),
    prerequisites: both(workshop.prerequisites),
    bring: both(workshop.bring),
    joinUrl: maybe(workshop.joinUrl),
    phone: maybe(workshop.phone),
    host: maybe(workshop.host),
    contact: maybe(workshop.contact),
    reason: maybe(workshop.reason),
    partners: workshop.partners.map(open),
    accessibility: workshop.accessibility.map(open),
    place: place && openPlace(place, open),
    registration: registration && { ...registration, to: maybe(registration.to) },
    price: price && { ...price, note: maybe(price.note) },
  };
}

function openPlace(place: WorkshopPlace, open: (text: string) => string): WorkshopPlace {
  const maybe = (text: string | undefined) => text && open(text);
  const { name, address, town, access } = place;
  return {
    ...place,
    name: open(name),
    address: maybe(address),
    town: maybe(town),
    access: maybe(access),
  };
}

function withoutWord(text: string, word: string): string {
  return text.split(word).reduce((before, after) => {
    const isPart = [before.at(-1), after[0]].some((beside) => /[\p{L}\p{N}]/u.test(beside ?? ""));
    return `${before}${isPart ? word : HIDDEN}${after}`;
  });
}
