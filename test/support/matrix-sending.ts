import { matrixDocuments, type Sending } from "../../src/adapters/matrix/matrix-documents.ts";
import type { RoomMachine } from "../../src/adapters/matrix/room-machine.ts";
import type { Reply } from "../../src/model/reply.ts";
import { put } from "../../src/ports/store.ts";
import type { FakeEvent } from "./fake-matrix/fake-world.ts";
import type { MatrixRig } from "./matrix-rig.ts";

/** The paths of messages sent to rooms, encrypted or not. */
export const sendingPath = /\/send\/m\.room\./;

/** What makes a room encrypted. */
export const roomEncryption = {
  type: "m.room.encryption",
  content: { algorithm: "m.megolm.v1.aes-sha2" },
  stateKey: "",
};

/** A message to a direct room, under a key made from its text. */
export function message(room: string, text: string, more: Partial<Reply> = {}): Reply {
  return {
    key: Buffer.from(text).toString("base64url").slice(0, 22),
    to: { platform: "matrix", room, isDirect: true },
    kind: "reply",
    text,
    choices: [],
    attachments: [],
    ...more,
  };
}

/** Puts a message on its way as an earlier run left it. */
export async function keepSending(rig: MatrixRig, sending: Sending): Promise<void> {
  await rig.store.write([put(matrixDocuments.sendings, sending.reply.key, sending)]);
}

/** What the assistant sent to a room, state left out. */
export function sentTo(rig: MatrixRig, room: string): readonly FakeEvent[] {
  return rig.world
    .eventsIn(room)
    .filter(({ sender, state_key: key }) => sender === rig.bot.user && key === undefined);
}

/** An encryption that reads nothing, and writes what it was given as often as it was asked. */
export class FakeMachine implements RoomMachine {
  readonly encrypted: unknown[] = [];

  encrypt: RoomMachine["encrypt"] = ({ content }) => {
    this.encrypted.push(content);
    const ciphertext = `ciphertext ${this.encrypted.length}`;
    return Promise.resolve({ algorithm: "m.megolm.v1.aes-sha2", ciphertext });
  };

  decrypt: RoomMachine["decrypt"] = () =>
    Promise.resolve({ kind: "undecryptable", why: "missing-key", withheld: undefined });

  receive: RoomMachine["receive"] = () => Promise.resolve();

  onRoomKeys: RoomMachine["onRoomKeys"] = () => undefined;
}
