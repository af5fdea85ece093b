import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { HolidayName } from "./french-holidays.ts";

/** A public holiday as people call it. */
export function sayHoliday(name: HolidayName, tell: Tell): string {
  return tell(phrases[name]);
}

const phrases: Readonly<Record<HolidayName, PhraseKey>> = {
  "new-year": "holiday-new-year",
  "good-friday": "holiday-good-friday",
  "easter-monday": "holiday-easter-monday",
  "labour-day": "holiday-labour-day",
  "victory-1945": "holiday-victory-1945",
  ascension: "holiday-ascension",
  "whit-monday": "holiday-whit-monday",
  "national-day": "holiday-national-day",
  assumption: "holiday-assumption",
  "all-saints": "holiday-all-saints",
  "armistice-1918": "holiday-armistice-1918",
  christmas: "holiday-christmas",
  "second-christmas-day": "holiday-second-christmas-day",
  "slavery-abolition": "holiday-slavery-abolition",
  "gospel-arrival": "holiday-gospel-arrival",
  "autonomy-day": "holiday-autonomy-day",
  matarii: "holiday-matarii",
  "citizenship-day": "holiday-citizenship-day",
  "saint-peter-chanel": "holiday-saint-peter-chanel",
  "territory-day": "holiday-territory-day",
};
