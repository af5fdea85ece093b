/** How a terminal shows text. */
export interface TerminalStyle {
  readonly hasColours: boolean;
  /** Characters a line holds; 0 never wraps. */
  readonly width: number;
}

const ESC = "\u001B[";

/** Shows the Markdown the assistant writes (bold, italic, links, lists) as terminal text. */
export function renderMarkdown(markdown: string, style: TerminalStyle): string {
  return markdown
    .split("\n")
    .map((line) => wrap(line, style.width))
    .join("\n")
    .replaceAll(/\[(?<words>[^\]\n]+)\]\((?<url>[^)\s]+)\)/g, (_, words: string, url: string) =>
      style.hasColours ? `${paint("4", words)} (${url})` : `${words} (${url})`,
    )
    .replaceAll(/\*\*(?<words>[^*]+)\*\*/g, (_, words: string) =>
      style.hasColours ? paint("1", words) : words,
    )
    .replaceAll(/(?<![*\w])\*(?<words>[^*]+)\*(?![*\w])/g, (_, words: string) =>
      style.hasColours ? paint("2", words) : words,
    );
}

/** Takes out what would move the cursor, ring, or pass for our own words. */
export function withoutControls(text: string): string {
  return text.replaceAll(/(?![\t\n])\p{Cc}/gu, "");
}

function paint(code: string, words: string): string {
  return `${ESC}${code}m${words}${ESC}0m`;
}

function wrap(line: string, width: number): string {
  if (width === 0 || shownLength(line) <= width) return line;
  const indent = " ".repeat(/^(?:\d+\. |- )/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && shownLength(longer) > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current].join("\n");
}

/** Length without the marks that are not shown. */
function shownLength(text: string): number {
  return text.replaceAll("*", "").length;
}
