import { decryptFile } from "../crypto/encrypted-file.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import type { EventContent, Homeserver, RoomEvent } from "../room-event.ts";
import { RateLimited, ServerUnreachable } from "../transport/server-faults.ts";

/** A question is never longer, nor what is imported at once; a longer file is no message. */
const mostBytes = 65_536;

/** Tables, calendars and agendas, which people hand in to be imported. */
const dataTypes = new Set(["text/csv", "text/calendar", "application/json"]);

/** A file of data goes with a command of so many words, as "importer"; with more, the words are what is said. */
const mostWordsBeside = 3;

/**
 * Whether an event is a small text file sent without a word: some clients make one of a long message; or one
 * of data, after a word or two that say what to do with it.
 */
export function isTextFile({ type, content }: RoomEvent): boolean {
  if (type !== "m.room.message" || content["msgtype"] !== "m.file") return false;
  const mediaType = mediaTypeOf(content);
  const words = wordsBeside(content);
  const isData = dataTypes.has(mediaType) && words.split(/\s+/).length <= mostWordsBeside;
  if (!isData && (mediaType !== "text/plain" || words !== "")) return false;
  const size = fieldOf(content, "info", "size");
  return typeof size === "number" && size <= mostBytes && addressIn(content) !== "";
}

/**
 * A text file as what its sender says; it stays what it is, and says nothing, when it is gone, larger
 * than it says, or not what was sent.
 * @throws ServerUnreachable, RefusedByServer when it may come at another try
 */
export async function readTextFile(event: RoomEvent, server: Homeserver): Promise<RoomEvent> {
  const { content } = event;
  try {
    const bytes = await server.download(addressIn(content), mostBytes);
    const { file } = content;
    const plain = file === undefined ? bytes : decryptFile(bytes, file);
    return { ...event, content: said(content, withWords(content, plain)) };
  } catch (cause) {
    if (mayCome(cause)) throw cause;
    return event;
  }
}

function mediaTypeOf(content: EventContent): string {
  const type = fieldOf(content, "info", "mimetype");
  return typeof type === "string" ? type.split(";", 1).join("").trim().toLowerCase() : "";
}

/** Words of the sender's own: without them, the body is the name of the file. */
function wordsBeside({ body, filename }: EventContent): string {
  const areTheirs = typeof filename === "string" && filename !== body;
  return areTheirs && typeof body === "string" ? body.trim() : "";
}

function withWords(content: EventContent, bytes: Uint8Array): string {
  return `${wordsBeside(content)}\n${Buffer.from(bytes).toString("utf8")}`.trim();
}

function addressIn({ url, file }: EventContent): string {
  const address = file === undefined ? url : fieldOf(file, "url");
  return typeof address === "string" ? address : "";
}

/** Another server may be slow, or have no time for ours. */
function mayCome(cause: unknown): boolean {
  if (cause instanceof ServerUnreachable || cause instanceof RateLimited) return true;
  if (cause instanceof RefusedByServer) return cause.status >= 500;
  return cause instanceof Error && cause.name === "AbortError";
}

/** What it relates to stays: a file can be an answer, or in a thread. */
function said({ "m.relates_to": relation, "m.mentions": mentions }: EventContent, body: string) {
  return {
    msgtype: "m.text",
    body,
    ...(relation === undefined ? {} : { "m.relates_to": relation }),
    ...(mentions === undefined ? {} : { "m.mentions": mentions }),
  };
}
