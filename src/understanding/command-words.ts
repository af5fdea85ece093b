import { foldText } from "./fold-text.ts";
import { isOneSlipApart } from "./repair-spelling.ts";

/** A word of a command, with its place in the text it was written in. */
export interface CommandWord {
  readonly start: number;
  readonly end: number;
  /** Folded, without marks around it nor what is elided before it; empty for a mark alone. */
  readonly folded: string;
  /** Whether it holds more than letters, figures and stops: "20€", "50%". */
  readonly isOdd: boolean;
}

/** The words of a command, written with apostrophes or without: "l'atelier", "latelier", "annule-le". */
export function commandWords(text: string): readonly CommandWord[] {
  return Array.from(text.matchAll(/\S+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: plainWord(match[0]),
    isOdd: /[€$£%+=@_&]/u.test(match[0]),
  }));
}

function plainWord(word: string): string {
  const bare = foldText(word)
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/^(?:[ldjmnsct]|qu)'(?=.)/u, "")
    .replace(/(?<=\p{L}{3})-(?:moi|nous|le|la|les|tu|vous)$/u, "");
  return written[bare] ?? bare;
}

/** Words people write without the apostrophe they take. */
const written: Readonly<Record<string, string>> = {
  latelier: "atelier",
  latelie: "atelier",
  latelié: "atelier",
  lheure: "heure",
  lhoraire: "horaire",
  ladresse: "adresse",
  lenvoi: "envoi",
  dannonces: "annonces",
  mabonner: "abonner",
  sabonner: "abonner",
};

/** Words that ask politely, or say who does it: they change nothing of what is asked. */
export const politeWords: ReadonlySet<string> = new Set(
  `bonjour bonsoir salut coucou hello hi hey merci svp stp sil plait plaît please thanks thank ok oui yes alors donc
  bon bien finalement je j on nous vous tu il faut faudrait veux veu veut voudrais voudrai voudrait aimerais
  aimerai souhaite souhaiterais peux peut pouvez pourrais pourriez pourrait dois doit devons va vais allons que
  est-ce pouvons te i we d you to want wanna need must should have would like love can could ll let us s lets
  let's i'd i'll we'd just`.split(/\s+/u),
);

/** A shorter word is one slip away from too many others. */
const SHORTEST_REPAIRED = 5;

/** Words one slip away from a command, that are words all the same. */
const ofTheirOwn = new Set("seats charger charge chance annuel valise".split(" "));

/** Whether a word is the one expected, one slip of the keyboard included; the first letter is seldom missed. */
export function isAlike(said: string, expected: string): boolean {
  if (said === expected) return true;
  if (ofTheirOwn.has(said)) return false;
  return (
    expected.length >= SHORTEST_REPAIRED &&
    said.length >= SHORTEST_REPAIRED &&
    said[0] === expected[0] &&
    isOneSlipApart(said, expected)
  );
}
