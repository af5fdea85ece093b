import type { DurableOlmMachine } from "./crypto/olm-machine.ts";

/** What talking in rooms needs of the encryption. */
export type RoomMachine = Pick<DurableOlmMachine, "encrypt" | "decrypt" | "receive" | "onRoomKeys">;
