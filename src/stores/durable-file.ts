import { basename, join } from "node:path";
import type { Adapter } from "lowdb";
import { StoreError } from "../model/errors.ts";
import type { CollectionType } from "./collection-types.ts";
import type { DataFolder } from "./data-folder.ts";
import { encodeEnvelope } from "./envelope.ts";
import { type FoundGeneration, type Generation, readGeneration } from "./read-generation.ts";

/** What was done about a file that could not be read. */
export interface Recovery {
  readonly file: string;
  readonly why: string;
  /** The name the bad file is kept under; undefined when it was missing. */
  readonly keptAs: string | undefined;
}

/**
 * lowdb's adapter for one collection: a current file and the previous generation of it.
 * `write` only makes the next generation ready beside them, so that several collections can be
 * published together; the caller makes the folder durable after `publish` or `revert`.
 */
export class DurableFile implements Adapter<Generation> {
  readonly #folder: DataFolder;
  readonly #type: CollectionType;
  readonly #current: string;
  readonly #previous: string;
  /** The previous generation's text while the current file waits for `repair`. */
  #rescue:
    | { readonly text: string; readonly bad: Exclude<FoundGeneration, { kind: "sound" }> }
    | undefined;
  #exists = false;
  #stage: "settled" | "written" | "published" = "settled";

  constructor(folder: DataFolder, type: CollectionType) {
    this.#folder = folder;
    this.#type = type;
    this.#current = join(folder.path, `${type.collection}.json`);
    this.#previous = join(folder.path, `${type.collection}.previous.json`);
  }

  /** Whether the collection was ever written. */
  get exists(): boolean {
    return this.#exists;
  }

  /**
   * The current generation, or the previous one when the current file is damaged or lost; null when
   * nothing was ever written. Changes nothing on disk.
   * @throws StoreError when neither can be read, or was written by a newer Passerelle
   */
  async read(): Promise<Generation | null> {
    const current = await readGeneration(this.#folder.disk, this.#current, this.#type);
    if (current.kind === "sound") {
      this.#exists = true;
      return current.content;
    }
    const previous = await readGeneration(this.#folder.disk, this.#previous, this.#type);
    if (current.kind === "absent" && isBeforeAnyWrite(previous)) return null;
    if (previous.kind !== "sound") throw this.#unreadable(current.why, previous.why);
    this.#rescue = { text: previous.text, bad: current };
    return previous.content;
  }

  /** After `read` fell back on the previous generation: keeps the bad file aside and makes that generation current. */
  async repair(): Promise<Recovery | undefined> {
    if (this.#rescue === undefined) return undefined;
    const { disk, path } = this.#folder;
    const { text, bad } = this.#rescue;
    await disk.write(this.#nextOf(this.#current), text);
    const keptAs = bad.kind === "damaged" ? await this.#keepDamaged() : undefined;
    await disk.rename(this.#nextOf(this.#current), this.#current);
    await disk.syncFolder(path);
    this.#rescue = undefined;
    this.#exists = true;
    return { file: basename(this.#current), why: bad.why, keptAs };
  }

  /** Makes a generation ready: its bytes are durable, it is not current. */
  async write({ generation, documents }: Generation): Promise<void> {
    this.#stage = "written";
    const { disk } = this.#folder;
    const entries = [...documents].map(([id, json]) => `[${JSON.stringify(id)},${json}]`);
    const { version } = this.#type;
    const text = encodeEnvelope({ version, generation, entries });
    await disk.write(this.#nextOf(this.#current), text);
    if (this.#exists) return;
    // The first write has a previous generation too, so that losing it is not losing the way back.
    const empty = encodeEnvelope({ version, generation: 0, entries: [] });
    await disk.write(this.#nextOf(this.#previous), empty);
    await disk.rename(this.#nextOf(this.#previous), this.#previous);
  }

  /** Makes the generation that is ready current, and the current one previous; call it again when it fails. */
  async publish(): Promise<void> {
    if (this.#stage !== "written") return;
    const { disk } = this.#folder;
    if (this.#exists) {
      // A second name rather than a rename: at no instant is there no current file.
      await disk.link(this.#current, this.#nextOf(this.#previous));
      await disk.rename(this.#nextOf(this.#previous), this.#previous);
    }
    await disk.rename(this.#nextOf(this.#current), this.#current);
    this.#stage = "published";
  }

  /** Ends a write whose folder is durable. */
  settle(): void {
    this.#stage = "settled";
    this.#exists = true;
  }

  /** Takes back a write that failed before `settle`; when it fails itself, call it again. */
  async revert(): Promise<void> {
    const { disk } = this.#folder;
    if (this.#stage === "published" && this.#exists) {
      await disk.link(this.#previous, this.#nextOf(this.#current));
      await disk.rename(this.#nextOf(this.#current), this.#current);
    } else if (this.#stage === "published") {
      await disk.remove(this.#current);
    }
    await disk.remove(this.#nextOf(this.#current));
    await disk.remove(this.#nextOf(this.#previous));
    this.#stage = "settled";
  }

  async #keepDamaged(): Promise<string> {
    const { disk, path } = this.#folder;
    const names = new Set(await disk.list(path));
    let count = 1;
    const kept = (): string => `${this.#type.collection}.damaged-${count}.json`;
    while (names.has(kept())) count += 1;
    await disk.rename(this.#current, join(path, kept()));
    return kept();
  }

  #nextOf(path: string): string {
    return `${path}.tmp`;
  }

  #unreadable(whyCurrent: string, whyPrevious: string): StoreError {
    return new StoreError(
      `${this.#current} (${whyCurrent}) and ${this.#previous} (${whyPrevious}) cannot be read: restore them from a backup, or move both away to start this collection empty. Nothing was changed.`,
    );
  }
}

/** The first write leaves an empty generation 0 just before the first current file appears. */
function isBeforeAnyWrite(previous: FoundGeneration): boolean {
  if (previous.kind === "absent") return true;
  return previous.kind === "sound" && previous.content.generation === 0;
}
