import { link, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { errorCode } from "./error-code.ts";

/** The file operations the store stands on; a parameter so that tests can fill the disk or cut the power. */
export interface Disk {
  /** The whole text, or undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Creates or replaces a file that only its owner may read; its content is durable once this resolves, its name is not. */
  write(path: string, text: string): Promise<void>;
  /** Gives a file a second name, in place of any file that has it. */
  link(path: string, secondPath: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removing what is not there is no fault. */
  remove(path: string): Promise<void>;
  /** The names of the plain files of a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes what was created, renamed and removed in a folder durable. */
  syncFolder(folder: string): Promise<void>;
}

/** The machine's disk. */
export const realDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path, "utf8");
    } catch (cause) {
      if (errorCode(cause) === "ENOENT") return undefined;
      throw cause;
    }
  },

  async write(path, text) {
    const file = await open(path, "w", 0o600);
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
  },

  async link(path, secondPath) {
    try {
      await link(path, secondPath);
    } catch (cause) {
      if (errorCode(cause) !== "EEXIST") throw cause;
      await rm(secondPath, { force: true });
      await link(path, secondPath);
    }
  },

  rename,

  async remove(path) {
    await rm(path, { force: true });
  },

  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  },

  async syncFolder(folder) {
    // Windows cannot open a folder, and makes names durable by itself.
    if (process.platform === "win32") return;
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
