import { showDomains } from "./show-domains.ts";

/** Nothing to see; whatever reads a word as a call or a command reads another word. */
const BREAK = "\u200b";

/** Signs that turn the direction of reading or control a screen, but for ends of lines and tabs. */
const unseen = /[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

/** Calls, rooms, persons, as chats write them. */
const calls: readonly (readonly [RegExp, string])[] = [
  [/<@[!&]?\d+>/g, "@…"],
  [/<#\d+>/g, "#…"],
  [/<\/([^:<>]{1,100}):\d+>/g, `/${BREAK}$1`],
  [/<a?:(\w{1,40}):\d+>/g, ":$1:"],
  [/<id:\w+>/g, "…"],
  [/(?<![\w.+-])@[\w.=/+-]+:[\w.-]+(?::\d+)?/g, "@…"],
  [/(?<![\w])#[^\s:<>()]+:[\w-]+\.[\w.-]+/g, "#…"],
  [/(?<![\w])![\w-]+:[\w-]+\.[\w.-]+/g, "…"],
  [/@(?=(?:everyone|here|room|channel)\b)/gi, `@${BREAK}`],
];

const commands = /^([ \t]*)([/!])(?=\S)/gm;

/**
 * A text of one chat as it may be shown in another: its simple Markdown stays, nobody is called, no room or
 * person of the other side is named, nothing is read as a command, and links show where they lead.
 * @param isRoomLink whether a link opens a place of a chat
 * @param hide what hides words among those that are no part of an address
 */
export function neutralise(
  text: string,
  isRoomLink: (url: string) => boolean,
  hide: (words: string) => string = (words) => words,
): string {
  const plain = text.replaceAll("\r\n", "\n").replaceAll(unseen, "");
  const shown = showDomains(plain, { isRoomLink, onWords: (words) => hide(withoutCalls(words)) });
  return shown.replaceAll(commands, `$1${BREAK}$2`).trim();
}

/** A name as it may stand in a sentence: neither calls nor Markdown. */
export function neutraliseName(name: string): string {
  const plain = withoutCalls(name.replaceAll(unseen, ""));
  return plain
    .replaceAll(/[*_`~|[\]<>\\#]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function withoutCalls(text: string): string {
  let plain = text;
  for (const [call, instead] of calls) plain = plain.replaceAll(call, instead);
  return plain;
}
