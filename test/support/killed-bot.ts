import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { asLines, SentReader, type SentMessage } from "./json-lines.ts";
import { startPasserelle } from "./run-passerelle.ts";

/** A `simulate` on one data folder, killed and started again. */
export class KilledBot {
  kills = 0;
  readonly #folder: string;
  readonly #more: readonly string[];
  readonly #environment: () => Readonly<Record<string, string>>;
  readonly #keys = new Set<string>();
  readonly #heard: SentMessage[] = [];
  #child;
  #sent;
  #gone;

  /**
   * @param more further arguments
   * @param environment asked at each start
   */
  constructor(
    folder: string,
    more: readonly string[] = [],
    environment: () => Readonly<Record<string, string>> = () => ({}),
  ) {
    this.#folder = folder;
    this.#more = more;
    this.#environment = environment;
    this.#child = this.#start();
    this.#sent = new SentReader(this.#child);
    this.#gone = goneOf(this.#child);
  }

  get distinctMessages(): number {
    return this.#keys.size;
  }

  say(event: object): void {
    this.#child.stdin.write(asLines(event));
  }

  /** The next message with a new key: a platform shows one message a key. */
  async hears(): Promise<SentMessage | undefined> {
    for (;;) {
      const message = this.#heard.shift() ?? (await this.#sent.next());
      if (!message || !this.#keys.has(message.key)) {
        if (message) this.#keys.add(message.key);
        return message;
      }
    }
  }

  /** @returns what it still said, which is heard next */
  async kill(): Promise<readonly SentMessage[]> {
    this.#child.kill("SIGKILL");
    return this.dies();
  }

  /** Waits until it is killed, then starts it again. @returns what it still said, which is heard next */
  async dies(): Promise<readonly SentMessage[]> {
    await this.#gone;
    this.kills += 1;
    const heardBefore = this.#heard.length;
    for (let left = await this.#sent.next(); left; left = await this.#sent.next()) {
      this.#heard.push(left);
    }
    // Throws, and so fails the test, when a file was left unreadable.
    for (const file of collectionFiles(this.#folder)) JSON.parse(readFileSync(file, "utf8"));
    this.#child = this.#start();
    this.#sent = new SentReader(this.#child);
    this.#gone = goneOf(this.#child);
    return this.#heard.slice(heardBefore);
  }

  async leave(): Promise<void> {
    this.#child.stdin.end();
    await this.#gone;
  }

  #start() {
    const child = startPasserelle(
      ["simulate", "--data", this.#folder, ...this.#more],
      this.#environment(),
    );
    // What is said to one that ended itself is said again to the next.
    child.stdin.on("error", () => undefined);
    return child;
  }
}

function goneOf(child: ReturnType<typeof startPasserelle>): Promise<unknown> {
  return new Promise((resolve) => child.once("close", resolve));
}

function collectionFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[a-z-]+\.json$/.test(name))
    .map((name) => join(folder, name));
}
