import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { clockAhead } from "../../support/clock-ahead.ts";
import { readLogLine } from "../../support/read-log-line.ts";
import { startPasserelle } from "../../support/run-passerelle.ts";
import type { TestAccount } from "../../support/synapse.ts";

/** What an assistant is started with. */
export interface BotOptions {
  readonly homeserver: string;
  readonly account: TestAccount;
  /** Where its configuration and its data go. */
  readonly folder: string;
  /** Keys of the `matrix` section beside the homeserver and the account. */
  readonly matrix?: object;
  /** Keys beside the `matrix` section. */
  readonly config?: object;
  /** It has no token but what `passerelle login matrix` left in its data folder. */
  readonly hasLoggedIn?: boolean;
  /** How many ms its clock is ahead of the real one, at each start. */
  readonly aheadMs?: () => number;
}

/** Milliseconds it may take to be ready, on a busy machine. */
const START_MS = 90_000;

/** The real assistant in a process of its own. */
export class RunningBot {
  readonly user: string;
  readonly account: TestAccount;
  /** The configuration file, for commands beside it. */
  readonly configPath: string;
  /** Where its data are. */
  readonly dataFolder: string;
  /** What it logged since its first start: JSON lines, or whatever else came on standard error. */
  readonly log: string[] = [];
  readonly #options: BotOptions;
  #child: ChildProcessWithoutNullStreams | undefined;

  /** Writes its configuration, and does not start it yet. */
  constructor(options: BotOptions) {
    this.#options = options;
    this.user = options.account.user;
    this.account = options.account;
    const { folder, homeserver, account, matrix, config } = options;
    this.configPath = join(folder, "bot.config.json");
    this.dataFolder = join(folder, "data");
    const section = { homeserver, userId: account.user, encryption: "on", invitations: "anyone" };
    const whole = {
      dataFolder: this.dataFolder,
      messagesPerMinute: 600,
      ...config,
      matrix: { ...section, ...matrix },
    };
    writeFileSync(this.configPath, JSON.stringify(whole));
  }

  /** Its process; undefined while it is down. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Whether its process runs. */
  get isUp(): boolean {
    return this.#child !== undefined;
  }

  /** Starts it, after `kill` too; resolves when it says that it is ready. @throws when it ends instead of being ready */
  async start(): Promise<void> {
    const { account, hasLoggedIn, aheadMs } = this.#options;
    const environment = {
      ...(aheadMs && clockAhead(aheadMs())),
      ...(hasLoggedIn !== true && { PASSERELLE_MATRIX_TOKEN: account.token }),
    };
    const child = startPasserelle(["start", "--config", this.configPath], environment);
    this.#child = child;
    const from = this.log.length;
    const ready = new Promise<void>((resolve, reject) => {
      const tooLate = setTimeout(
        () => reject(new Error(`not ready:\n${this.#tail(from)}`)),
        START_MS,
      );
      createInterface({ input: child.stderr }).on("line", (line) => {
        this.log.push(line);
        if (eventOf(line) === "ready") resolve(clearTimeout(tooLate));
      });
      child.once("close", (code) => {
        if (this.#child === child) this.#child = undefined;
        clearTimeout(tooLate);
        reject(new Error(`the assistant ended (${code}):\n${this.#tail(from)}`));
      });
    });
    child.stdout.resume();
    await ready;
  }

  /** Resolves when its process is gone. @returns its exit code, null after a signal */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    await once(child, "close");
    return child.exitCode;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Asks it to leave, and waits until it did. @returns its exit code */
  async stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  /** The lines it logged under an event's name. */
  logged(event: string): readonly unknown[] {
    return this.log.filter((line) => eventOf(line) === event).map((line) => readLogLine(line));
  }

  /** The lines of a level: "warn", "error". */
  loggedAt(level: string): readonly unknown[] {
    return this.log.map(readLogLine).filter((line) => fieldOf(line, "level") === level);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = this.ended();
    child.kill(signal);
    return ended;
  }

  #tail(from: number): string {
    return this.log.slice(from).slice(-20).join("\n");
  }
}

function eventOf(line: string): unknown {
  return fieldOf(readLogLine(line), "event");
}
