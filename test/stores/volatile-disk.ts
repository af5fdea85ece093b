import { dirname } from "node:path";
import type { Disk } from "../../src/stores/disk.ts";
import type { Draw } from "./seeded-random.ts";

/** The bytes of a file, which may have several names. */
interface Content {
  text: string;
  /** What is sure to be there after a power cut; undefined when any part of `text` may be. */
  durable: string | undefined;
}

/** A name since the folder was last made durable: what it stood for then, and after each change. */
type Past = (Content | undefined)[];

/**
 * A disk in memory that forgets in a power cut what was not synced, as badly as POSIX allows: of each
 * name any of its unsynced changes may have reached the disk, whatever came of the other names, and of
 * each unsynced content any beginning.
 */
export class VolatileDisk implements Disk {
  readonly #names: Map<string, Content>;
  readonly #pasts = new Map<string, Past>();
  #operationsLeft = Number.POSITIVE_INFINITY;

  constructor(names: ReadonlyMap<string, Content> = new Map()) {
    this.#names = new Map(names);
  }

  /** The power goes in the midst of the operation that comes after `operations` more. */
  cutPowerAfter(operations: number): void {
    this.#operationsLeft = operations;
  }

  /** The process is gone and not the power: the next one finds all that was written. */
  keepPower(): VolatileDisk {
    this.#operationsLeft = Number.POSITIVE_INFINITY;
    return this;
  }

  /** The disk as it is found when the power is back. */
  restart(draw: Draw): VolatileDisk {
    const found = new Map(this.#names);
    for (const [path, past] of this.#pasts) {
      const content = past[draw(past.length)];
      if (content === undefined) found.delete(path);
      else found.set(path, content);
    }
    const texts = new Map(
      [...new Set(found.values())].map((content) => [content, settle(content, draw)]),
    );
    return new VolatileDisk(
      new Map([...found].map(([path, content]) => [path, texts.get(content) ?? content])),
    );
  }

  async read(path: string): Promise<string | undefined> {
    return this.#names.get(path)?.text;
  }

  async list(folder: string): Promise<readonly string[]> {
    return [...this.#names.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  async write(path: string, text: string): Promise<void> {
    const content = this.#names.get(path) ?? { text: "", durable: "" };
    content.text = text;
    content.durable = undefined;
    this.#name(path, content);
    this.#spend();
    content.durable = text;
  }

  async link(path: string, secondPath: string): Promise<void> {
    this.#name(secondPath, this.#existing(path));
    this.#spend();
  }

  async rename(from: string, to: string): Promise<void> {
    this.#name(to, this.#existing(from));
    this.#name(from, undefined);
    this.#spend();
  }

  async remove(path: string): Promise<void> {
    this.#name(path, undefined);
    this.#spend();
  }

  async syncFolder(folder: string): Promise<void> {
    this.#spend();
    for (const path of this.#pasts.keys()) {
      if (dirname(path) === folder) this.#pasts.delete(path);
    }
  }

  #existing(path: string): Content {
    const content = this.#names.get(path);
    if (content === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
    return content;
  }

  #name(path: string, content: Content | undefined): void {
    if (this.#operationsLeft < 0) throw powerOff();
    const before = this.#names.get(path);
    if (before === content) return;
    const past = this.#pasts.get(path) ?? [before];
    this.#pasts.set(path, [...past, content]);
    if (content === undefined) this.#names.delete(path);
    else this.#names.set(path, content);
  }

  #spend(): void {
    this.#operationsLeft -= 1;
    if (this.#operationsLeft < 0) throw powerOff();
  }
}

function settle({ text, durable }: Content, draw: Draw): Content {
  const kept = durable ?? text.slice(0, draw(text.length + 1));
  return { text: kept, durable: kept };
}

function powerOff(): Error {
  return Object.assign(new Error("the power is off"), { code: "EIO" });
}
