import { idOf, listOf, numberOf, textOf } from "../field-of.ts";
import { keptByDiscord } from "./kept-by-discord.ts";

/** A question is never longer, nor what is imported at once; a longer file is no message. */
const mostBytes = 65_536;
const mostMs = 10_000;

/** Tables, calendars and agendas, which people hand in to be imported. */
const dataTypes = ["text/csv", "text/calendar", "application/json"];

/** A file of data goes with a command of so many words, as "importer"; with more, the words are what is said. */
const mostWordsBeside = 3;

/** Whether a file holds words that may be read. @param type its media type, as Discord says it */
export function isTextType(type: string | undefined): boolean {
  return isOneOf(["text/plain", ...dataTypes], type);
}

/**
 * A message that is one small text file is what its sender says: Discord makes a file of a long message. So
 * is one of data, after a word or two that say what to do with it. Any other message stays what it is, and so does one whose file cannot be had.
 * @param apiBaseUrl a compatible server keeps files at its own address
 */
export async function readTextFile(message: unknown, apiBaseUrl: string): Promise<unknown> {
  const [file, ...others] = listOf(message, "attachments");
  if (file === undefined || others.length > 0 || idOf(message, "id") === undefined) return message;
  const typed = (textOf(message, "content") ?? "").replaceAll(/<@!?\d+>/g, "").trim();
  const type = textOf(file, "content_type");
  const isBeside = isOneOf(dataTypes, type) && typed.split(/\s+/).length <= mostWordsBeside;
  const mayBeRead = isTextType(type) && (typed === "" || isBeside);
  const isSmall = (numberOf(file, "size") ?? Infinity) <= mostBytes;
  const url = keptByDiscord(textOf(file, "url"), apiBaseUrl);
  if (!mayBeRead || !isSmall || !url) return message;
  try {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(mostMs) });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || bytes.byteLength > mostBytes) return message;
    const words = new TextDecoder().decode(bytes);
    const said = textOf(message, "content") ?? "";
    return typeof message === "object"
      ? { ...message, content: `${said} ${words}`.trim() }
      : message;
  } catch {
    // Gone, or not reached: what came without it is read.
    return message;
  }
}

function isOneOf(types: readonly string[], type: string | undefined): boolean {
  return types.includes((type ?? "").split(";", 1).join("").trim().toLowerCase());
}
