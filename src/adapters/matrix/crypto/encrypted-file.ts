import { Attachment, EncryptedAttachment } from "@matrix-org/matrix-sdk-crypto-wasm";
import { fieldOf } from "../field-of.ts";

/** A file as it is uploaded, and what its receivers need to read it. */
export interface EncryptedFile {
  readonly bytes: Uint8Array;
  /**
   * `EncryptedFile` of the specification without its `url`, which is known after the upload.
   * Source: https://spec.matrix.org/v1.11/client-server-api/#sending-encrypted-attachments
   */
  readonly file: Readonly<Record<string, unknown>>;
}

/** Encrypts a file with a key of its own, which travels in the message. */
export function encryptFile(plain: Uint8Array): EncryptedFile {
  const encrypted = Attachment.encrypt(plain);
  const file: unknown = JSON.parse(encrypted.mediaEncryptionInfo ?? "");
  if (typeof file !== "object" || file === null) throw new Error("no key came with the file");
  return { bytes: encrypted.encryptedData, file: { ...file } };
}

/**
 * Decrypts a file that was downloaded; the caller has limited its size.
 * @param file the message's `file`, as it came
 * @throws when the key does not fit, or the bytes are not those that were sent
 */
export function decryptFile(bytes: Uint8Array, file: unknown): Uint8Array {
  if (typeof fieldOf(file, "hashes", "sha256") !== "string") {
    throw new TypeError("the message says no checksum of its file");
  }
  return Attachment.decrypt(new EncryptedAttachment(bytes, JSON.stringify(file)));
}
