import type { Token } from "markdown-it";

/** A list under way: the number of its next item, when its items are numbered. */
interface OpenList {
  next: number | undefined;
}

/** A paragraph or an item of a list; items of a tight list follow each other without a blank line. */
interface Block {
  readonly text: string;
  readonly isTight: boolean;
}

/** Reads parsed Markdown out as plain text: numbers and dashes of lists, addresses of links, no marks. */
export function plainText(tokens: readonly Token[]): string {
  const lists: OpenList[] = [];
  const blocks: Block[] = [];
  let mark = "";
  let isTight = false;
  const add = (words: string): void => {
    const indent = "  ".repeat(Math.max(0, lists.length - 1));
    blocks.push({ text: indent + mark + words.replaceAll("\n", `\n${indent}`), isTight });
    mark = "";
  };
  for (const token of tokens) {
    if (token.type === "bullet_list_open") lists.push({ next: undefined });
    else if (token.type === "ordered_list_open") lists.push({ next: firstNumber(token) });
    else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) lists.pop();
    else if (token.type === "list_item_open") mark = takeMark(lists.at(-1));
    else if (token.type === "paragraph_open" || token.type === "heading_open") {
      isTight = token.hidden;
    } else if (token.type === "inline") add(inlineText(token.children ?? []));
    else if (token.type === "fence" || token.type === "code_block") {
      isTight = false;
      add(token.content.trimEnd());
    }
  }
  return join(blocks).trim();
}

function firstNumber(list: Token): number {
  return Number(list.attrGet("start") ?? 1);
}

function takeMark(list: OpenList | undefined): string {
  if (list?.next === undefined) return "- ";
  list.next += 1;
  return `${list.next - 1}. `;
}

/** The words of a line; a link is followed by its address, unless it is its own. */
function inlineText(tokens: readonly Token[]): string {
  let text = "";
  const links: { readonly address: string; readonly from: number }[] = [];
  for (const token of tokens) {
    if (token.type === "softbreak" || token.type === "hardbreak") text += "\n";
    else if (token.type === "link_open") {
      links.push({ address: String(token.attrGet("href") ?? ""), from: text.length });
    } else if (token.type === "link_close") {
      const link = links.pop();
      if (link && text.slice(link.from) !== link.address) text += ` (${link.address})`;
    } else text += token.content;
  }
  return text;
}

function join(blocks: readonly Block[]): string {
  return blocks
    .map(({ text, isTight }, index) => {
      const next = blocks[index + 1];
      if (!next) return text;
      return text + (isTight && next.isTight ? "\n" : "\n\n");
    })
    .join("");
}
