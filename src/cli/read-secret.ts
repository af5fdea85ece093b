import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Reads one line from standard input; in a terminal it is asked for and not shown. */
export async function readSecret(question: string): Promise<string> {
  const isTerminal = process.stdin.isTTY;
  if (isTerminal) process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal });
  try {
    return await new Promise<string>((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(""));
      lines.once("SIGINT", () => lines.close());
    });
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write("\n");
  }
}
