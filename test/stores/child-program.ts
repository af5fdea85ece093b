import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A program run beside the test; killed when the test ends, if not before. */
export class ChildProgram {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;

  constructor(path: string, args: readonly string[]) {
    this.#process = spawn(process.execPath, [path, ...args]);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
    this.#ended = once(this.#process, "close");
    onTestFinished(() => {
      this.#process.kill("SIGKILL");
    });
  }

  get pid(): number {
    return this.#process.pid ?? Number.NaN;
  }

  /** The next line it says; undefined once it has ended. */
  async nextLine(): Promise<string | undefined> {
    const next: IteratorResult<string, unknown> = await this.#lines.next();
    return next.done === true ? undefined : next.value;
  }

  /** Ends its input, and waits for its end. */
  async finish(): Promise<void> {
    this.#process.stdin.end();
    await this.#ended;
  }

  /** Kills it with no chance to tidy up. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }
}
