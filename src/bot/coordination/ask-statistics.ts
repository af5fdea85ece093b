import { say } from "../../model/reply.ts";
import type { StatisticsWish } from "../../model/statistics-wish.ts";
import type { Workshop } from "../../model/workshop.ts";
import { territoryNamed, themeNamed } from "../../understanding/read-subscription.ts";
import { foldTitle } from "../../workshops/fold-title.ts";
import { monthNames, readNamedMonths } from "../../workshops/named-months.ts";
import { localDay } from "../../workshops/workshop-time.ts";
import type { Step, TurnContext } from "../turn-context.ts";

/** More words than that are a question, as "statistiques des associations en France". */
const MOST_WORDS = 3;

/**
 * Asks for the statistics of what follows the word: nothing, a workshop by its number, or a theme, a territory
 * and a month in any order; in private alone. Undefined when it is another question.
 */
export function askStatistics(rest: string, context: TurnContext): Step | undefined {
  const { tell, speaker } = context;
  const wish = readWish(rest, context);
  if (!wish) {
    const isQuestion = foldTitle(rest).split(" ").length > MOST_WORDS;
    return isQuestion ? undefined : { replies: [say(tell("statistics-unread"))] };
  }
  if (speaker?.isDirect !== true) return { replies: [say(tell("statistics-in-private"))] };
  return { replies: [], effects: [{ kind: "tell-statistics", wish }] };
}

/** What is asked about; undefined where a word is left that says nothing of it. */
function readWish(rest: string, context: TurnContext): StatisticsWish | undefined {
  const { knowledge, now } = context;
  const words = foldTitle(rest)
    .split(" ")
    .filter((word) => word !== "" && !around.has(word));
  const [only, ...others] = words;
  const workshops = knowledge.programme(now);
  const numbered = workshops.findLast(({ number }) => String(number) === only);
  const isTerritory = /\b(?:territoire|departement|territory)\b/u.test(foldTitle(rest));
  if (numbered && others.length === 0 && !isTerritory) return { workshop: numbered.id };
  const said = words.join(" ");
  // "May" alone is a verb elsewhere.
  const [month] = readNamedMonths(`in ${said}`);
  const left = said
    .replaceAll(namedMonth, " ")
    .split(" ")
    .filter((word) => word !== "");
  const territory = left.map((word) => territoryNamed(word)).find((code) => code !== undefined);
  const theme = left.filter((word) => territoryNamed(word) === undefined).join(" ");
  const themeId = theme === "" ? undefined : themeNamed(theme, knowledge.library.themes);
  if (theme !== "" && themeId === undefined) return undefined;
  return {
    theme: themeId,
    territory,
    month: month && monthMeant(month, workshops, context),
  };
}

/** The one of that year, or else the nearest there are workshops in, as `YYYY-MM`; this year's if there are none. */
function monthMeant(
  { month, year }: { readonly month: number; readonly year: number | undefined },
  workshops: readonly Workshop[],
  { knowledge, now }: TurnContext,
): string {
  const ending = `-${String(month).padStart(2, "0")}`;
  const today = localDay(now, knowledge.settings.timeZone);
  if (year !== undefined) return `${year}${ending}`;
  const distance = (one: string) => Math.abs(monthsOf(one) - monthsOf(today));
  const there = workshops
    .map(({ localStart }) => localStart.slice(0, 7))
    .filter((one) => one.endsWith(ending))
    .toSorted((a, b) => distance(a) - distance(b));
  return there[0] ?? `${today.slice(0, 4)}${ending}`;
}

function monthsOf(day: string): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return year * 12 + month;
}

const around = new Set(
  "de du des d l le la les sur pour en au a par mois theme themes sujet territoire departement atelier numero no n of for on in the by month topic territory workshop number".split(
    " ",
  ),
);

const namedMonth = new RegExp(
  `\\b(?:${[...monthNames.fr, ...monthNames.en].join("|")})\\b(?: 20\\d\\d\\b)?`,
  "gu",
);
