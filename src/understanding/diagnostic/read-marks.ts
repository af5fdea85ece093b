import type { Question } from "../../model/questionnaire.ts";
import { foldAnswer } from "./answer-words.ts";
import { readMark, type Mark } from "./choice-marks.ts";

/** The marks a message names, and how it joins them. */
export interface MarksSaid {
  readonly marks: readonly Mark[];
  /** "1-3": these two, or all from one to the other. */
  readonly isRange: boolean;
  /** "1 à 3": all from one to the other. */
  readonly isSpan: boolean;
}

/**
 * Reads a message that only names numbers, letters or places, with words of caution around them and a
 * remark after a comma ("je dirais la 2", "2, mais on voudrait changer"); undefined for anything else:
 * a number followed by another word is not a choice ("10 salariés", "le 3 mars").
 */
export function readMarks(text: string, question: Question): MarksSaid | undefined {
  const folded = foldAnswer(text);
  if (/^-\s?\d/u.test(folded)) return { marks: ["not-listed"], isRange: false, isSpan: false };
  const sure = folded.replace(doubt, "");
  return readAll(sure, question) ?? readAll(withoutRemark(sure), question);
}

/** "Je ne sais pas trop, peut-être la 2": a choice all the same. */
const doubt =
  /^(?:je |j'|on )?(?:ne |n')?(?:sais|sait|suis) pas(?: trop| bien| sure?)?[,.; ]+(?=peut|je dirais|plutot|disons)/u;

function readAll(folded: string, question: Question): MarksSaid | undefined {
  const opened = folded.replaceAll(/(?<=\d)(?=[a-d]\b)/gu, " ");
  const words = opened.match(/[\p{L}\p{N}]+|[-/]/gu) ?? [];
  const [start, end] = bare(words);
  const said = words.slice(start, end);
  if (said.length === 0 || said.length > mostSaid) return undefined;
  const isRange = said.length === 3 && said[1] === "-";
  const isSpan = said.length === 3 && spans.has(said[1] ?? "") && bothNumbers(said);
  const marks: Mark[] = [];
  for (const [at, word] of said.entries()) {
    // "A" is a letter by itself and "to" in "1 à 3"; "une" names the first only in "la une".
    if (joints.has(word) || (isSpan && at === 1)) continue;
    if (word === "un" || word === "une") {
      if (words[start + at - 1] !== "la" && words[start + at - 1] !== "le" && said.length > 1)
        return undefined;
    }
    const mark = readMark(word, question);
    if (mark === undefined) {
      if (articles.has(word)) continue;
      return undefined;
    }
    marks.push(mark);
  }
  return marks.length === 0 ? undefined : { marks, isRange, isSpan };
}

const mostSaid = 30;

const bothNumbers = (said: readonly string[]) =>
  /^\d+$/u.test(said[0] ?? "") && /^\d+$/u.test(said[2] ?? "");

/** A remark after a comma, a stop or "mais" says why, as long as it names no other number. */
function withoutRemark(folded: string): string {
  const cut = folded.search(/[,;:!(.…]|\s-\s|\s(?:mais|but|car|parce que|because|puisque)\s/u);
  if (cut <= 0 || /\d/u.test(folded.slice(cut))) return "";
  return folded.slice(0, cut);
}

/** Where the words of caution before and after end. */
function bare(words: readonly string[]): [number, number] {
  let start = 0;
  let end = words.length;
  while (start < end - 1 && before.has(words[start] ?? "")) start += 1;
  while (end > start + 1 && after.has(words[end - 1] ?? "")) end -= 1;
  return [start, end];
}

const listed = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const before = listed(`
  je j nous moi pour dirais dirai dit dis pense crois que c ce est serait sera etre plutot la le les l numero num nr n no
  reponse reponses option options choix choisis choisirais proposition prends prendrais mets met mettez mettrais vote
  euh heu ben bah bon alors donc entre hesite peut sans doute surement probablement ok oui voila disons chez coche cocher
  ligne case i think say would it is s the number answer choice maybe probably between say go with pick choose bonjour bonsoir
  salut hello hi de from to -`);

const after =
  listed(`one option reponse proposition choix ligne answer choice seulement uniquement only simplement 
  je j on nous moi pour dirais pense crois svp stp merci please plutot peut etre sans doute i think maybe probably thanks
  voila point ok du coup chez alors donc surement hein quoi s il vous plait te il`);

const joints = listed("et and ou or plus aussi ainsi also puis then bien - /");
const articles = listed("la le les l que the numero reponse");
const spans = listed("a to jusqua");
