import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { ConsolePlatform } from "../../src/adapters/console/console-platform.ts";
import { renderMarkdown, withoutControls } from "../../src/adapters/console/render-markdown.ts";
import { isDeletion, type IncomingMessage } from "../../src/model/incoming-message.ts";
import { holdStep } from "../support/held-step.ts";

const plain = { hasColours: false, width: 0 };

describe("rendering", () => {
  it("shows links with their address and leaves marks out", () => {
    expect(renderMarkdown("**Important** : voir [la page](https://a.fr/b_(c)).", plain)).toBe(
      "Important : voir la page (https://a.fr/b_(c)).",
    );
  });

  it("wraps steps under their text", () => {
    expect(renderMarkdown("1. un deux trois", { hasColours: false, width: 10 })).toBe(
      "1. un deux\n   trois",
    );
  });

  it("colours only when the terminal can", () => {
    expect(renderMarkdown("**a**", { hasColours: true, width: 0 })).toBe("\u001B[1ma\u001B[0m");
  });

  it("lets nothing through that could move the cursor", () => {
    expect(withoutControls("a\u001B[2Jb\u0007c\u009Bd\ne")).toBe("a[2Jbcd\ne");
  });
});

/** A console whose bot answers each message once `answered` says so. */
async function openConsole(
  isInteractive: boolean,
  answered: (message: IncomingMessage) => Promise<void> = () => Promise.resolve(),
) {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  let shown = "";
  stdout.setEncoding("utf8").on("data", (text: string) => (shown += text));
  const received: IncomingMessage[] = [];
  let events = 0;
  const platform = new ConsolePlatform({
    input: stdin,
    output: stdout,
    isInteractive,
    style: plain,
    welcome: "**Bonjour**",
    nextId: () => `event-${(events += 1)}`,
    now: () => new Date("2026-11-23T09:00:00Z"),
    saveFile: () => Promise.reject(new Error("words need no file")),
  });
  await platform.start(async (message) => {
    if (isDeletion(message)) throw new Error("nothing typed in a terminal can be deleted");
    received.push(message);
    await answered(message);
    await platform.send({
      key: message.id,
      to: message.address,
      kind: "reply",
      text: `vu : ${message.text}`,
      choices: [
        { label: "Oui", value: "yes" },
        { label: "Non", value: "no" },
      ],
      attachments: [{ name: "a.json", type: "application/json", text: "{}" }],
    });
    return false;
  });
  return { stdin, platform, received, shownSoFar: () => shown };
}

async function talk(input: string, isInteractive = false) {
  const { stdin, platform, received, shownSoFar } = await openConsole(isInteractive);
  stdin.end(input);
  await platform.ended;
  return { received, shown: shownSoFar() };
}

describe("the console", () => {
  it("takes one message a line when piped, and shows numbered choices and files", async () => {
    const { received, shown } = await talk("un\n\ndeux");
    expect(received.map(({ text }) => text)).toEqual(["un", "", "deux"]);
    expect(shown).toContain("Bonjour");
    expect(shown).toContain("vu : deux\n\n  1. Oui\n  2. Non\n\n--- a.json\n{}\n---");
  });

  it("takes pasted lines as one message in a terminal", async () => {
    const { received } = await talk("un\ndeux\ntrois\n", true);
    expect(received.map(({ text }) => text)).toEqual(["un\ndeux\ntrois"]);
  });

  it.each(["/quit", "  /quitter "])("leaves on %j and hears nothing after it", async (word) => {
    const { received } = await talk(`un\n${word}\ndeux\n`);
    expect(received.map(({ text }) => text)).toEqual(["un"]);
  });
});

describe("leaving the terminal in the middle of a turn", () => {
  it.each<[string, (parts: { stdin: PassThrough; platform: ConsolePlatform }) => unknown]>([
    ["by closing it", ({ stdin }) => stdin.end()],
    ["by a signal", ({ platform }) => platform.stop()],
  ])("%s loses neither the turn nor what was just typed", async (_, leave) => {
    const turn = holdStep();
    const console = await openConsole(true, turn.pass);
    let hasEnded = false;
    const ended = console.platform.ended.then(() => (hasEnded = true));
    console.stdin.write("un\n");
    await turn.reached;
    console.stdin.write("deux\n");
    await leave(console);
    await new Promise(setImmediate);
    expect(hasEnded).toBe(false);
    turn.release();
    await ended;
    expect(console.received.map(({ text }) => text)).toEqual(["un", "deux"]);
    const [, afterLeaving = ""] = console.shownSoFar().split("vu : un");
    expect(afterLeaving).toContain("vu : deux");
    // A prompt would wait for somebody who has left.
    expect(afterLeaving).not.toContain("> ");
    expect(console.stdin.isPaused()).toBe(true);
  });
});
