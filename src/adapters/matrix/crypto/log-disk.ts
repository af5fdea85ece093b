import { fdatasyncSync, fsyncSync, ftruncateSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";

/** What a log asks of the disk; a parameter so that tests can fill it. All of it is durable on return. */
export interface LogDisk {
  append(file: number, bytes: Uint8Array): void;
  truncate(file: number, bytes: number): void;
  writeSnapshot(file: FileHandle, bytes: Uint8Array): Promise<void>;
}

/** The machine's disk. */
export const realLogDisk: LogDisk = {
  append(file, bytes) {
    writeFileSync(file, bytes);
    fdatasyncSync(file);
  },

  truncate(file, bytes) {
    ftruncateSync(file, bytes);
    fsyncSync(file);
  },

  async writeSnapshot(file, bytes) {
    await file.writeFile(bytes);
    await file.sync();
  },
};
