import { closeSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { StoreError } from "../../../model/errors.ts";
import { errorCode } from "../error-code.ts";
import { decodeFrames, encodeFrame } from "./log-frame.ts";
import { type LogDisk, realLogDisk } from "./log-disk.ts";
import { syncFolder } from "./sync-folder.ts";

/** A log that was opened. */
export interface OpenedLog {
  readonly log: AppendLog;
  /** The payloads of its records, oldest first; the first is the snapshot. */
  readonly payloads: readonly Uint8Array[];
  /** Bytes of a last record that a crash had torn, now cut off; it was never acknowledged. */
  readonly tornBytes: number;
}

/**
 * Opens the log at a path, or makes one whose only record is `emptySnapshot`. Only one process may have
 * it open: the caller holds the folder's lock.
 * @throws StoreError when it is damaged anywhere but in a last, half-written record; it is left as found
 */
export async function openAppendLog(
  path: string,
  emptySnapshot: Uint8Array,
  disk: LogDisk = realLogDisk,
): Promise<OpenedLog> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // What a compaction cut short by a crash left: the log itself is whole.
  rmSync(nextPath(path), { force: true });
  const bytes = readIfThere(path);
  if (bytes === undefined) {
    const log = new AppendLog({ path, disk, file: undefined, bytes: 0 });
    await log.rewrite(() => Promise.resolve(emptySnapshot));
    return { log, payloads: [emptySnapshot], tornBytes: 0 };
  }
  const { payloads, soundBytes, rest } = decodeFrames(bytes);
  if (payloads.length === 0) throw damaged(path, "its first record, the snapshot, cannot be read");
  if (rest === "damaged") throw damaged(path, `it is unreadable from byte ${soundBytes} on`);
  const file = openSync(path, "a", 0o600);
  const log = new AppendLog({ path, disk, file, bytes: soundBytes });
  if (rest === "torn") disk.truncate(file, soundBytes);
  return { log, payloads, tornBytes: bytes.length - soundBytes };
}

interface Parts {
  readonly path: string;
  readonly disk: LogDisk;
  readonly file: number | undefined;
  readonly bytes: number;
}

/** A file that records are added to; after a failure it takes no more. */
export class AppendLog {
  readonly #path: string;
  readonly #disk: LogDisk;
  #file: number | undefined;
  #bytes: number;
  #isClosed = false;
  /** What was appended since a rewrite began: the new file needs it too. */
  #since: Buffer[] | undefined;

  constructor({ path, disk, file, bytes }: Parts) {
    this.#path = path;
    this.#disk = disk;
    this.#file = file;
    this.#bytes = bytes;
  }

  /** The log's length. */
  get bytes(): number {
    return this.#bytes;
  }

  get isRewriting(): boolean {
    return this.#since !== undefined;
  }

  /**
   * Adds a record, durable on return. Waits for the disk: a millisecond or so, in which nothing else runs.
   * @throws what the disk answers; what the log then holds is only known once it is opened again
   */
  append(payload: Uint8Array): void {
    if (this.#file === undefined) throw new StoreError(`${this.#path} is closed`);
    const frame = encodeFrame(payload);
    this.#write(this.#file, frame);
    this.#since?.push(frame);
    this.#bytes += frame.length;
  }

  /**
   * Compacts: a new file with a snapshot and all that was appended since the snapshot was asked for
   * takes the log's place. Until then the old file stays complete; records must be such that one the
   * snapshot holds already can be repeated.
   */
  async rewrite(takeSnapshot: () => Promise<Uint8Array>): Promise<void> {
    const since: Buffer[] = [];
    this.#since = since;
    try {
      const snapshot = encodeFrame(await takeSnapshot());
      // Not held by anybody: between here and `#replace` the process may end at any point.
      const file = await open(nextPath(this.#path), "w", 0o600);
      try {
        await this.#disk.writeSnapshot(file, snapshot);
      } finally {
        await file.close();
      }
      this.#replace(since, snapshot.length);
    } finally {
      this.#since = undefined;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#adopt(undefined);
  }

  #adopt(file: number | undefined): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = file;
  }

  /** In one go, so that no record can be appended to the old file alone. */
  #replace(since: readonly Buffer[], snapshotBytes: number): void {
    if (this.#isClosed) {
      rmSync(nextPath(this.#path), { force: true });
      return;
    }
    const file = openSync(nextPath(this.#path), "a", 0o600);
    const tail = Buffer.concat(since);
    try {
      if (tail.length > 0) this.#write(file, tail);
      renameSync(nextPath(this.#path), this.#path);
      // Before any later record is acknowledged: it would be in the new file only.
      syncFolder(dirname(this.#path));
    } catch (cause) {
      closeSync(file);
      throw cause;
    }
    this.#adopt(file);
    this.#bytes = snapshotBytes + tail.length;
  }

  #write(file: number, bytes: Uint8Array): void {
    try {
      this.#disk.append(file, bytes);
    } catch (cause) {
      this.close();
      throw cause;
    }
  }
}

function nextPath(path: string): string {
  return `${path}.next`;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

function damaged(path: string, why: string): StoreError {
  return new StoreError(
    `the encryption store ${path} is damaged (${why}): do not restore an old copy of it, whose keys were used since; move its folder away and log in again as a new device, then import the saved identity. Nothing was changed.`,
  );
}
