import type { Language } from "../model/language.ts";
import type { PhraseKey, Tell } from "../model/phrases.ts";

/** French people name these clocks by the place, which no locale data does for Paris nor the Antilles. */
const named: Readonly<Record<string, PhraseKey>> = {
  "Europe/Paris": "zone-paris",
  "America/Guadeloupe": "zone-guadeloupe",
  "America/Martinique": "zone-martinique",
  "America/Cayenne": "zone-guyane",
  "Indian/Reunion": "zone-reunion",
  "Indian/Mayotte": "zone-mayotte",
  "America/Miquelon": "zone-miquelon",
  "Pacific/Noumea": "zone-noumea",
  "Pacific/Tahiti": "zone-tahiti",
  "Pacific/Wallis": "zone-wallis",
};

const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** A zone in words: "heure de Paris". */
export function sayZone(zone: string, language: Language, tell: Tell): string {
  const phrase = named[zone];
  if (phrase !== undefined) return tell(phrase);
  const parts = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
