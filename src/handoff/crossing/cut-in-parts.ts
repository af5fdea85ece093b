import { splitToLength } from "../../model/split-text.ts";

/** Characters a message may have on every platform, with room to spare. Source: HANDOFF.md, 7.1. */
export const MOST_CHARACTERS = 1900;

/** What a fence opened in one part takes to be closed there and opened again in the next. */
const FENCES = "```\n\n```".length;
const ROOM_FOR_NUMBERS = " (99/99)".length;

/**
 * A text as the messages it is shown in: each begins with who says it and, where there are several, with its
 * number among them; cut between paragraphs where it can be.
 * @param head who says it; Markdown, on a line of its own
 */
export function cutInParts(head: string, text: string): readonly string[] {
  const most = MOST_CHARACTERS - head.length - ROOM_FOR_NUMBERS - FENCES - 1;
  const cut = closedFences(splitToLength(text, most));
  const many = cut.length > 1;
  return cut.map((part, at) => `${head}${many ? ` (${at + 1}/${cut.length})` : ""}\n${part}`);
}

/** What is shown as code in the whole is so in each part. */
function closedFences(parts: readonly string[]): readonly string[] {
  const closed: string[] = [];
  let isInside = false;
  for (const part of parts) {
    const opened: string = isInside ? `\`\`\`\n${part}` : part;
    isInside = (opened.match(/```/g) ?? []).length % 2 === 1;
    closed.push(isInside ? `${opened}\n\`\`\`` : opened);
  }
  return closed;
}
