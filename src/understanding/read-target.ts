import { isAlike, politeWords, type CommandWord } from "./command-words.ts";
import { foldText } from "./fold-text.ts";
import { readFieldName } from "./read-draft-words.ts";

/** Which workshop a command is about; `at` is where, in its text, the words after it begin. */
export interface Target {
  /** Its short number; undefined when it is named otherwise, or not at all. */
  readonly number: number | undefined;
  /** The day or the title it is named by, as written. */
  readonly named?: string;
  readonly at: number;
}

/**
 * Reads what follows the verb of a command: a number ("8", "l'atelier n° 8"), a day ("celui du 8 avril") or
 * a title after "l'atelier"; neither for "l'atelier" alone, or a count of them ("les 3 brouillons").
 * Undefined when something else is meant: "3 ordinateurs", "le 8 du mois".
 * @param from the first word after the verb
 */
export function readTarget(
  text: string,
  words: readonly CommandWord[],
  from: number,
): Target | undefined {
  let [isNamed, isDefinite, isMany] = [false, false, false];
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at]?.folded ?? "";
    if (isOneOf(nouns, word)) isNamed = true;
    else if (isOneOf(manyNouns, word)) [isNamed, isMany] = [true, true];
    else if (plural.has(word)) isMany = true;
    else if (definite.has(word)) isDefinite = true;
    else if (word !== "" && !around.has(word)) break;
  }
  const counted = words.slice(at, at + 3).map(({ folded }) => folded);
  const isCount = numberIn(words[at]) !== undefined && isOneOf(manyNouns, counted[1] ?? "");
  if (isCount || (isMany && isNamed && at === words.length)) {
    return { number: undefined, at: words[isCount ? at + 1 : at]?.end ?? text.length };
  }
  if (isMany) return undefined;
  const day = dayLength(words, at);
  if (day !== undefined) {
    const [first, last] = [words[at], words[at + day.length - 1]];
    const end = endOf(last, text);
    const isSure = isNamed || (!day.isVague && mayFollow(text.slice(end)));
    return isSure && first
      ? { number: undefined, named: text.slice(first.start, end), at: end }
      : undefined;
  }
  const number = numberIn(words[at]);
  const end = endOf(words[at], text);
  const rest = text.slice(end);
  if (number !== undefined) {
    const isHour = /^\s*(?:h|heures?|am|pm|o'?clock)\b/iu.test(rest);
    const isSure = isNamed || mayFollow(rest) || (isDefinite && !otherThing.test(foldText(rest)));
    return isSure && !isHour ? { number, at: end } : undefined;
  }
  return isNamed ? titleIn(text, words, at) : undefined;
}

/** "L'atelier tableur au 8 avril": the title it is called by, until what is to be done with it. */
function titleIn(text: string, words: readonly CommandWord[], at: number): Target | undefined {
  const first = words[at];
  const left = words.slice(at).filter(({ folded }) => folded !== "" && !politeWords.has(folded));
  if (!first || left.length === 0) return { number: undefined, at: text.length };
  const said = text.slice(first.start);
  if (said.includes("?") || left.length > MOST_TITLE_WORDS) return undefined;
  const ends = [/\s*[:;,–—]/u.exec(said)?.index, toWhen.exec(said)?.index];
  const length = Math.min(said.length, ...ends.flatMap((end) => end ?? []));
  const named = said.slice(0, length).trim();
  return named === "" ? undefined : { number: undefined, named, at: first.start + length };
}

/** Where a word ends, the mark after it left to what follows: "12: flooded room". */
function endOf(word: CommandWord | undefined, text: string): number {
  if (!word) return text.length;
  return word.end - (/[:;,.!?]+$/u.exec(text.slice(word.start, word.end))?.[0].length ?? 0);
}

/** A longer text tells a story. */
const MOST_TITLE_WORDS = 10;

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

const nouns = list("atelier workshop seance session celui celle one brouillon draft");
const manyNouns = list("ateliers workshops seances sessions ceux celles ones brouillons drafts");
const plural = list("les des mes nos ces ses the-two these my our");
const definite = list("le du au the numero num number no n");
const around = list(
  "l la de a of on for moi nous me us aussi also tout svp stp please inscrits it",
);

function isOneOf(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || [...set].some((one) => one.length > 6 && isAlike(word, one));
}

function numberIn(word: CommandWord | undefined): number | undefined {
  if (!word || word.isOdd) return undefined;
  const digits = /^(?:numero |no|n)?(\d{1,4})$/u.exec(word.folded)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const weekdays = list(
  `lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday
  sunday`,
);
const relatives = list("demain apres-demain aujourd'hui tomorrow today ce-soir tonight");
const months = list(
  `janvier janv fevrier fevr mars avril avr mai juin juillet juil aout septembre sept octobre oct novembre nov
  decembre dec january february march april may june july august september october november december`,
);

const isMonth = (word: string) => months.has(word) || [...months].some((one) => isAlike(word, one));
const isWeekday = (word: string) =>
  weekdays.has(word) || [...weekdays].some((one) => isAlike(word, one));

/** How many words a day takes from there; vague without its number. */
function dayLength(
  words: readonly CommandWord[],
  from: number,
): { readonly length: number; readonly isVague: boolean } | undefined {
  const said = (at: number) => words[at]?.folded ?? "";
  if (relatives.has(said(from))) return { length: 1, isVague: true };
  let at = from;
  if (isWeekday(said(at))) at += 1;
  const isNext = at > from && /^(?:prochaine?|suivant|next|dernier)$/u.test(said(at));
  if (isNext) return { length: at + 1 - from, isVague: true };
  if (at > from && /^(?:le|the)$/u.test(said(at))) at += 1;
  if (/^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$|^\d{4}-\d{2}-\d{2}$/u.test(said(at))) {
    return { length: at + 1 - from, isVague: false };
  }
  const isOrdinal = /^\d{1,2}(?:er|e|st|nd|rd|th)?$/u;
  const year = (next: number) => (/^20\d\d$/u.test(said(next)) ? 1 : 0);
  if (isOrdinal.test(said(at))) {
    const month = said(at + 1) === "of" || said(at + 1) === "de" ? at + 2 : at + 1;
    if (isMonth(said(month))) {
      return { length: month + 1 + year(month + 1) - from, isVague: false };
    }
    if (at > from) return { length: at + 1 - from, isVague: false };
  }
  if (isMonth(said(at)) && isOrdinal.test(said(at + 1)) && at === from) {
    return { length: at + 2 + year(at + 2) - from, isVague: false };
  }
  return at > from ? { length: 1, isVague: true } : undefined;
}

const dayNames = [...weekdays, ...relatives, ...months].join("|");
const momentWords = `\\d|${dayNames}|next|prochain|semaine|une? (?:autre|nouvelle)|another|later|plus tard|midi|noon|meme|same`;

/** "Au 8 avril", "à mardi", "to Monday": where a title ends and a new moment begins. */
const toWhen = new RegExp(
  `\\s(?:au|aux|à|a|pour|to|on|for|le)\\s+(?:le |the )?(?:${momentWords})`,
  "iu",
);

const follows = new RegExp(
  [
    "^[:;,.!?–—-]",
    "^(?:car|parce|because|cause|pour cause|faute|suite|en raison|since|plutot|instead|aussi|also|sans|without)\\b",
    `^(?:au|a|to|le|on|pour|for|du|from|en|until|des|vers|at|de)\\s+(?:le |the |ce |la )?(?:${momentWords})`,
    `^(?:(?:${dayNames})\\b|\\d{1,2} ?[h:/]|\\d{1,2} (?:${[...months].join("|")})|next |now$|maintenant)`,
  ].join("|"),
  "u",
);

/** "2 à 3 mails": a count. */
const isRange = /^(?:a|ou|et|to|or|and|-)\s*\d+\s+(?!heures?\b|h\b|am\b|pm\b)\p{L}+/u;

/** Whether words can follow a number that names a workshop; others tell what is counted. */
function mayFollow(rest: string): boolean {
  const said = foldText(rest);
  const words = said.split(" ").filter((word) => word !== "" && !politeWords.has(word));
  if (words.length === 0 || words.join("") === "?") return true;
  if (isRange.test(said)) {
    const month = said.split(" ").find((word) => isMonth(word) || isWeekday(word));
    if (month === undefined) return false;
  }
  if (follows.test(said)) return true;
  const [first = "", second = ""] = words;
  if (isWeekday(first)) return true;
  return /\d|:/u.test(words.slice(1).join(" ")) && namesField(first, second);
}

function namesField(first: string, second: string): boolean {
  return [first, `${first} ${second}`].some(
    (name) => readFieldName(name.replace(/:$/u, "")) !== undefined,
  );
}

/** After "le 8", words that show another thing is meant: "le 15 la réunion", "le 3 du mois". */
const otherThing =
  /^(?:la|les|l'|une?|des|du|de|d'|notre|nos|votre|vos|mon|ma|mes|sa|ses|sur|dans|avec|chez|the|a|an|our|my|of|with|in|ordinateurs?)\b/u;
