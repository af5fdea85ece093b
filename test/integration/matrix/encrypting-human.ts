import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { type PythonEnvironment, pythonOf } from "../../support/python-environment.ts";
import type { Human } from "./human.ts";
import type { PlainClient } from "./plain-client.ts";
import { RoomSight } from "./room-sight.ts";

/** Programs written by others than us: matrix-nio, and mautrix, which is strict about devices. */
export type HumanProgram = "nio" | "strict";

const environments: Readonly<Record<HumanProgram, PythonEnvironment>> = {
  nio: "matrix-nio",
  strict: "mautrix",
};

/** A command of `nio_human.py` or `strict_human.py`, without its id. */
interface Command {
  readonly send: { readonly room: string; readonly type: string; readonly content: object };
}

/** What a human's program is started with. */
export interface HumanOptions {
  readonly program: HumanProgram;
  readonly url: string;
  /** A folder of its own for its keys. */
  readonly store: string;
}

/** Somebody whose program encrypts, in a process of its own. */
export class EncryptingHuman implements Human {
  readonly sight = new RoomSight();
  readonly client: PlainClient;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #complaints = "";
  #lastCommand = 0;

  /** Resolves once the program is in its rooms. */
  static async start(client: PlainClient, options: HumanOptions): Promise<EncryptingHuman> {
    const human = new EncryptingHuman(client, options.program);
    await human.#begin(options);
    return human;
  }

  private constructor(client: PlainClient, program: HumanProgram) {
    this.client = client;
    const script = fileURLToPath(new URL(`${program}_human.py`, import.meta.url));
    this.#child = spawn(pythonOf(environments[program]), [script]);
    this.#child.stderr.on("data", (part) => (this.#complaints += String(part)));
    this.#child.once("close", () => {
      for (const answer of this.#waiting.values()) answer({ error: "the program ended" });
    });
    // A human who left cannot be told anything.
    this.#child.stdin.on("error", () => undefined);
  }

  get user(): string {
    return this.client.account.user;
  }

  async send(room: string, type: string, content: object): Promise<string> {
    return String(await this.#ask({ send: { room, type, content } }));
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "close");
    this.#child.kill("SIGKILL");
    await ended;
  }

  async #begin({ url, store }: HumanOptions): Promise<void> {
    const { user, device, token } = this.client.account;
    this.#write({ url, user, device, token, store });
    const ready = this.#answered(0);
    createInterface({ input: this.#child.stdout }).on("line", (line) => this.#take(line));
    await ready;
  }

  async #ask(command: Command): Promise<unknown> {
    const id = (this.#lastCommand += 1);
    const answered = this.#answered(id);
    this.#write({ id, ...command });
    return answered;
  }

  async #answered(id: number): Promise<unknown> {
    const answer = await new Promise<unknown>((resolve) => this.#waiting.set(id, resolve));
    const error = fieldOf(answer, "error");
    if (error !== undefined)
      throw new Error(`the program says: ${JSON.stringify(error)}\n${this.#complaints}`);
    return fieldOf(answer, "event");
  }

  #write(line: object): void {
    this.#child.stdin.write(`${JSON.stringify(line)}\n`);
  }

  #take(line: string): void {
    const said: unknown = JSON.parse(line);
    const seen = fieldOf(said, "seen");
    if (seen === undefined) return this.#settle(said);
    this.sight.take(String(fieldOf(said, "room")), seen, {
      isDecrypted: fieldOf(said, "decrypted") === true,
      isUndecryptable: fieldOf(said, "undecryptable") === true,
    });
  }

  #settle(answer: unknown): void {
    const id = Number(fieldOf(answer, "id") ?? 0);
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
