import type { Address } from "../../../model/address.ts";
import type { Incoming, IncomingFile, IncomingMessage } from "../../../model/incoming-message.ts";
import { fieldOf } from "../field-of.ts";
import { fieldsOf } from "../json-object.ts";
import type { EventContent, RoomEvent } from "../room-event.ts";
import { readReaction } from "./choices.ts";
import { relatedBy, repliedTo, threadOf } from "./event-fields.ts";
import { isForUs, isMentioned, isThreadOfOurs } from "./is-for-us.ts";
import { rolesOf } from "./roles.ts";
import { stripAddress } from "./strip-address.ts";
import { stripQuote } from "./strip-quote.ts";
import type { OurMessage, RoomView, Us } from "./us.ts";

/** An event where it was read. */
interface Place {
  readonly event: RoomEvent;
  readonly room: RoomView;
  readonly us: Us;
  /** What the event brings. */
  readonly files: readonly IncomingFile[];
}

/**
 * What an event of a room says to the core: a message, a correction, a press or a sign, a deletion. Undefined
 * when it says nothing to anybody, or is our own. Contents come from anybody: whatever they hold,
 * nothing is thrown.
 */
export function readEvent(
  event: RoomEvent,
  room: RoomView,
  us: Us,
  files: readonly IncomingFile[] = [],
): Incoming | undefined {
  const isState = event.stateKey !== undefined;
  if (isState || event.sender === us.userId) return undefined;
  const place = { event, room, us, files };
  switch (event.type) {
    case "m.room.message":
      return readMessage(place);
    case "m.reaction":
      return readPress(place);
    case "m.room.redaction":
      return readDeletion(place);
    default:
      return undefined;
  }
}

function readMessage(place: Place): IncomingMessage | undefined {
  const { event, room, us, files } = place;
  const { content } = event;
  const edits = relatedBy(content, "m.replace");
  const said = edits === undefined ? content : fieldsOf(content["m.new_content"]);
  const body = wordsIn(said) ?? (isFileAlone(place) ? "" : undefined);
  if (body === undefined) return undefined;
  const answered = repliedTo(content);
  const words = answered === undefined ? body : stripQuote(body);
  const message = { content, said: { ...said, body: words } };
  const base = baseOf(place);
  return {
    ...base,
    isFromBot: base.isFromBot || said["msgtype"] === "m.notice",
    text: stripAddress(words, us, !room.isDirect && isMentioned(said, us)),
    isForUs: isForUs(message, room, us),
    edits,
    thread: threadOf(content),
    repliesTo: answered === undefined ? undefined : { id: answered },
    files: files.length > 0 ? files : undefined,
  };
}

/** Among others, a file without a word is a gesture; not so between us, nor in a thread of ours. */
function isFileAlone({ event: { content }, room, us, files }: Place): boolean {
  const root = threadOf(content);
  return files.length > 0 && (room.isDirect || (root !== undefined && isThreadOfOurs(root, us)));
}

/** What people type, as far as it is read: text, what they do ("/me"), notices of bots, words under a file. */
function wordsIn(said: EventContent): string | undefined {
  const { msgtype, body, filename } = said;
  if (typeof body !== "string") return undefined;
  switch (msgtype) {
    case "m.text":
    case "m.emote":
    case "m.notice":
      return body;
    case "m.image":
    case "m.file":
    case "m.video":
    case "m.audio":
      // Without words of its own, the body is the name of the file.
      return typeof filename === "string" && filename !== body ? body : undefined;
    default:
      return undefined;
  }
}

function readPress(place: Place): IncomingMessage | undefined {
  const { event, us } = place;
  const pressedOn = relatedBy(event.content, "m.annotation");
  const key = fieldOf(event.content, "m.relates_to", "key");
  if (pressedOn === undefined || typeof key !== "string") return undefined;
  const ours = us.ours(pressedOn);
  if (!ours) return readSign(place, { sign: key, on: pressedOn });
  // The asker's choices are theirs: what others think of them is not said to us. Announced ones are everybody's.
  if (ours.asker !== undefined && ours.asker !== event.sender) return undefined;
  const said = readReaction(key, ours);
  if (!said) return readSign(place, { sign: key, on: pressedOn }, ours);
  return {
    ...baseOf(place),
    text: said.kind === "text" ? said.text : "",
    pressed: said.kind === "press" ? said.label : undefined,
    isForUs: true,
    pressedOn,
    sign: event.id,
    pressedKey: ours.key,
    thread: ours.thread,
  };
}

/** A reaction that makes no choice: between us, in a thread of ours, or on what we said to everybody. */
function readSign(
  place: Place,
  reacts: { readonly sign: string; readonly on: string },
  ours?: OurMessage,
): IncomingMessage | undefined {
  const { event, room } = place;
  const isOpen = ours && (ours.thread !== undefined || ours.asker === undefined);
  if (!room.isDirect && isOpen !== true) return undefined;
  return { ...baseOf(place), isForUs: true, sign: event.id, thread: ours?.thread, reacts };
}

function readDeletion({ event: { redacts, sender }, room }: Place): Incoming | undefined {
  if (redacts === undefined) return undefined;
  return { from: sender, address: addressOf(room), deletes: redacts };
}

function baseOf({ event, room, us }: Place): IncomingMessage {
  return {
    id: event.id,
    from: event.sender,
    isFromBot: us.settings.bots.includes(event.sender),
    roles: rolesOf(event.sender, room, us),
    address: addressOf(room),
    text: "",
    pressed: undefined,
    isForUs: false,
    sentAt: event.sentAt,
  };
}

function addressOf({ room, isDirect }: RoomView): Address {
  return { platform: "matrix", room, isDirect };
}
