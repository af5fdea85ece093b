import type { Decrypted } from "../../src/adapters/matrix/crypto/decrypt-event.ts";
import { fieldOf } from "../../src/adapters/matrix/field-of.ts";
import type { RoomMachine } from "../../src/adapters/matrix/room-machine.ts";
import type { MatrixRig } from "./matrix-rig.ts";

/** Encryption whose keys are late; an event's ciphertext is what it says. */
export class LateMachine {
  hasKeys = false;
  tries = 0;
  /** What an event holds, given its ciphertext; a message unless told. */
  innerOf: (ciphertext: unknown) => unknown = (body) => ({
    type: "m.room.message",
    content: { msgtype: "m.text", body },
  });
  /** Waited for before each answer. */
  held: Promise<void> = Promise.resolve();
  /** Once closed, everything throws. */
  isClosed = false;
  /** What the assistant said. */
  readonly told: string[] = [];
  #onRoomKeys: (rooms: readonly string[]) => Promise<void> = () => Promise.resolve();

  async tellKeys(room: string): Promise<void> {
    await this.#onRoomKeys([room]);
  }

  asMachine(): RoomMachine {
    return {
      encrypt: ({ content }) => {
        this.told.push(String(fieldOf(content, "body")));
        return Promise.resolve({ algorithm: "m.megolm.v1.aes-sha2", ciphertext: "…" });
      },
      decrypt: (event) => this.#decrypt(event),
      receive: () => Promise.resolve(),
      onRoomKeys: (callback) => {
        this.#onRoomKeys = callback;
      },
    };
  }

  async #decrypt(event: unknown): Promise<Decrypted> {
    this.tries += 1;
    await this.held;
    if (this.isClosed) throw new Error("null pointer passed to rust");
    if (!this.hasKeys) return { kind: "undecryptable", why: "missing-key", withheld: undefined };
    const inner = this.innerOf(fieldOf(event, "content", "ciphertext"));
    return { kind: "decrypted", event: inner };
  }
}

/** An encrypted room of some people and the assistant. */
export function encryptedRoom(rig: MatrixRig, ...people: readonly string[]): string {
  const [first = "", ...others] = people.map((name) => rig.homeserver.register(name).user);
  return rig.world.createRoom(first, { members: [...others, rig.bot.user], encrypted: true });
}

/** Says something there under encryption. @returns the id of the event */
export function sayEncrypted(
  rig: MatrixRig,
  room: string,
  { name = "amina", body, at = rig.now() }: { name?: string; body: string; at?: Date },
): string {
  return rig.world.add(room, `@${name}:${rig.world.domain}`, {
    type: "m.room.encrypted",
    content: { algorithm: "m.megolm.v1.aes-sha2", ciphertext: body },
    at,
  });
}
