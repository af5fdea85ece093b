import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { bytesOf } from "../../model/attachment-bytes.ts";
import type { Tell } from "../../model/phrases.ts";
import type { Attachment } from "../../model/reply.ts";

/** Where files go, and how that is told. */
export interface Saving {
  readonly folder: string;
  readonly tell: Tell;
}

/** Files of one name before we give up: a folder nobody ever empties. */
const mostAlike = 1000;

/**
 * Writes a file into the folder, beside others of the same name. @returns what the person is told: where it is,
 * or that it could not be written
 */
export async function saveFile(file: Attachment, { folder, tell }: Saving): Promise<string> {
  const bytes = bytesOf(file);
  const about = { name: file.name, type: file.type, size: bytes.length };
  try {
    // For the person alone: it may tell how their association does.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return tell("file-saved", { ...about, path: await writeBeside(folder, file.name, bytes) });
  } catch {
    return tell("file-not-saved", { ...about, path: folder });
  }
}

async function writeBeside(
  folder: string,
  name: string,
  bytes: Uint8Array,
  number = 1,
): Promise<string> {
  const { name: stem, ext } = parse(name);
  const path = join(folder, number === 1 ? `${stem}${ext}` : `${stem}-${number}${ext}`);
  try {
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 });
    return path;
  } catch (cause) {
    const isTaken = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (!isTaken) throw cause;
    // Shown again after a crash, or asked for again: it is there.
    if (await holds(path, bytes)) return path;
    if (number >= mostAlike) throw cause;
    return writeBeside(folder, name, bytes, number + 1);
  }
}

/** What is there may be no file, or not ours to read. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(bytes);
  } catch {
    return false;
  }
}
