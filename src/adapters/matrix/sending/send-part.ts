import type { Clock } from "../../../ports/clock.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import type { SealedPart, Sending } from "../matrix-documents.ts";
import { pathOf } from "../rooms/load-room.ts";
import { clear, type Sealing } from "./seal-part.ts";
import { findSuccessor } from "./successor.ts";

/** What came of sending a part. */
export type Fate =
  | { readonly kind: "shown"; readonly event: string }
  /** It is in clear and its room is encrypted by now: it did not go out. */
  | { readonly kind: "became-encrypted" }
  /** The room was replaced meanwhile. */
  | { readonly kind: "moved"; readonly to: string };

/** What a part that was made ready is sent with. */
export interface PartSending extends Sealing {
  readonly clock: Clock;
  /** Aborted once it is not to be sent any more. */
  readonly signal: AbortSignal | undefined;
}

/** Sends a part that was made ready. @throws what the server throws, and the signal's reason */
export async function sendPart(
  { server, rooms, clock, signal }: PartSending,
  sending: Sending,
  { type, content, redacts }: SealedPart,
): Promise<Fate> {
  const { reply, done } = sending;
  const { room } = reply.to;
  const transaction = encodeURIComponent(`${reply.key}.${done.length}`);
  const place =
    redacts === undefined
      ? `send/${encodeURIComponent(type)}`
      : `redact/${encodeURIComponent(redacts)}`;
  const path = `${pathOf(room)}/${place}/${transaction}`;
  // At each try anew: between two of them a room may become encrypted.
  const beforeTry = async (): Promise<void> => {
    if (type === clear && (await rooms.get(room)).encryption) throw new BecameEncrypted();
  };
  try {
    const put = { method: "PUT", path, body: content, tries: 3, beforeTry } as const;
    const event = fieldOf(await server.request({ ...put, ...(signal && { signal }) }), "event_id");
    if (typeof event === "string") return { kind: "shown", event };
    throw new TypeError("the server did not say which event it made");
  } catch (cause) {
    if (cause instanceof BecameEncrypted) return { kind: "became-encrypted" };
    if (!(cause instanceof RefusedByServer)) throw cause;
    // Gone already, or not ours to take back any more.
    if (redacts !== undefined && [403, 404].includes(cause.status)) {
      return { kind: "shown", event: "" };
    }
    if (cause.status !== 403) throw cause;
    const to = await findSuccessor(sending, { server, rooms, now: clock.now() });
    if (to === undefined) throw cause;
    return { kind: "moved", to };
  }
}

class BecameEncrypted extends Error {
  override readonly name = "BecameEncrypted";
}
