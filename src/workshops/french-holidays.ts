import { addDays, dayOf } from "./wall-time.ts";

/** A day off by law in at least one territory; how people call it is a phrase of its own. */
export type HolidayName =
  | "new-year"
  | "good-friday"
  | "easter-monday"
  | "labour-day"
  | "victory-1945"
  | "ascension"
  | "whit-monday"
  | "national-day"
  | "assumption"
  | "all-saints"
  | "armistice-1918"
  | "christmas"
  | "second-christmas-day"
  | "slavery-abolition"
  | "gospel-arrival"
  | "autonomy-day"
  | "matarii"
  | "citizenship-day"
  | "saint-peter-chanel"
  | "territory-day";

/** A public holiday of one year. */
export interface Holiday {
  readonly name: HolidayName;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** In Alsace-Moselle, Good Friday holds only in communes with a Protestant or a shared church. */
  readonly onlyInSomeCommunes: boolean;
}

/**
 * The public holidays of a territory in a year, in order of date. Customs that no law makes a holiday are
 * left out (Good Friday and 21 July in the Antilles; the Muslim feasts that article L3422-3 leaves to
 * agreements in Mayotte).
 * @param year 1983 or later, when the last of the common ones (8 May) was long restored
 * @param territory a code of département or overseas territory as in `Workshop.territories`; those without
 * holidays of their own, `national` included, have the common ones
 *
 * Sources, each beside its days below: Code du travail L3133-1, L3134-13, L3422-2; local laws in the Pacific.
 */
export function holidaysOf(year: number, territory: string): readonly Holiday[] {
  return [...common, ...(own.get(territory) ?? [])]
    .filter(({ from = year, to = year }) => from <= year && year <= to)
    .map(({ name, on, onlyInSomeCommunes = false }) => ({
      name,
      day: typeof on === "string" ? `${year}-${on}` : daysFromEaster(year, on),
      onlyInSomeCommunes,
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/** The public holiday a day is in a territory; the first in the list of the law when it is two (1 May 2008). */
export function holidayOn(day: string, territory: string): Holiday | undefined {
  return holidaysOf(Number(day.slice(0, 4)), territory).find((holiday) => holiday.day === day);
}

/**
 * Easter Sunday in the Gregorian calendar, `YYYY-MM-DD`.
 * @param year 1583 or later
 * Source: J. Meeus, Astronomical Algorithms (1991), chapter 8, after the anonymous rule of 1876.
 */
export function easterOf(year: number): string {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lostLeapDays = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenNumber + lostLeapDays - moonCorrection + 15) % 30;
  const leaps = 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4);
  const toSunday = (32 + leaps - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((goldenNumber + 11 * epact + 22 * toSunday) / 451);
  const sinceMarch = epact + toSunday - 7 * late;
  // 22 March is the earliest Easter.
  return dayOf(addDays(`${year}-03-22T12:00`, sinceMarch));
}

interface HolidayRule {
  readonly name: HolidayName;
  /** `MM-DD`, or days after Easter Sunday. */
  readonly on: string | number;
  /** First and last year. */
  readonly from?: number;
  readonly to?: number;
  readonly onlyInSomeCommunes?: boolean;
}

// Code du travail L3133-1: the eleven of the whole country; they hold in Saint-Pierre-et-Miquelon too.
const common: readonly HolidayRule[] = [
  { name: "new-year", on: "01-01" },
  { name: "easter-monday", on: 1 },
  { name: "labour-day", on: "05-01" },
  { name: "victory-1945", on: "05-08" },
  { name: "ascension", on: 39 },
  { name: "whit-monday", on: 50 },
  { name: "national-day", on: "07-14" },
  { name: "assumption", on: "08-15" },
  { name: "all-saints", on: "11-01" },
  { name: "armistice-1918", on: "11-11" },
  { name: "christmas", on: "12-25" },
];

// Code du travail L3134-13, from the ordinance of 16 August 1892.
const alsaceMoselle: readonly HolidayRule[] = [
  { name: "good-friday", on: -2, onlyInSomeCommunes: true },
  { name: "second-christmas-day", on: "12-26" },
];

// Code du travail L3422-2 (and loi 83-550, décret 83-1003), read at
// https://www.legifrance.gouv.fr/affichCode.do?idSectionTA=LEGISCTA000006178062&cidTexte=LEGITEXT000006072050
const abolition = (on: string): readonly HolidayRule[] => [{ name: "slavery-abolition", on }];

const own: ReadonlyMap<string, readonly HolidayRule[]> = new Map([
  ["57", alsaceMoselle],
  ["67", alsaceMoselle],
  ["68", alsaceMoselle],
  ["971", abolition("05-27")],
  ["972", abolition("05-22")],
  ["973", abolition("06-10")],
  ["974", abolition("12-20")],
  ["976", abolition("04-27")],
  ["977", abolition("10-09")],
  // The law read in 2019 still says 27 May; the State's own list has had 28 May since 2018
  // (https://github.com/etalab/jours-feries-france).
  ["978", abolition("05-28")],
  // Two days of its own, in every list found; the local decree was not read.
  [
    "986",
    [
      { name: "saint-peter-chanel", on: "04-28" },
      { name: "territory-day", on: "07-29" },
    ],
  ],
  // Thirteen in its labour code (https://www.tahiti-infos.com/Les-jours-feries-en-2025-avec-une-inconnue_a228094.html);
  // the assembly voted on 6 May 2025 that 20 November takes the place of 29 June, from 2026 on
  // (https://www.tahiti-infos.com/Le-20-novembre-remplace-officiellement-le-29-juin-comme-jour-ferie_a230388.html,
  // https://www.tahiti-infos.com/Le-20-novembre-ferie-en-2026-au-lieu-du-29-juin_a229042.html).
  [
    "987",
    [
      { name: "gospel-arrival", on: "03-05" },
      { name: "good-friday", on: -2 },
      { name: "autonomy-day", on: "06-29", to: 2025 },
      { name: "matarii", on: "11-20", from: 2026 },
    ],
  ],
  // http://www.nc-eco.nc/jours-chomes
  ["988", [{ name: "citizenship-day", on: "09-24" }]],
]);

function daysFromEaster(year: number, days: number): string {
  return dayOf(addDays(`${easterOf(year)}T12:00`, days));
}
