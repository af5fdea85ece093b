import { maxReadLength } from "../fold-text.ts";
import { isOneSlipApart } from "../repair-spelling.ts";
import { stripCourtesy } from "../strip-courtesy.ts";
import { foldAnswer } from "./answer-words.ts";
import { commandWordings, type CommandKind } from "./command-wordings.ts";
import { numberNamed } from "./choice-marks.ts";

/** What somebody can ask for at any time during the diagnostic. */
export type DiagnosticCommand =
  | { readonly kind: CommandKind }
  /** Go back to the question of this number, from 1. */
  | { readonly kind: "edit"; readonly number: number };

/**
 * Reads a command: the whole message is one, courtesy and one slip of the keyboard aside. "Suivant" is
 * `keep`: the answer stays as it is, and where there is none yet the question is skipped.
 * Source: CONVERSATION.md, 5.
 */
export function readDiagnosticCommand(text: string): DiagnosticCommand | undefined {
  if (/^\?+$/u.test(text.replaceAll(/\s/gu, ""))) return { kind: "help" };
  const heard = text.slice(0, maxReadLength);
  return readWhole(heard) ?? readParts(heard);
}

/** Several parts that all ask for the same: "je me suis trompée, je voudrais revenir en arrière". */
function readParts(heard: string): DiagnosticCommand | undefined {
  const parts = heard
    .split(/[,.;:!…\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const asking = parts.filter(
    (part) => plainWords(stripCourtesy(part)) !== "" && !isRemark.test(plainWords(part)),
  );
  if (parts.length < 2 || parts.length > mostParts) return undefined;
  const read = asking.map(readWhole);
  const kinds = new Set(read.map((command) => command?.kind));
  // "J'arrête là, je reprendrai demain" is a pause.
  if (kinds.has("pause") && kinds.has("stop") && kinds.size === 2) return { kind: "pause" };
  return kinds.size === 1 ? read[0] : undefined;
}

/** What may stand beside a command, and asks for nothing. */
const isRemark =
  /^(?:c est (?:bon|parfait|tout bon|note)(?: pour moi)?|tout est bon|d accord|oui|non|ok|bon|bien|tres bien|parfait|voila|desolee?|pardon|excusez moi|ah|oh|zut|sorry|all right|fine|that s (?:fine|right|good)|yes|no)$/u;

/** More parts than this tell something. */
const mostParts = 3;

function readWhole(heard: string): DiagnosticCommand | undefined {
  const plain = stripCourtesy(heard) || heard;
  // "Je dois y aller" is one as it stands, before what asks politely is taken away.
  const asIs = commandWordings.get(plainWords(plain));
  if (asIs) return { kind: asIs };
  const said = commandWords(plain);
  if (said === "" || said.length > longest) return undefined;
  const number = numberNamed(edits.exec(said)?.groups?.["number"] ?? "");
  if (number !== undefined && number > 0) return { kind: "edit", number };
  const kind = commandWordings.get(said) ?? misspelt(said);
  return kind && { kind };
}

/** A longer message is no command. */
const longest = 60;

const edits =
  /^(?:modifi(?:er?|ez)|corrig(?:er?|ez)|chang(?:er?|ez)|rectifi(?:er?|ez)|revenir|revenez|retour|retourner|edit|change|correct|fix|back to|go back to)(?: (?:a|au|sur|ma|la|le|my|the|de|to|reponse|question|answer|numero|no))* (?<number>\p{L}+|\d{1,2}(?:e|eme)?)$/u;

function misspelt(said: string): CommandKind | undefined {
  if (said.length < shortestRepaired) return undefined;
  for (const [wording, kind] of commandWordings) {
    if (
      wording.length >= shortestRepaired &&
      wording[0] === said[0] &&
      isOneSlipApart(said, wording)
    ) {
      return kind;
    }
  }
  return undefined;
}

/** A shorter wording is one slip away from too many words. */
const shortestRepaired = 6;

/** The message in plain words, without what asks politely. */
function commandWords(text: string): string {
  return plainWords(text).replace(politeStart, "").replace(politeEnd, "").trim();
}

function plainWords(text: string): string {
  return foldAnswer(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const politeStart =
  /^(?:(?:ok|bon|bah|ben|euh|alors|oui|non|finalement|pardon|desolee?|please|sorry|well|on peut|peut on|est ce que (?:je peux|on peut|vous pouvez)|(?:je|j) (?:voudrais|veux|aimerais|souhaite|souhaiterais|prefere|preferais|preferererais|dois|vais|peux)|puis je|on (?:va|veut|voudrait)|il faut|faut|vous pouvez|pouvez vous|peux tu|tu peux|can (?:i|we|you)|could (?:i|we|you)|i (?:want|would like|d like|need|have) to|i d rather|let s|let me) )+/u;

const politeEnd =
  / (?:svp|stp|merci|please|thanks|thank you|s il (?:vous|te) plait|maintenant|now|pour (?:l instant|le moment|aujourd hui)|alors|desolee?|sorry)$/u;
