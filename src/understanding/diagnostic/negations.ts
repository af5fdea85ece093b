import { smallWords } from "./small-words.ts";

/**
 * What a sentence denies, whatever the words: "not", "nothing", "never", "nobody". Two sentences that
 * deny different things do not mean the same, however many words they share.
 */
export function negationsIn(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, word] of words.entries()) {
    const denied = negators.get(word);
    if (denied !== undefined) found.add(denied);
    else if (word === "personne" && !isNoun(words, at)) found.add("nobody");
    else if (word === "plus" && isNoLonger(words, at)) found.add("not");
  }
  return found;
}

/** The words that "not", "no longer" and "never" bear on: the next that tells something, or the one before. */
export function deniedWords(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const denies = negators.get(word) === "not" || negators.get(word) === "never";
    const isOpening = at === 0 && (word === "non" || word === "no");
    if (isOpening || !(denies || (word === "plus" && isNoLonger(words, at)))) return [];
    const after = words.slice(at + 1).find(tells);
    return after ?? words.slice(0, at).findLast(tells) ?? [];
  });
}

/** Whether a word only says "not", "no" or "without". */
export const isNegator = (word: string) => negators.get(word) === "not";

const tells = (word: string) => !smallWords.has(word) && !negators.has(word) && word !== "plus";

const negators: ReadonlyMap<string, string> = new Map([
  ["pas", "not"],
  ["non", "not"],
  ["not", "not"],
  ["no", "not"],
  ["dont", "not"],
  ["ni", "not"],
  ["sans", "not"],
  ["without", "not"],
  ["aucun", "not"],
  ["aucune", "not"],
  ["rien", "nothing"],
  ["nothing", "nothing"],
  ["none", "nothing"],
  ["jamais", "never"],
  ["never", "never"],
  ["nobody", "nobody"],
]);

/** "Une personne" is somebody, "personne" is nobody. */
function isNoun(words: readonly string[], at: number): boolean {
  return beforeNoun.has(words[at - 1] ?? "");
}

const beforeNoun = new Set(
  "une 1 la cette seule bonne chaque quelle meme autre par de nouvelle".split(" "),
);

/** "N'est plus à jour", "plus du tout": no longer; "plus de 5", "en plus": more. */
function isNoLonger(words: readonly string[], at: number): boolean {
  return (
    words.slice(Math.max(0, at - 3), at).includes("ne") ||
    ["du tout", "a jour", "personne"].some((after) =>
      words
        .slice(at + 1, at + 3)
        .join(" ")
        .startsWith(after),
    )
  );
}
