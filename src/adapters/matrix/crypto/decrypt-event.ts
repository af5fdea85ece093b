import {
  DecryptionErrorCode,
  DecryptionSettings,
  MegolmDecryptionError,
  type OlmMachine,
  RoomId,
  TrustRequirement,
} from "@matrix-org/matrix-sdk-crypto-wasm";

/** Whose messages are read: everybody's, or only those of devices their owners signed (or that came before signing was seen). */
export type SenderTrust = "everybody" | "signed-or-older";

/** What an encrypted event says, or why it cannot be read. */
export type Decrypted =
  | {
      readonly kind: "decrypted";
      /** The event in clear, parsed and not checked. */
      readonly event: unknown;
    }
  | {
      readonly kind: "undecryptable";
      /** With `missing-key`, the key may still come. */
      readonly why: "missing-key" | "sender-not-trusted" | "other";
      /** Why the sender's device kept the key from us, as it says (`m.unverified`…). */
      readonly withheld: string | undefined;
    };

/** Decrypts an event of a room; the same event can be decrypted again. */
export async function decryptEvent(
  machine: OlmMachine,
  event: unknown,
  { room, trust }: { readonly room: string; readonly trust: SenderTrust },
): Promise<Decrypted> {
  const settings = new DecryptionSettings(requirements[trust]);
  try {
    const text = JSON.stringify(event);
    const decrypted = await machine.decryptRoomEvent(text, new RoomId(room), settings);
    const parsed: unknown = JSON.parse(decrypted.event);
    decrypted.free();
    return { kind: "decrypted", event: parsed };
  } catch (cause) {
    // Not an Error: the module rejects with an object of its own.
    if (!(cause instanceof MegolmDecryptionError)) throw cause;
    const { code, withheldCode: withheld } = cause;
    return { kind: "undecryptable", why: reasons.get(code) ?? "other", withheld };
  }
}

const requirements: Readonly<Record<SenderTrust, TrustRequirement>> = {
  everybody: TrustRequirement.Untrusted,
  "signed-or-older": TrustRequirement.CrossSignedOrLegacy,
};

const reasons: ReadonlyMap<DecryptionErrorCode, "missing-key" | "sender-not-trusted"> = new Map([
  [DecryptionErrorCode.MissingRoomKey, "missing-key"],
  [DecryptionErrorCode.UnknownMessageIndex, "missing-key"],
  [DecryptionErrorCode.UnknownSenderDevice, "sender-not-trusted"],
  [DecryptionErrorCode.UnsignedSenderDevice, "sender-not-trusted"],
  [DecryptionErrorCode.SenderIdentityVerificationViolation, "sender-not-trusted"],
]);
