import type { DurableOlmMachine, PlainMessage } from "../crypto/olm-machine.ts";
import { bytesOf } from "../../../model/attachment-bytes.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Log } from "../../../ports/log.ts";
import { encryptFile } from "../crypto/encrypted-file.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import type { SealedPart } from "../matrix-documents.ts";
import { aboutFile } from "../messages/about-file.ts";
import type { EventContent, Homeserver } from "../room-event.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { RoomState } from "../rooms/room-state.ts";
import { CannotBeShown } from "./cannot-be-shown.ts";
import { isFinal } from "./is-final.ts";
import type { Part } from "./part.ts";
import { readersOf } from "./readers-of.ts";

/** The type of a message that anybody on its way can read. */
export const clear = "m.room.message";

/** The type of a message that only its readers' devices can read. */
export const encrypted = "m.room.encrypted";

/** What a part is made ready with. */
export interface Sealing {
  readonly server: Homeserver;
  readonly rooms: Rooms;
  /** Undefined when the assistant has no encryption: nothing is then sent to encrypted rooms. */
  readonly machine: Pick<DurableOlmMachine, "encrypt"> | undefined;
  readonly tell: (language: Language | undefined) => Tell;
  readonly log: Log;
}

/** The server refused something of the exchange of keys, which says nothing of the message. */
export class KeysRefused extends Error {
  override readonly name = "KeysRefused";
  constructor(cause: RefusedByServer) {
    super(`a message cannot be encrypted yet: ${cause.message}`, { cause });
  }
}

/**
 * Makes a part ready for the wire: its file uploaded, and encrypted where the room is.
 * @throws what the server throws, also when it does not say whether the room is encrypted
 */
export async function sealPart(part: Part, room: string, sealing: Sealing): Promise<SealedPart> {
  if (part.kind === "withdrawal")
    return { type: "m.room.redaction", content: {}, redacts: part.event };
  if (part.kind === "sign") return { type: "m.reaction", content: part.content };
  const { rooms, machine } = sealing;
  const before = await rooms.get(room);
  // Now: what is known of a room changes in place.
  const wasEncrypted = before.encryption !== undefined;
  if (wasEncrypted && !machine) throw noEncryption();
  const content = part.kind === "file" ? await fileContent(part, before, sealing) : part.content;
  // Asked again: a room may become encrypted while a file is on its way, which then lies there in clear.
  const state = await rooms.get(room);
  const { encryption } = state;
  if (!encryption) return { type: clear, content };
  if (!wasEncrypted) return sealPart(part, room, sealing);
  if (!machine) throw noEncryption();
  const { historyVisibility } = state;
  const message = {
    room,
    type: clear,
    content,
    members: readersOf(state),
    encryption: { ...encryption, historyVisibility },
  };
  return { type: encrypted, content: await encrypt(message, machine) };
}

async function encrypt(
  message: PlainMessage,
  machine: Pick<DurableOlmMachine, "encrypt">,
): Promise<EventContent> {
  try {
    const content = await machine.encrypt(message);
    if (typeof content === "object" && content !== null) return { ...content };
  } catch (cause) {
    throw cause instanceof RefusedByServer ? new KeysRefused(cause) : cause;
  }
  throw new TypeError("nothing encrypted");
}

type FilePart = Extract<Part, { kind: "file" }>;

/** The file; where the server will never take it, words that say so. */
async function fileContent(
  part: FilePart,
  state: RoomState,
  { server, tell, log }: Sealing,
): Promise<EventContent> {
  try {
    return await uploaded(part, state, server);
  } catch (cause) {
    if (!isFinal(cause)) throw cause;
    const { attachment, around, language } = part;
    const { name, type } = attachment;
    log.error("file-refused", cause, { type, bytes: bytesOf(attachment).length });
    return { ...around, msgtype: "m.notice", body: tell(language)("file-refused", { name }) };
  }
}

async function uploaded(
  { attachment, around }: FilePart,
  { encryption }: RoomState,
  server: Homeserver,
): Promise<EventContent> {
  const plain = bytesOf(attachment);
  const about = { ...around, ...aboutFile(attachment, plain) };
  if (!encryption) return { ...about, url: await server.upload(plain, attachment.type) };
  const { bytes, file } = encryptFile(plain);
  const url = await server.upload(bytes, "application/octet-stream");
  return { ...about, file: { ...file, url } };
}

function noEncryption(): CannotBeShown {
  return new CannotBeShown("the room is encrypted and encryption is off");
}
