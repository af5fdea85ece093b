const MOST_LETTERS = 40;

/** The name of an intent from a title: lower-case words of letters alone, none of them in use. */
export function safeSlug(title: string, isTaken: (name: string) => boolean): string {
  const folded = title.normalize("NFD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const words = (folded.match(/[a-z]+/gu) ?? []).filter((word) => word.length > 2);
  const kept: string[] = [];
  for (const word of words) {
    if ([...kept, word].join("-").length > MOST_LETTERS || kept.length === 5) break;
    kept.push(word);
  }
  const name = kept.length === 0 ? "page" : kept.join("-");
  let free = name;
  // Letters alone: "-b", "-c"...
  for (let count = 1; isTaken(free); count += 1) free = `${name}-${lettersOf(count)}`;
  return free;
}

function lettersOf(count: number): string {
  const rest = Math.floor(count / 26);
  const letter = String.fromCodePoint(97 + (count % 26));
  return rest === 0 ? letter : lettersOf(rest) + letter;
}
