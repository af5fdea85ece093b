import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Address } from "../../model/address.ts";
import type { Language } from "../../model/language.ts";
import { areListedInText } from "../../model/marked-choices.ts";
import type { Attachment, Reply } from "../../model/reply.ts";
import type { ChatPlatform, Receive } from "../../ports/chat-platform.ts";
import { renderMarkdown, withoutControls, type TerminalStyle } from "./render-markdown.ts";

/** What the console talks through. */
export interface ConsoleParts {
  readonly input: Readable;
  readonly output: Writable;
  /** True when a person sits in front of it: prompt, history, pasted lines gathered. */
  readonly isInteractive: boolean;
  readonly style: TerminalStyle;
  /** Shown first. */
  readonly welcome: string;
  /** Gives each message an id that was never used on this store. */
  readonly nextId: () => string;
  readonly now: () => Date;
  /** Puts a file that is no text where the person can open it. @returns what is said of it */
  readonly saveFile: (file: Attachment, language: Language | undefined) => Promise<string>;
}

/** Lines of one paste come within this time; then it is one message. */
const PASTE_MS = 30;

const address: Address = { platform: "console", room: "terminal", isDirect: true };
const prompt = "> ";

/** A chat in the terminal: one person, no account. */
export class ConsolePlatform implements ChatPlatform {
  readonly name = "console";
  readonly #parts: ConsoleParts;
  #lines: Interface | undefined;
  #hasLeft = false;
  #isClosed = false;
  readonly #shown = new Set<string>();
  #pasted: string[] = [];
  #pasteTimer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();
  /** Resolves when the person leaves: /quit, end of input, Ctrl-C. */
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(parts: ConsoleParts) {
    this.#parts = parts;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  start(receive: Receive): Promise<void> {
    const { input, output, isInteractive } = this.#parts;
    this.#write(`${renderMarkdown(this.#parts.welcome, this.#parts.style)}\n\n`);
    const lines = createInterface({ input, output, terminal: isInteractive, prompt });
    this.#lines = lines;
    lines.on("line", (line) => {
      // Lines read together with "/quit" still come after it.
      if (this.#hasLeft) return;
      if (isInteractive) this.#gather(line, receive);
      else this.#say(line, receive);
    });
    lines.on("close", () => {
      this.#isClosed = true;
      this.#flushPaste(receive);
      this.#turn = this.#turn.finally(() => this.#end());
    });
    if (isInteractive) lines.prompt();
    return Promise.resolve();
  }

  async send(reply: Reply): Promise<string | undefined> {
    // What a terminal showed can be neither taken back nor corrected.
    if (reply.isOnlyInPlace === true) return undefined;
    if (this.#shown.has(reply.key) || reply.isWithdrawal === true) return reply.key;
    this.#shown.add(reply.key);
    const { style } = this.#parts;
    const listed = areListedInText(reply.choices) ? [] : reply.choices;
    const choices = listed.map(({ label }, index) => `  ${index + 1}. ${label}`);
    const files = await Promise.all(reply.attachments.map((file) => this.#showFile(file, reply)));
    const text = [renderMarkdown(withoutControls(reply.text), style), choices.join("\n"), ...files]
      .filter((part) => part !== "")
      .join("\n\n");
    this.#write(`\n${text}\n\n`);
    return reply.key;
  }

  showTyping(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#lines?.close();
    return Promise.resolve();
  }

  /** Words are shown; a picture or a printed page cannot be. */
  async #showFile(file: Attachment, { language }: Reply): Promise<string> {
    if (file.encoding === undefined) return `--- ${file.name}\n${withoutControls(file.text)}\n---`;
    const saved = await this.#parts.saveFile(file, language);
    return [saved, file.alt ?? ""].filter((part) => part !== "").join("\n");
  }

  /** Pasted lines arrive one by one; together they are one message. */
  #gather(line: string, receive: Receive): void {
    this.#pasted.push(line);
    clearTimeout(this.#pasteTimer);
    this.#pasteTimer = setTimeout(() => this.#flushPaste(receive), PASTE_MS);
  }

  #flushPaste(receive: Receive): void {
    clearTimeout(this.#pasteTimer);
    if (this.#pasted.length === 0) return;
    const text = this.#pasted.join("\n");
    this.#pasted = [];
    this.#say(text, receive);
  }

  #say(text: string, receive: Receive): void {
    const leaving = /(?:^|\n)\s*\/?(?:quit|quitter|exit)\s*$/i.exec(text);
    const said = leaving ? text.slice(0, leaving.index) : text;
    if (!leaving || said.trim() !== "")
      this.#turn = this.#turn.then(() => this.#hear(said, receive));
    if (!leaving) return;
    this.#hasLeft = true;
    this.#lines?.close();
  }

  async #hear(text: string, receive: Receive): Promise<void> {
    const { nextId, now, isInteractive } = this.#parts;
    await receive({
      id: nextId(),
      from: "me",
      isFromBot: false,
      roles: [],
      address,
      text,
      pressed: undefined,
      isForUs: true,
      sentAt: now(),
    });
    // Prompting a closed terminal would hold the process open.
    if (isInteractive && !this.#isClosed) this.#lines?.prompt();
  }

  #write(text: string): void {
    this.#parts.output.write(text);
  }
}
