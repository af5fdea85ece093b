import type { AnswerReading } from "./answer-reading.ts";
import { foldAnswer } from "./answer-words.ts";
import { numberNamed } from "./choice-marks.ts";

/** The end of what is counted: so many out of ten. */
const most = 10;

/**
 * Reads how many out of ten: "huit", "15 sur 20", "70 %", "la moitié", "entre 5 et 7", "presque tous".
 * Of two neighbours the lower is kept; a wide interval or a vague word is to be chosen in.
 */
export function readAmount(text: string): AnswerReading | undefined {
  const said = amountWords(text);
  const vague = inWords.get(said);
  if (vague) return amounts(vague, false);
  return readShare(said) ?? readInterval(said) ?? readLimits(said) ?? readNumber(said, text);
}

function readNumber(said: string, text: string): AnswerReading | undefined {
  const number = /^-?\d{1,4}$/u.test(said) ? Number(said) : numberNamed(said);
  if (number === undefined) return undefined;
  const isBare = /^[^\p{L}]*$/u.test(text) || said === foldAnswer(text);
  return amounts([number], isBare);
}

/** "7/10", "15 sur 20", "7 out of 10", "70 %". */
function readShare(said: string): AnswerReading | undefined {
  const [, part = "", whole = ""] =
    /^(\S+) (?:sur|\/|out of) (\S+)$/u.exec(said) ?? /^(\S+) (%)$/u.exec(said) ?? [];
  const [count, of] = [numberNamed(part), whole === "%" ? 100 : numberNamed(whole)];
  if (count === undefined || of === undefined || of === 0) return undefined;
  if (count > of) return { kind: "not-listed" };
  return amounts([Math.round((most * count) / of)], of === most);
}

function readInterval(said: string): AnswerReading | undefined {
  const [, from = "", to = ""] =
    /^(?:entre |de |between |from )?(\S+) (?:et|a|ou|-|\/|or|and|to) (\S+)$/u.exec(said) ??
    /^(\d)[,.](\d)$/u.exec(said) ??
    [];
  const [low, high] = [numberNamed(from), numberNamed(to)];
  if (low === undefined || high === undefined) return undefined;
  // "7,5" lies between 7 and 8.
  if (/^\d[,.]\d$/u.test(said)) return amounts(high === 0 ? [low] : [low, low + 1], false);
  if (low > most || high > most) return { kind: "not-listed" };
  const width = high - low;
  if (width <= 0) return undefined;
  if (width <= 2) return amounts([Math.floor((low + high) / 2)], false);
  return amounts(width <= 4 ? span(low, high) : [low, Math.round((low + high) / 2), high], false);
}

/** "Plus de 5", "moins de 3", "au moins 7", "tous sauf un". */
function readLimits(said: string): AnswerReading | undefined {
  const [, limit = "", word = ""] =
    /^(plus de|more than|over|au moins|at least|moins de|less than|under|fewer than|tous sauf|toutes sauf|tout le monde sauf|all but|all except|everyone but|everyone except) (\S+)$/u.exec(
      said,
    ) ?? [];
  const number = word === "moitie" || word === "half" ? most / 2 : numberNamed(word);
  if (number === undefined) return undefined;
  if (number > most) return { kind: "not-listed" };
  if (/^(?:tou|all|every)/u.test(limit)) return amounts([most - number], false);
  if (/^(?:moins|less|under|fewer)/u.test(limit)) return near(number - 1, -1);
  return near(/^(?:au|at)/u.test(limit) ? number : number + 1, 1);
}

/** Up to three numbers from one, in a direction. */
function near(start: number, step: 1 | -1): AnswerReading | undefined {
  const found = [start, start + step, start + 2 * step].filter((one) => one >= 0 && one <= most);
  return found.length === 0
    ? undefined
    : amounts(
        found.toSorted((a, b) => a - b),
        false,
      );
}

function amounts(numbers: readonly number[], isPlain: boolean): AnswerReading {
  const [first = 0] = numbers;
  if (numbers.some((number) => number < 0 || number > most)) return { kind: "not-listed" };
  if (numbers.length > 1) return { kind: "between", codes: numbers.map(String) };
  return { kind: "answer", answer: { kind: "number", number: first }, isPlain };
}

const span = (low: number, high: number) =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);

/** The words that count, those of caution and "people" left out. */
function amountWords(text: string): string {
  const spaced = foldAnswer(text)
    .replaceAll(/pour ?cents?|per ?cent/gu, "%")
    .replaceAll(/(?<=\d)\s*([%/-])\s*/gu, " $1 ");
  const words = spaced.match(/-?\d+(?:[.,]\d+)?(?:e|eme)?|[\p{L}]+|[%/-]/gu) ?? [];
  return words
    .filter((word) => !around.has(word))
    .join(" ")
    .trim();
}

const around = new Set(
  `environ a_peu_pres peu pres je dirais dirai dis pense crois que on nous est c ce ca il y en doit serait peut etre about around
  roughly i would say think maybe probably personnes benevoles membres adherents people volunteers members gens
  louche vue nez la le les l svp merci please plutot bon ben euh bah of them eux nous ont ai chez elles
  numero allez disons approximativement approximately donc alors mettons soit quasiment ils sont`.split(
    /\s+/u,
  ),
);

const words = (list: string, ...numbers: readonly number[]) =>
  list.split(",").map((one) => [one.trim(), numbers] as const);

const inWords: ReadonlyMap<string, readonly number[]> = new Map([
  ...words(
    "aucun, aucune, personne, aucun d entre eux, zero, none, nobody, no one, pas un, pas un seul, not one",
    0,
  ),
  ...words(
    "presque personne, presque aucun, presque aucune, hardly anyone, almost none, almost nobody",
    1,
  ),
  ...words("quart, un quart, a quarter, quarter, un tiers, tiers, a third, third", 3),
  ...words(
    "moitie, une moitie, half, a half, 50 50, un sur deux, une sur deux, fifty fifty, one in two",
    5,
  ),
  ...words("deux tiers, 2 tiers, 2 / 3, two thirds", 7),
  ...words("trois quarts, 3 quarts, 3 / 4, three quarters", 8),
  ...words(
    "presque tous, presque toutes, presque tout monde, tous presque, nearly all, almost all, nearly everyone, almost everyone, nearly everybody, almost everybody",
    9,
  ),
  ...words("tous, toutes, tout monde, tout, all, everyone, everybody, dizaine, une dizaine", 10),
  ...words(
    "plupart, majorite, une majorite, grande majorite, une grande majorite, most, beaucoup, many, majority, the majority, most people",
    7,
    8,
    9,
  ),
  ...words("quelques uns, quelques unes, quelques, certains, certaines, some, a few, few", 2, 3, 4),
  ...words("tres, pas beaucoup, pas grand monde, not many, tres peu", 1, 2, 3),
]);
