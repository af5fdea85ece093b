import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { StoreError } from "../model/errors.ts";

/** Makes bytes unreadable without a key, and readable again. */
export interface Sealer {
  /** @param place what it is sealed for: opened for another, it is refused */
  seal(bytes: Uint8Array, place: string): Uint8Array;
  /** @throws StoreError when the key is another one, or the bytes were changed or moved */
  open(sealed: Uint8Array, place: string): Uint8Array;
}

/** Bytes of a key. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a fresh nonce each time: nonce, tag, then what was sealed. Source: NIST SP 800-38D, 8.2.2
 * (random nonces of 96 bits: one key serves for 2^32 of them).
 * @param key `KEY_BYTES` bytes
 */
export function createSealer(key: Uint8Array): Sealer {
  return {
    seal(bytes, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },

    open(sealed, place) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce)
          .setAAD(Buffer.from(place))
          .setAuthTag(tag);
        const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch {
        throw new StoreError(
          `${place} cannot be opened with this key: put back the key it was sealed with (PASSERELLE_KEY, or the key file of the data folder)`,
        );
      }
    },
  };
}
