/** Lines and characters of an answer that interrupts the questions: what is read without losing the thread. */
const MOST_LINES = 5;
const MOST_CHARACTERS = 700;

/** The first lines of an answer, whole; `isShortened` when some were left out. */
export function shortenAnswer(text: string): { text: string; isShortened: boolean } {
  const kept: string[] = [];
  let lines = 0;
  let characters = 0;
  const all = text.split("\n");
  for (const line of all) {
    const isSaid = line.trim() !== "";
    const isTooMuch =
      isSaid &&
      (lines + 1 > MOST_LINES || (lines > 0 && characters + line.length > MOST_CHARACTERS));
    if (isTooMuch) break;
    kept.push(line);
    if (isSaid) lines += 1;
    characters += line.length;
  }
  // The first of a list is not the list.
  const before = kept.slice(0, -1).findLast((line) => line.trim() !== "") ?? "";
  const isFirstOfList = (kept.at(-1) ?? "").startsWith("- ") && before.trimEnd().endsWith(":");
  if (kept.length < all.length && isFirstOfList) kept.pop();
  // A line that announces a list is nothing without it.
  while (kept.length > 1 && kept.length < all.length && /(?:^\s*|:\s*)$/u.test(kept.at(-1) ?? "")) {
    kept.pop();
  }
  return { text: kept.join("\n").trim(), isShortened: kept.length < all.length };
}
