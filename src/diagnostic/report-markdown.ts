import type { PrintedReport, ReportBlock } from "../ports/picture-maker.ts";

/** A report as Markdown, to be pasted in a word processor; a picture is its words. */
export function reportMarkdown({ title, blocks, footer }: PrintedReport): string {
  const parts = [`# ${escaped(title)}`, ...blocks.map(blockMarkdown), `*${escaped(footer)}*`];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${escaped(block.text)}`;
    case "text":
      return escaped(block.text);
    case "list":
      return block.items
        .map((item, index) => `${block.isNumbered ? `${index + 1}.` : "-"} ${escaped(item)}`)
        .join("\n");
    case "picture":
      return escaped(block.alt);
    case "table":
      return [
        row(block.columns.map(({ title }) => title)),
        row(block.columns.map(() => "---")),
        ...block.rows.map((cells) => row(cells.map(escaped))),
      ].join("\n");
    case "page-break":
      return "";
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** On one line, and nothing of it is markup but the bold of the report. */
function escaped(text: string): string {
  return (
    text
      .split("**")
      .map((part) =>
        part.replaceAll(/\s*\n\s*/gu, " ").replaceAll(/[\\`*_[\]<>|~&]/gu, String.raw`\$&`),
      )
      .join("**")
      .replace(/^[#+-]/u, String.raw`\$&`)
      // A number with a full stop would begin a list.
      .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
  );
}
