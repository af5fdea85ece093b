import type { Theme } from "../../model/library.ts";
import type { DraftField, DraftWords } from "../../model/workshop-draft.ts";
import { foldText } from "../../understanding/fold-text.ts";
import { readBareField, readLabelledField } from "../../understanding/read-draft-words.ts";
import type { WorkshopRepeat } from "../../model/incoming-workshop.ts";
import type { ReadingPlace } from "../../workshops/read-date.ts";
import { readRepeat } from "../../workshops/read-repeat.ts";
import { readField } from "./read-field.ts";
import { readWhen, saysNoDate } from "./read-when.ts";
import { splitRepeat } from "./split-repeat.ts";

/** What a pasted announcement says of a workshop, and the dates in it that raise a question. */
export interface Pasted {
  readonly words: DraftWords;
  /** How it repeats, when it does. */
  readonly repeats: WorkshopRepeat | undefined;
  /** A date that is not clear, as it was written. */
  readonly doubtfulDate: string | undefined;
}

/**
 * Reads an announcement pasted whole: "Label : value" lines first, then dates, prices, seats, places, links
 * and partners where words alone tell them; the first line left is the title, the others make the summary.
 * What is not sure is left for the person to say: the preview shows everything.
 */
export function readPasted(text: string, place: ReadingPlace, themes: readonly Theme[]): Pasted {
  let words: DraftWords = {};
  let repeats: WorkshopRepeat | undefined;
  let doubtfulDate: string | undefined;
  const left: string[] = [];
  const learn = (field: DraftField, value: string): boolean => {
    if (field === "when") {
      const repeat = readRepeat(value, place);
      if (repeat?.kind === "understood") {
        const { localStart, localEnd } = repeat;
        words = { ...words, localStart, ...(localEnd !== undefined && { localEnd }) };
        ({ repeats } = repeat);
        return true;
      }
      const reading = readWhen(value, {}, place);
      if (reading.kind === "read") words = { ...words, ...reading.date };
      else doubtfulDate ??= value;
      return true;
    }
    const reading = readField(field, value, themes);
    if (reading.kind === "read") words = { ...words, ...reading.words };
    return reading.kind === "read";
  };
  for (const line of linesOf(text, place)) {
    const labelled = readLabelledField(line) ?? plainlyNamed(line);
    if (labelled && learn(labelled.field, labelled.value)) continue;
    const isRepeat = words.localStart === undefined && splitRepeat(line, place)?.said === line;
    if (isRepeat && learn("when", line)) continue;
    const pieces = line
      .split(/\s+[·|•]\s+|;\s+|(?<=[.!])\s+(?=\p{Lu})/u)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "");
    const unknown = pieces.flatMap((piece) => {
      const isBody = "title" in words || left.length > 0;
      const rest = isBody ? withoutClear(piece, learn) : piece;
      const field = isBody ? fieldSaidBy(rest, words, place) : undefined;
      if (rest === "" || (field !== undefined && learn(field, rest))) return [];
      const dated = words.localStart === undefined ? splitDate(rest, place) : undefined;
      if (!dated || !learn("when", dated.date)) return [rest];
      const next = fieldSaidBy(dated.rest, words, place);
      return next !== undefined && learn(next, dated.rest) ? [] : [dated.rest];
    });
    if (unknown.length > 0) left.push(unknown.join(" "));
  }
  const [first, ...others] = left;
  let title = words.title;
  if (first !== undefined && title === undefined) {
    const { name, date } = splitTitle(first, place, words.localStart === undefined);
    title = { fr: name };
    if (date !== undefined) learn("when", date);
  }
  const rest = words.title === undefined ? others : left;
  const summary = rest.join("\n");
  return {
    words: {
      ...words,
      ...(title && { title }),
      ...(summary !== "" && words.summary === undefined && { summary: { fr: summary } }),
    },
    repeats,
    doubtfulDate: words.localStart === undefined ? doubtfulDate : undefined,
  };
}

/** What is left of "Gratuit, 2 places" once the parts that say a price or a number of seats are learnt. */
function withoutClear(piece: string, learn: (field: DraftField, value: string) => boolean): string {
  const left = piece.split(/,\s+/u).filter((part) => {
    const field = clearFieldOf(foldText(part));
    return field === undefined || !learn(field, part);
  });
  return left.join(", ").trim();
}

/** "Le jeudi 25 mars de 18h à 20h à la Chesnaie": a date, and what follows it. */
function splitDate(
  piece: string,
  place: ReadingPlace,
): { readonly date: string; readonly rest: string } | undefined {
  const words = piece.split(" ");
  const dateUntil = (at: number) =>
    words
      .slice(0, at)
      .join(" ")
      .replace(/[\s,;:–-]+$/u, "");
  const startUntil = (at: number) => {
    const reading = readWhen(dateUntil(at), {}, place);
    return reading.kind === "read" ? JSON.stringify(reading.date) : undefined;
  };
  let at = Math.min(words.length - 1, MOST_DATE_WORDS);
  while (at > 1 && startUntil(at) === undefined) at -= 1;
  const found = at > 1 ? startUntil(at) : undefined;
  if (found === undefined) return undefined;
  // Small words that say nothing of a date ("à la") begin what follows it.
  while (startUntil(at - 1) === found) at -= 1;
  return { date: dateUntil(at), rest: words.slice(at).join(" ") };
}

/** A date with its hours takes so many words at most. */
const MOST_DATE_WORDS = 14;

/** "Territoire 44", "thème sécurité": lines so short that what their first word names is all they say. */
function plainlyNamed(line: string): ReturnType<typeof readBareField> {
  const named = readBareField(line);
  return named && (named.field === "themes" || named.field === "territories") ? named : undefined;
}

/** The lines of a text, cut around what repeats; one long line is cut where its parts are. */
function linesOf(text: string, place: ReadingPlace): string[] {
  const lines = text
    .split(/\n+/u)
    .map(plain)
    .filter((line) => line !== "");
  const isAlone = lines.length === 1;
  const cut = (line: string) => (isAlone ? line.split(/\s*[;|·]\s+|,\s+/u) : [line]);
  return lines
    .flatMap((line) => {
      const found = readLabelledField(line) ? undefined : splitRepeat(line, place);
      return found ? [...cut(found.before), found.said, ...cut(found.after)] : cut(line);
    })
    .filter((part) => part !== "");
}

/** "Découvrir le libre jeudi 18h30": a title, and the date at its end. */
function splitTitle(
  line: string,
  place: ReadingPlace,
  isDateWanted: boolean,
): { readonly name: string; readonly date?: string } {
  if (!isDateWanted) return { name: line };
  const words = line.split(" ");
  for (let at = 1; at < words.length; at += 1) {
    const date = words.slice(at).join(" ");
    if (!saysNoDate(readWhen(date, {}, place))) return { name: words.slice(0, at).join(" "), date };
  }
  return { name: line };
}

function plain(line: string): string {
  return line.replaceAll(/\*\*|__|^[\s>#•*:-]+|\s+$/gu, "").trim();
}

/** What a piece without a label speaks of, when its words say so. */
export function fieldSaidBy(
  piece: string,
  words: DraftWords,
  place: ReadingPlace,
): DraftField | undefined {
  const folded = foldText(piece);
  const when = readWhen(piece, {}, place);
  if (words.localStart === undefined && !saysNoDate(when)) return "when";
  if (/^https?:\/\/\S+$/u.test(folded)) return "link";
  const clear = clearFieldOf(folded);
  if (clear) return clear;
  if (/^(?:avec|with) /u.test(folded) && piece.length < 120) return "partners";
  if (/^♿|^(?:acces(?:sible)? (?:de )?plain|accessible|sous-titr|step-free)/u.test(folded)) {
    return "accessibility";
  }
  if (/^(?:apporte[rz]?|venez avec|bring) /u.test(folded)) return "bring";
  if (
    /^(?:pour (?:les |des )?(?:debut|benevol|salari|tous|tout)|for (?:begin|volunt|every))/u.test(
      folded,
    )
  ) {
    return "audience";
  }
  const isPlace = saysWhere.test(folded) || properPlace.test(piece);
  if (words.place === undefined && words.mode === undefined && isPlace) return "where";
  return undefined;
}

/** A price or a number of seats, which no comma cuts. */
function clearFieldOf(folded: string): DraftField | undefined {
  if (/^(?:gratuit\w*|free|entree libre|\d+(?:[.,]\d+)? ?(?:€|euros?))[.!]?$/u.test(folded)) {
    return "price";
  }
  return /^\d{1,5} (?:places?|seats?)\b[^a-z]*$/u.test(folded) ? "capacity" : undefined;
}

/** "La Chesnaie", "Le Garage, Saint-Nazaire": a proper name with its article, and its town. */
const properPlace =
  /^(?:La |Le |Les |L['’])\p{Lu}[\p{L}'’-]*(?: (?:de |du |des |d['’])?\p{Lu}[\p{L}'’-]*){0,2}(?:, (?:\d{5} )?\p{Lu}[\p{L}'’ -]*)?$/u;

const saysWhere =
  /^(?:en ligne|a distance|en visio\w*|online|remote)\b|^(?:a|au|chez|at) [a-z]|\b(?:salle|maison|mairie|mediatheque|bibliotheque|centre|rue|place|avenue|hall|library|street)\b|\b\d{5}\b|, ?et a distance$|,? (?:et|and) (?:en ligne|online)$/u;
