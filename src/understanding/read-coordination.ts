import type { DraftField } from "../model/workshop-draft.ts";
import { coordinationActs } from "./act-wordings.ts";
import { commandWords, isAlike, politeWords, type CommandWord } from "./command-words.ts";
import type { CoordinationAct } from "./coordination-words.ts";
import { readFieldName } from "./read-draft-words.ts";
import { readTarget, type Target } from "./read-target.ts";

/** What a coordinator asks of the programme or of the announcements; `rest` is what follows, as it was written. */
export interface CoordinationRequest {
  readonly act: CoordinationAct;
  /** The short number of a workshop or of an announcement; undefined when it is named otherwise, or not at all. */
  readonly number: number | undefined;
  /** The day or the words a workshop is named by in place of its number, as written: "8 avril". */
  readonly named?: string;
  /** The one thing of it that is to change, when it is said before its number: "le prix du 8". */
  readonly field?: DraftField;
  readonly rest: string;
}

/**
 * Reads a command of a coordinator in French or English, one slip of the keyboard a word included: "nouvel
 * atelier", "déplacer 12 au jeudi 18h", "on annule l'atelier du 8 avril". The command comes first, after
 * politeness alone; a number of something else ("changer 3 ordinateurs") is no workshop's. Undefined for
 * anything else.
 */
export function readCoordination(text: string): CoordinationRequest | undefined {
  const words = commandWords(text);
  const first = words.findIndex((word) => isCommand(word));
  if (first === -1) return undefined;
  for (const { act, wordings, names } of coordinationActs) {
    for (const wording of wordings) {
      const next = afterWording(wording, words, first);
      if (next === undefined) continue;
      const request = { act, number: undefined, rest: "" };
      if (names === "nothing") {
        const others = words.slice(next).filter((word) => isCommand(word));
        if (others.every(({ folded }) => afterAll.has(folded))) return request;
        continue;
      }
      const end = words[next - 1]?.end ?? text.length;
      if (names === "words") {
        const after = text.slice(end);
        const rest = after.trim();
        // A title on its own line may be a question.
        if (act === "new" && !/^[^\S\n]*\n/u.test(after) && asksAbout.test(rest)) continue;
        return { ...request, rest };
      }
      const isBare = !words.slice(next).some((word) => isCommand(word));
      if (isBare && names === "workshop" && bareActs.has(act)) return request;
      const said = act === "edit" ? fieldFirst(text, words, next) : undefined;
      const target =
        said?.target ??
        readTarget(text, words, names === "announcement" ? afterNoun(words, next) : next);
      if (!target || (names === "announcement" && target.number === undefined)) continue;
      const { number, named, at } = target;
      return {
        act: said?.field === "when" ? "move" : act,
        number,
        ...(named !== undefined && { named }),
        ...(said && said.field !== "when" && { field: said.field }),
        rest: text.slice(at).trim(),
      };
    }
  }
  return undefined;
}

/** Said alone, which workshop is asked; the others say other things too ("annuler", "refuser"). */
const bareActs: ReadonlySet<CoordinationAct> = new Set<CoordinationAct>([
  "publish",
  "edit",
  "move",
  "duplicate",
  "delete",
]);

function isCommand({ folded }: CommandWord): boolean {
  return folded !== "" && !politeWords.has(folded);
}

/** "Désabonne moi", "désabonne ce salon ici": words that change nothing of what is asked. */
const afterAll = new Set(
  "moi nous me ici here la du de des d all tout toutes annonces announcements".split(" "),
);

/** Questions about making workshops in general. */
const asksAbout = /^(?:[^:\n]*\?|[,\s]*(?:comment|how|combien|pourquoi|est-ce)\b)/iu;

/** Articles that may stand between the words of a wording. */
const articles = new Set("l le la les d un une the a an".split(" "));

/** Where the words after a wording begin; undefined when it does not come first. */
function afterWording(
  wording: readonly string[],
  words: readonly CommandWord[],
  first: number,
): number | undefined {
  let at = first;
  for (const expected of wording) {
    while (articles.has(words[at]?.folded ?? "") || words[at]?.folded === "") at += 1;
    if (!isAlike(words[at]?.folded ?? "", expected)) return undefined;
    at += 1;
  }
  return at;
}

const announcementNouns = new Set("annonce envoi announcement sending".split(" "));

/** Where the words after "l'annonce" begin. */
function afterNoun(words: readonly CommandWord[], from: number): number {
  const noun = words.findIndex(({ folded }, at) => at >= from && !articles.has(folded));
  return announcementNouns.has(words[noun]?.folded ?? "") ? noun + 1 : from;
}

/** A field and its workshop stand within so many words. */
const MOST_FIELD_WORDS = 5;

/** "(Changer) le prix du 8": which field is meant, then of which workshop. */
function fieldFirst(
  text: string,
  words: readonly CommandWord[],
  from: number,
): { readonly field: DraftField; readonly target: Target } | undefined {
  for (let to = from + 1; to <= from + MOST_FIELD_WORDS && to < words.length; to += 1) {
    if (!ofWords.has(words[to]?.folded ?? "")) continue;
    const name = words
      .slice(from, to)
      .map(({ folded }) => folded)
      .filter((word) => word !== "" && !articles.has(word))
      .join(" ");
    const field = readFieldName(name);
    const target = field && readTarget(text, words, to);
    if (field && target && (target.number ?? target.named) !== undefined) return { field, target };
  }
  return undefined;
}

const ofWords = new Set("du de of for pour atelier workshop".split(" "));
