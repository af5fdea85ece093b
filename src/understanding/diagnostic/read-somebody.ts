import { foldText } from "../fold-text.ts";

/** Words that agree or praise elsewhere, and are first names where it is asked who does something. */
const names: ReadonlySet<string> = new Set(["claire", "clair", "parfait", "parfaite"]);

/** Whether an answer to "who?" is a first name that would mean something else elsewhere. */
export function isFirstName(text: string): boolean {
  return names.has(wordsOf(text));
}

const undecided =
  /^(?:(?:je|on|nous|j|n) )*(?:ne )?(?:sai[ts] pas|savons pas|jsp|aucune idee|verra|verrons|a voir|a decider|a definir|a discuter|pas (?:encore )?decide|personne|aucune?|nobody|no one|nobody yet|not sure|(?:i )?(?:do not|don t|dont) know|no idea|we will see|to be decided|tbd|not decided)(?: (?:encore|yet|pour (?:l instant|le moment)|for now|en reunion))*$/u;

/** Whether the whole answer says that nobody is named yet, or that it is to be decided. */
export function saysNobody(text: string): boolean {
  return undecided.test(wordsOf(text));
}

const lead =
  /^\s*(?:bonjour,?\s+)?(?:je\s+m['’]appelle|moi,?\s+c['’]est|c['’]est|ce\s+(?:sera|serait)|mon\s+nom\s+est|my\s+name\s+is|it['’]s|it\s+(?:is|will\s+be))\s+(?=\S)/iu;

/** Who is named, without the words that bring the name. */
export function nameSaid(text: string): string {
  return text.replace(lead, "");
}

function wordsOf(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
