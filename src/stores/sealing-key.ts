import { randomBytes } from "node:crypto";
import { link, open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { StoreError } from "../model/errors.ts";
import { realDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { KEY_BYTES } from "./sealer.ts";

/**
 * The key that what people say to advisers is sealed with: the one given or, without, that of a file only its
 * owner may read, made the first time.
 * @param given 32 bytes as 64 hexadecimal digits or 44 characters of base64; undefined or empty for none
 * @param file in a folder that exists
 * @throws StoreError when it is no such key, or others may read the file
 */
export async function sealingKey(given: string | undefined, file: string): Promise<Uint8Array> {
  if (given !== undefined && given.trim() !== "") return keyOf(given, "PASSERELLE_KEY");
  const found = await readKey(file);
  if (found) return found;
  await makeKey(file);
  const made = await readKey(file);
  if (!made) throw new StoreError(`the key file ${file} cannot be read again`);
  return made;
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    const text = await readFile(file, "utf8");
    const { mode } = await stat(file);
    // Windows has no such rights to look at.
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      throw new StoreError(`others may read the key file ${file}: chmod 600 it`);
    }
    return keyOf(text, file);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

/** Whole or not at all: what is sealed with half a key is lost. */
async function makeKey(file: string): Promise<void> {
  const next = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  const handle = await open(next, "wx", 0o600);
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString("base64")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    // Unlike a rename, it never takes the place of a key another process just made.
    await link(next, file);
  } catch (cause) {
    if (errorCode(cause) !== "EEXIST") throw cause;
  } finally {
    await rm(next, { force: true });
  }
  await realDisk.syncFolder(dirname(file));
}

function keyOf(text: string, where: string): Uint8Array {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, "hex")
    : Buffer.from(trimmed, "base64");
  if (key.length !== KEY_BYTES) {
    throw new StoreError(
      `${where} holds no key of ${KEY_BYTES} bytes: 64 hexadecimal digits, or base64 as \`openssl rand -base64 32\` prints`,
    );
  }
  return key;
}
