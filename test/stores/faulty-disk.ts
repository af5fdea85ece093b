import { type Disk, realDisk } from "../../src/stores/disk.ts";

/** Which operations fail, counted from the moment the disk is told to. */
export interface DiskFault {
  /** The first that fails; 0 is the next one. */
  readonly from: number;
  /** `once`: that one only; `on`: all from there until the disk works again. */
  readonly lasting: "once" | "on";
  readonly code: "EIO" | "ENOSPC";
}

/** The real disk, whose operations fail when a test says so. A full disk refuses only what takes room. */
export class FaultyDisk implements Disk {
  #fault: DiskFault | undefined;
  #done = 0;
  #refusals = 0;

  breakDown(fault: DiskFault): void {
    this.#fault = fault;
    this.#done = 0;
    this.#refusals = 0;
  }

  /** Works again; tells how many operations were refused. */
  workAgain(): number {
    this.#fault = undefined;
    return this.#refusals;
  }

  async write(path: string, text: string): Promise<void> {
    const fault = this.#next(true);
    if (fault === undefined) return realDisk.write(path, text);
    // What a disk that fills up leaves behind.
    await realDisk.write(path, text.slice(0, text.length / 2));
    throw fault;
  }

  read = async (path: string): Promise<string | undefined> => realDisk.read(path);
  list = async (folder: string): Promise<readonly string[]> => realDisk.list(folder);
  link = async (path: string, second: string): Promise<void> =>
    this.#or(() => realDisk.link(path, second));
  rename = async (from: string, to: string): Promise<void> =>
    this.#or(() => realDisk.rename(from, to));
  remove = async (path: string): Promise<void> => this.#or(() => realDisk.remove(path));
  syncFolder = async (folder: string): Promise<void> => this.#or(() => realDisk.syncFolder(folder));

  async #or(operation: () => Promise<void>): Promise<void> {
    const fault = this.#next(false);
    if (fault !== undefined) throw fault;
    return operation();
  }

  #next(takesRoom: boolean): Error | undefined {
    const fault = this.#fault;
    if (fault === undefined || (fault.code === "ENOSPC" && !takesRoom)) return undefined;
    const turn = this.#done;
    this.#done += 1;
    if (fault.lasting === "once" ? turn !== fault.from : turn < fault.from) return undefined;
    this.#refusals += 1;
    return Object.assign(new Error(`${fault.code}: refused`), { code: fault.code });
  }
}
