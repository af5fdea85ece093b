import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fieldOf } from "../../../src/adapters/discord/field-of.ts";
import { clockAhead } from "../../support/clock-ahead.ts";
import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { readLogLine } from "../../support/read-log-line.ts";
import { startPasserelle } from "../../support/run-passerelle.ts";

/** Milliseconds it may take to be ready, on a busy machine. */
const START_MS = 90_000;

/** How an assistant differs from the usual. */
export interface BotOptions {
  /** Keys of the `discord` section. */
  readonly discord?: object;
  /** Keys beside it. */
  readonly config?: object;
  readonly environment?: Readonly<Record<string, string>>;
  /** How many platforms say that they are ready. */
  readonly platforms?: number;
  /** How many ms its clock is ahead of the real one, at each start. */
  readonly aheadMs?: () => number;
}

/** The real assistant in a process of its own, on a Discord of ours. */
export class RunningBot {
  readonly configPath: string;
  readonly dataFolder: string;
  /** What it logged since its first start: JSON lines, or whatever else came on standard error. */
  readonly log: string[] = [];
  readonly #options: BotOptions;
  readonly #token: string;
  #child: ChildProcessWithoutNullStreams | undefined;

  /** Writes its configuration, and does not start it yet. */
  constructor(server: DiscordServer, folder: string, options: BotOptions = {}) {
    this.#options = options;
    this.configPath = join(folder, "bot.config.json");
    this.dataFolder = join(folder, "data");
    this.#token = server.token;
    const config = {
      dataFolder: this.dataFolder,
      messagesPerMinute: 600,
      ...options.config,
      discord: { apiBaseUrl: server.apiUrl, ...options.discord },
    };
    writeFileSync(this.configPath, JSON.stringify(config));
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it, after `kill` too; resolves when it says that it is ready. @throws when it ends instead */
  async start(): Promise<void> {
    const { environment: more, platforms = 1, aheadMs } = this.#options;
    const clock = aheadMs && clockAhead(aheadMs());
    const environment = { PASSERELLE_DISCORD_TOKEN: this.#token, ...clock, ...more };
    let ready = 0;
    const child = startPasserelle(["start", "--config", this.configPath], environment);
    this.#child = child;
    const from = this.log.length;
    const tail = () => this.log.slice(from).slice(-20).join("\n");
    await new Promise<void>((resolve, reject) => {
      const tooLate = setTimeout(() => {
        reject(new Error(`not ready:\n${tail()}`));
      }, START_MS);
      createInterface({ input: child.stderr }).on("line", (line) => {
        this.log.push(line);
        if (eventOf(line) !== "ready") return;
        ready += 1;
        if (ready < platforms) return;
        clearTimeout(tooLate);
        resolve();
      });
      child.once("close", (code) => {
        if (this.#child === child) this.#child = undefined;
        clearTimeout(tooLate);
        reject(new Error(`the assistant ended (${code}):\n${tail()}`));
      });
      child.stdout.resume();
    });
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Asks it to leave, and waits until it did. @returns its exit code */
  async stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  /** The lines of a level: "warn", "error". */
  loggedAt(level: string): readonly string[] {
    return this.log.filter((line) => fieldOf(readLogLine(line), "level") === level);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const closed = once(child, "close");
    child.kill(signal);
    await closed;
    return child.exitCode;
  }
}

function eventOf(line: string): unknown {
  return fieldOf(readLogLine(line), "event");
}
