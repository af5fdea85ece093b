import { randomUUID } from "node:crypto";
import type { SimulatedEvent } from "../adapters/simulated/simulate-protocol.ts";
import type { Incoming, IncomingFile, IncomingMessage } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";

/** What somebody does, as a line of `simulate` says it. */
export type SimulatedAct = Extract<SimulatedEvent, { from: string }>;

/** A message that was said, by somebody or by us. */
interface Said {
  readonly id: string;
  /** Undefined for ours. */
  readonly from?: string;
  readonly text: string;
  /** See `placeOf`. */
  readonly place: string;
  /** The id of the thread it stands in. */
  readonly thread?: string | undefined;
}

/** Makes messages of the lines of `simulate`, which name earlier ones as a script can. */
export class SimulatedTalk {
  // Ids must not come again on a store that is kept, where they would pass for replays.
  readonly #run = randomUUID();
  #events = 0;
  /** In order. */
  readonly #said: Said[] = [];
  /** The keys of messages that opened a thread. */
  readonly #threads = new Set<string>();

  /** A message was sent. */
  hear({ key, text, opensThread, to, thread }: Reply): void {
    this.#said.push({ id: key, text, place: placeOf(to), thread });
    if (opensThread === true) this.#threads.add(key);
  }

  /** What a line says to the bot. */
  incomingOf(act: SimulatedAct, now: Date): Incoming {
    const base = this.#baseOf(act, now);
    const { from, address } = base;
    if ("delete" in act) return { from, address, deletes: this.#idOf(act.delete, address) };
    if ("react" in act) {
      const { sign } = act.react;
      const on = this.#idOf(act.react.on, address);
      const name = act.id ?? `sign.${on}.${from}.${sign}`;
      return { ...base, isForUs: true, sign: name, reacts: { sign, on } };
    }
    if ("press" in act) {
      const shown = act.on === undefined ? undefined : this.#find(act.on, address);
      const on = shown?.id ?? act.on;
      const thread = base.thread ?? shown?.thread;
      return { ...base, thread, pressed: act.press, isForUs: true, pressedOn: on, pressedKey: on };
    }
    return this.#written(act, base);
  }

  #written(act: Extract<SimulatedAct, { text: string }>, base: IncomingMessage): IncomingMessage {
    const { text, mention, replyTo, edits, files } = act;
    const { address, thread } = base;
    const meant = replyTo === undefined ? undefined : this.#find(replyTo, address);
    const isAnswer = meant !== undefined && meant.from === undefined;
    const inOurThread = thread !== undefined && this.#threads.has(thread);
    this.#said.push({ id: base.id, from: base.from, text, place: placeOf(address), thread });
    return {
      ...base,
      text,
      isForUs: address.isDirect || mention || isAnswer || inOurThread,
      edits: edits === undefined ? undefined : this.#idOf(edits, address),
      repliesTo: replyTo === undefined ? undefined : answered(replyTo, meant),
      files: files?.map(fileOf),
    };
  }

  #baseOf({ id, from, platform, roles, room, direct, thread }: SimulatedAct, now: Date) {
    this.#events += 1;
    // Without a room it is between the two of them.
    const isDirect = direct ?? room === undefined;
    const address = { platform, room: room ?? `@${from}`, isDirect };
    const below = thread === undefined ? undefined : this.#find(thread, address);
    return {
      id: id ?? `${this.#run}.${this.#events}`,
      from,
      isFromBot: false,
      roles,
      address,
      text: "",
      pressed: undefined,
      isForUs: isDirect,
      sentAt: now,
      // A message of a thread names that.
      thread: below?.thread ?? below?.id ?? thread,
    } satisfies IncomingMessage;
  }

  #idOf(reference: string, where: Place): string {
    return this.#find(reference, where)?.id ?? reference;
  }

  /** The message a line names; undefined where it is not known. By words, it is one of the room they are said in. */
  #find(reference: string, where: Place): Said | undefined {
    if (!reference.startsWith("~")) return this.#said.findLast(({ id }) => id === reference);
    const words = reference.slice(1).trim();
    const here = placeOf(where);
    return this.#said.findLast(({ text, place }) => place === here && asRead(text).includes(words));
  }
}

type Place = Pick<Reply["to"], "platform" | "room">;

/** Names a room. */
function placeOf({ platform, room }: Place): string {
  return JSON.stringify([platform, room]);
}

/** What a reply answers; its id alone where it is not known. */
function answered(reference: string, meant: Said | undefined): IncomingMessage["repliesTo"] {
  if (!meant) return { id: reference };
  const { id, from, text } = meant;
  return { id, text, ...(from !== undefined && { from }) };
}

/** A text without its marks: a script names what people see. */
function asRead(text: string): string {
  return text.replaceAll("*", "");
}

function fileOf({
  name,
  type,
  base64,
}: {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}): IncomingFile {
  const bytes = Buffer.from(base64, "base64");
  return { name, type, size: bytes.length, read: () => Promise.resolve(bytes) };
}
