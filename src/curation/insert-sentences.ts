/**
 * Adds sentences at the end of a list of an intent's file, every other line as it was.
 * @param path keys that lead to the list, as `["utterances", "fr"]`
 * @returns undefined when the file has no such list, written a sentence a line
 */
export function insertSentences(
  yaml: string,
  path: readonly string[],
  sentences: readonly string[],
): string | undefined {
  const lines = yaml.split("\n");
  let from = 0;
  let until = lines.length;
  let indent = -1;
  for (const key of path) {
    const at = lines.findIndex(
      (line, number) =>
        number >= from &&
        number < until &&
        indentOf(line) > indent &&
        line.trimStart().startsWith(`${key}:`),
    );
    if (at === -1) return undefined;
    indent = indentOf(lines[at] ?? "");
    from = at + 1;
    const end = lines.findIndex(
      (line, number) => number >= from && line.trim() !== "" && indentOf(line) <= indent,
    );
    until = Math.min(until, end === -1 ? lines.length : end);
  }
  const head = lines[from - 1] ?? "";
  const value = head.slice(head.indexOf(":") + 1).trim();
  if (value !== "" && value !== "[]") return undefined;
  const place = lines.slice(from, until).findLastIndex((line) => line.trimStart().startsWith("- "));
  const after = place === -1 ? from : from + place + 1;
  const step = place === -1 ? indent + 2 : indentOf(lines[after - 1] ?? "");
  const added = sentences.map((sentence) => `${" ".repeat(step)}- ${JSON.stringify(sentence)}`);
  const opened = value === "[]" ? head.slice(0, head.indexOf(":") + 1) : head;
  return [
    ...lines.slice(0, from - 1),
    opened,
    ...lines.slice(from, after),
    ...added,
    ...lines.slice(after),
  ].join("\n");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
