import type { Theme } from "../model/library.ts";
import type { Workshop } from "../model/workshop.ts";
import { plainDateText } from "./dates/date-words.ts";
import { readDays } from "./dates/read-days.ts";
import { foldTitle } from "./fold-title.ts";
import { readWorkshopRequest } from "./read-workshop-request.ts";
import { dayOf, wallTimeAt, weekdayOf } from "./wall-time.ts";

/** Where a workshop is looked for by the words people say. */
export interface Namable {
  /** Those that may be meant, by start. */
  readonly coming: readonly Workshop[];
  readonly themes: readonly Theme[];
  readonly now: Date;
  /** IANA zone in which days are counted. */
  readonly timeZone: string;
}

/**
 * The workshops somebody may mean who names one without its number: by its day ("celui de mardi", "l'atelier
 * du 9 mars"), words of its title ("l'atelier tableur"), or else its theme. None when they name none.
 */
export function workshopsNamed(text: string, namable: Namable): readonly Workshop[] {
  const { coming, themes } = namable;
  const onDay = onDayNamed(text, namable);
  const among = onDay.length > 0 ? onDay : coming;
  const titled = mostAlike(text, among);
  if (titled.length > 0) return titled;
  if (onDay.length > 0) return onDay;
  const words = foldTitle(text);
  const { theme, named } = readWorkshopRequest(words, { themes, coming, published: coming });
  if (named) return [named];
  return theme === undefined ? [] : coming.filter((one) => one.themes.includes(theme));
}

function onDayNamed(
  text: string,
  { coming, now, timeZone }: Pick<Namable, "coming" | "now" | "timeZone">,
): readonly Workshop[] {
  const plain = plainDateText(text).text;
  const reading = readDays(plain, wallTimeAt(now, timeZone));
  const days = reading.kind === "days" ? reading.days : [];
  const found = coming.filter(({ localStart }) => days.includes(dayOf(localStart)));
  if (found.length > 0) return found;
  // "Celui de mardi" may be the Tuesday after next: the first there is.
  const weekday = Number(/\bD([1-7])\b/u.exec(plain)?.[1] ?? 0);
  const first = coming.find(({ localStart }) => weekdayOf(localStart) === weekday);
  if (!first) return [];
  return coming.filter(({ localStart }) => dayOf(localStart) === dayOf(first.localStart));
}

/** Those whose title shares the most words with a text; none when none shares any. */
function mostAlike(text: string, workshops: readonly Workshop[]): readonly Workshop[] {
  const said = new Set(tellingWords(text));
  const scored = workshops.map((workshop) => {
    const { fr, en = "" } = workshop.title;
    const shared = new Set(tellingWords(`${fr} ${en}`).filter((word) => said.has(word)));
    return { workshop, score: shared.size };
  });
  const most = Math.max(0, ...scored.map(({ score }) => score));
  if (most === 0) return [];
  return scored.filter(({ score }) => score === most).map(({ workshop }) => workshop);
}

function tellingWords(text: string): readonly string[] {
  return foldTitle(text)
    .split(" ")
    .filter((word) => word.length >= SHORTEST && !common.has(word))
    .map((word) => word.replace(/s$/u, ""));
}

/** A shorter word tells no title from another. */
const SHORTEST = 4;

/** What any title, or any sign-up, may say. */
const common = new Set(
  `atelier ateliers latelier seance seances rencontre formation session workshop workshops class
  inscris inscrit inscrire inscription minscris minscrire inscrivez voudrais aimerais souhaite participer
  celui celle prochain prochaine pour avec dans cette votre notre nous vous leur personnes places deux trois
  quatre bonjour merci plait lundi mardi mercredi jeudi vendredi samedi dimanche sign register join want like
  would please this next with that your from there monday tuesday wednesday thursday friday saturday sunday
  faire comment sans plus association associations`
    .trim()
    .split(/\s+/u),
);
