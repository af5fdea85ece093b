import { maskPersonalData } from "./mask-personal-data.ts";

/**
 * Whether a message gives away a password, a code or the number of a card or an account, by mistake. A word
 * that follows counts only where it looks like a secret: "notre mot de passe est partagé" tells none.
 */
export function holdsSecret(text: string): boolean {
  if (announced.test(text)) return true;
  // Only what the masks put there: what was typed may hold such words itself.
  const masked = maskPersonalData(text);
  return bankMarks.some((mark) => countOf(mark, masked) > countOf(mark, text));
}

const bankMarks = ["[compte]", "[carte]"];

const announced =
  /(?:mots? de passe|mdp|code (?:secret|wifi|pin|confidentiel|d'acc[eè]s)|pass ?word|passcode|pass ?phrase|pin code)[^.?!\n]{0,20}?(?:\s*[:=]\s*\S{3,}|\b(?:est|c'est|is)\s+(?=\S*[\d#@$%&*!_+])\S{4,})/iu;

function countOf(mark: string, text: string): number {
  return text.split(mark).length - 1;
}
