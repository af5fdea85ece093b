import { cutInParts } from "../../../handoff/crossing/cut-in-parts.ts";
import { neutralise } from "../../../handoff/crossing/neutralise.ts";
import { messageKey } from "../../../delivery/message-key.ts";
import type { Answered, Attachment, Reply } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import { hideInsults } from "../../../understanding/handoff/hide-insults.ts";
import { isRoomLink } from "../../../understanding/handoff/is-room-link.ts";
import type { Knowledge } from "../../knowledge.ts";
import { headOf } from "./head-of.ts";
import { askerIn, type Side } from "./side-of.ts";

/** A message to be shown on the other side. */
export interface Showing {
  readonly message: RequestMessage;
  readonly request: Request;
  readonly side: Side;
  readonly knowledge: Knowledge;
  /** What was said before it, for what it answers. */
  readonly said: readonly RequestMessage[];
}

/** The id of a file's bytes on the shelf. */
export function shelfId(
  { request, source = "", files }: Pick<RequestMessage, "request" | "source" | "files">,
  at: number,
): string {
  const kept = files[at]?.shelved;
  if (kept !== undefined) return kept;
  // Only what a file may be called everywhere.
  return `f${messageKey("file", request, source, at).replaceAll("_", ".")}`;
}

/** The messages one is shown as, in order; the same each time it is asked. @param occasion tells an edit from the first showing */
export function messageReplies(showing: Showing, occasion?: string): readonly Reply[] {
  const { message, request, side, knowledge } = showing;
  const { source = "", direction, files, text } = message;
  const parts = cutInParts(
    headOf(message, request, { knowledge, language: side.language }),
    body(showing),
  );
  const tell = knowledge.tell(side.language);
  const attachments = files.map(({ name, type }, at): Attachment => ({
    name,
    type,
    text: "",
    shelved: shelfId(message, at),
  }));
  const isVoice = text === "" && files.some(({ type }) => type.startsWith("audio/"));
  const label = tell("hr-prefer-text");
  return parts.map((part, at) => ({
    text: part,
    choices: isVoice ? [{ label, value: "hr-prefer-text" }] : [],
    // With the first: corrected, it has a first one still, however short it gets.
    attachments: at === 0 && occasion === undefined ? attachments : [],
    key: messageKey("relay", request.id, source, direction, at, occasion ?? ""),
    to: side.to,
    thread: side.thread,
    kind: "relay" as const,
    language: side.language,
    inReplyTo: at === 0 ? answeredBy(showing) : undefined,
  }));
}

/** A text that crosses, without who says it. */
function body({ message, knowledge, side }: Showing): string {
  const text = neutralise(
    message.text,
    isRoomLink,
    message.direction === "in" ? hideInsults : undefined,
  );
  if (text !== "") return text;
  const names = message.files.map(({ name }) => name).join(", ");
  return knowledge.tell(side.language)("hr-file-alone", { names });
}

/** The id, where it is shown, of what it answers. */
function answeredBy({ message, request, said, knowledge }: Showing): Answered | undefined {
  const target = said.find(({ position }) => position === message.repliesTo);
  if (!target) return undefined;
  // Its own side shows it, or typed it.
  const id = target.direction === message.direction ? target.shownAs : target.sourceId;
  if (id === undefined) return undefined;
  if (message.direction === "out") return { id, from: askerIn(request) };
  const { advisers } = knowledge.library.directory;
  const adviser = advisers.find((one) => one.id === target.adviser);
  return { id, from: adviser?.accounts[0]?.person ?? "" };
}
