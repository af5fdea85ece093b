import { foldText } from "../fold-text.ts";
import { isOneSlipApart } from "../repair-spelling.ts";
import { stripCourtesy } from "../strip-courtesy.ts";
import { addWording, askerWordings, type AskerWords } from "./asker-wordings.ts";

/**
 * Reads a whole message as something said of one's requests to people ("mes demandes", "annuler A-127",
 * "rouvrir A-127", "ajouter à A-127 : …", "c'est bon"), in both languages, courtesy and one slip of the keyboard
 * in a word aside. Undefined for anything else: a part of a sentence never is a command.
 */
export function readAskerWords(text: string): AskerWords | undefined {
  const added = addedIn(text);
  if (added) return added;
  if (text.length > LONGEST) return undefined;
  // "Je voudrais parler à quelqu'un svp": what asks politely is taken away, or the whole is looked at.
  return readPlain(plain(stripCourtesy(text) || text)) ?? readPlain(plain(text));
}

/** A longer message tells something. */
const LONGEST = 120;

function addedIn(text: string): AskerWords | undefined {
  const { number, said } = addWording.exec(text)?.groups ?? {};
  const isOfRequest =
    number !== undefined ||
    /^\s*\S+\s+(?:[aà]\s+)?(?:la|ma|my|the|to my)?\s*(?:demande|request)\b/iu.test(text);
  if (!isOfRequest || said === undefined) return undefined;
  return { act: "add", said: said.trim(), ...(number !== undefined && { number: Number(number) }) };
}

function readPlain(words: string): AskerWords | undefined {
  return readExactly(words) ?? readExactly(repaired(words));
}

function readExactly(words: string): AskerWords | undefined {
  for (const [act, wording] of askerWordings) {
    const match = wording.exec(words);
    if (!match || act === "add") continue;
    const { groups } = match;
    const said = groups?.["number"] ?? groups?.["plain"] ?? groups?.["after"];
    const number = said === undefined ? undefined : Number(said);
    if (act === "start" || act === "list" || act === "invite") return { act };
    return { act, ...(number !== undefined && { number }) };
  }
  return undefined;
}

/** Each word that is one slip away from one of a command, as that one. */
function repaired(words: string): string {
  return words
    .split(" ")
    .map((word) =>
      word.length < SHORTEST_REPAIRED || known.includes(word)
        ? word
        : (known.find((one) => one[0] === word[0] && isOneSlipApart(word, one)) ?? word),
    )
    .join(" ");
}

/** A shorter word is one slip away from too many. */
const SHORTEST_REPAIRED = 5;

const known =
  `demande demandes annuler annulez rouvrir reouvrir effacer supprimer retirer relancer transmettre parler personne
  humain quelqu conseiller conseillere regle resolu encore question request requests cancel withdraw reopen erase
  delete remove solved settled person somebody someone human adviser speak relation contact`
    .trim()
    .split(/\s+/u);

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replace(politeStart, "")
    .replace(politeEnd, "")
    .trim();
}

const politeStart =
  /^\s*(?:(?:ok|oui|alors|bon|bonjour|bonsoir|salut|hello|hi|yes|well|so|finalement|en fait|actually|please|merci de?|s il (?:vous|te) plait|svp|stp|j aimerais bien|je voudrais bien) )+/u;
const politeEnd =
  / (?:svp|stp|merci(?: (?:beaucoup|bien))?|please|pls|thanks|thank you|s il (?:vous|te) plait|maintenant|now|finalement|alors|tout de suite)\s*$/u;
