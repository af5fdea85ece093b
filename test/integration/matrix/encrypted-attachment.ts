import { createDecipheriv, createHash } from "node:crypto";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { Human } from "./human.ts";

/** The file of a message, as somebody who is in its room reads it, encrypted or not. */
export async function openFile(human: Human, content: unknown): Promise<Buffer> {
  const file = fieldOf(content, "file");
  const address = fieldOf(file ?? content, "url");
  const bytes = await human.client.download(String(address));
  return file === undefined ? bytes : decryptAttachment(bytes, file);
}

/**
 * Reads an encrypted attachment without our own code.
 * @param file the `file` of its message
 * @throws when it is not the file that the message speaks of
 * Source: https://spec.matrix.org/v1.16/client-server-api/#sending-encrypted-attachments
 */
function decryptAttachment(bytes: Buffer, file: unknown): Buffer {
  const hash = createHash("sha256").update(bytes).digest("base64").replace(/=+$/, "");
  if (hash !== fieldOf(file, "hashes", "sha256")) throw new Error("another file");
  const key = Buffer.from(String(fieldOf(file, "key", "k")), "base64url");
  const iv = Buffer.from(String(fieldOf(file, "iv")), "base64");
  const decipher = createDecipheriv("aes-256-ctr", key, iv);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}
