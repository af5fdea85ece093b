import { foldText } from "../fold-text.ts";
import { stripCourtesy } from "../strip-courtesy.ts";

/** What somebody wants of answering with others. */
export type GroupWords =
  /** To answer with others; `isShort` when the words may mean something else too. */
  | { readonly kind: "open"; readonly isShort: boolean }
  /** To join; without a code where what follows is none. */
  | { readonly kind: "join"; readonly code?: string | undefined }
  | { readonly kind: "leave" }
  /** To be known by a name, as it was written. */
  | { readonly kind: "name"; readonly nickname: string }
  /** To see the code again, and how many answered. */
  | { readonly kind: "code" }
  /** The common result; `isShort` when the words may mean something else too. */
  | { readonly kind: "finish"; readonly isShort: boolean };

/** A code is so many letters and digits. */
const CODE_LENGTH = 8;

/** A longer nickname is cut. */
const MOST_NICKNAME = 30;

/** Reads a whole message as a wish about answering with others: « rejoindre K7QM-3XPA », "join k7qm 3xpa". */
export function readGroupWords(text: string): GroupWords | undefined {
  const plain = stripCourtesy(text).trim();
  const named = nickname.exec(plain)?.groups?.["name"]?.trim();
  if (named !== undefined && named !== "") {
    return { kind: "name", nickname: named.slice(0, MOST_NICKNAME) };
  }
  const written = join.exec(plain)?.groups?.["code"] ?? bareCode.exec(plain)?.[0];
  if (written !== undefined && isCode(written)) return { kind: "join", code: codeIn(written) };
  const said = foldText(plain);
  const words = said.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
  return wordings.find(({ wording }) => wording.test(words))?.means;
}

/** The code as it is stored: upper case, no hyphen, no blank. */
function codeIn(written: string): string | undefined {
  const code = written.replaceAll(/[^A-Za-z0-9]/gu, "").toUpperCase();
  return code.length === CODE_LENGTH ? code : undefined;
}

/** A digit, a hyphen or capitals tell a code from words: "rejoindre nous tous" is none, nor "rejoindre atelier 8". */
function isCode(written: string): boolean {
  if (!/[A-Za-z]/u.test(written)) return false;
  const isWritten = /\d|[-–—]/u.test(written) || written === written.toUpperCase();
  return isWritten && (codeIn(written) !== undefined || /[-–—]/u.test(written));
}

const join =
  /^(?:(?:je|on) (?:veux|veut|voudrais|voudrait|souhaite) |i (?:want|would like) to |i'd like to )?(?:rejoindre|rejoins|join)(?: (?:le |the |avec |with )?(?:code|groupe|group))?[\s:«"“]+(?<code>[a-z0-9]{3,5}[\s\-–—.]{0,3}[a-z0-9]{3,5})[\s»"”.!]*$/iu;

/** A code alone, as it was passed on. */
const bareCode = /^(?=[A-Z0-9-]+$|.*\d)[A-Za-z0-9]{4}-[A-Za-z0-9]{4}$/u;

const nickname =
  /^(?:(?:mon |my )?(?:surnom|pseudo|nickname)(?: (?:est|is))?)\s*(?::\s*|\s)(?<name>\S.*)$/iu;

const wordings: readonly { readonly wording: RegExp; readonly means: GroupWords }[] = [
  {
    wording:
      /^(?:(?:on|nous|je) (?:veut|voudrait|voudrions|voulons|veux|voudrais|peut|va) )?(?:repondre|faire le (?:point|diagnostic)|le faire|commencer) (?:a plusieurs|ensemble)(?: pour (?:notre|l|une) association)?$|^(?:(?:we|i) (?:want|would like) to |can we )?(?:answer|do it|start|do the check up) (?:together|with others|as a group)$/u,
    means: { kind: "open", isShort: false },
  },
  { wording: /^(?:a plusieurs|ensemble|together)$/u, means: { kind: "open", isShort: true } },
  {
    wording: /^(?:rejoindre|join)(?: (?:le |un |the |a )?(?:groupe|group|code))?$/u,
    means: { kind: "join" },
  },
  {
    wording:
      /^je me retire(?: du groupe)?$|^me retirer(?: du groupe)?$|^(?:quitter|je quitte) le groupe$|^retirer mes reponses(?: du groupe)?$|^(?:i )?withdraw(?: my answers)?$|^i m out$|^leave the group$/u,
    means: { kind: "leave" },
  },
  {
    wording:
      /^(?:(?:voir |revoir |quel est )?(?:mon|notre|le) code(?: (?:du|de notre) groupe)?|ou en est le groupe|qui a repondu|combien ont repondu|(?:see |show |what is )?(?:my|our|the) (?:group )?code|how is the group doing|how many (?:have )?answered)$/u,
    means: { kind: "code" },
  },
  {
    wording:
      /^(?:(?:voir |tirer |donner |donnez |je veux )?(?:le |notre )?resultat commun|(?:see |draw |give us )?(?:the |our )?(?:common|shared|joint) result)$/u,
    means: { kind: "finish", isShort: false },
  },
  {
    wording:
      /^(?:termine|terminer|c est termine|on a (?:fini|termine)|tout le monde a repondu|finished|we are done|we re done|everybody (?:has )?answered)$/u,
    means: { kind: "finish", isShort: true },
  },
];
