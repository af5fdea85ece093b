import type { Deletion, IncomingMessage } from "../../../model/incoming-message.ts";
import type { Receive } from "../../../ports/chat-platform.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { platformName } from "../discord-documents.ts";
import { idOf, listOf, numberOf, textOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import { DiscordRefusal } from "../rest.ts";
import { untilReached } from "../until-reached.ts";
import { readEdit, readMessage, type Reading, type ReadMessage } from "./read-message.ts";
import { readReaction, readTakenReaction } from "./read-reaction.ts";
import type { ReadPlaces } from "./read-places.ts";
import { readTextFile } from "./read-text-file.ts";

/** What taking messages in needs. */
export interface IntakeParts {
  readonly reading: Reading;
  readonly places: ReadPlaces;
  readonly receive: Receive;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when nothing is to be waited for any more. */
  readonly signal: AbortSignal;
  /** Told of each message that is for us, before its turn. */
  readonly onHeard: (message: IncomingMessage) => void;
  /** Told of a message for us that Discord emptied. */
  readonly onUnread: (message: IncomingMessage) => Promise<void>;
}

/** Takes in what is written, corrected and deleted, and choices made by a reaction or taken back with it. */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #underWay = new Set<Promise<void>>();
  /** By channel and person, what is being fetched: nobody's words overtake their own. */
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Takes an event of the gateway; nothing of it throws. */
  hear({ type, data }: Dispatch): void {
    if (type === "MESSAGE_CREATE") this.#run(() => this.take(data));
    else if (type === "MESSAGE_UPDATE") this.#run(() => this.#correct(data));
    else if (type === "MESSAGE_REACTION_ADD") this.#run(() => this.#choose(data));
    else if (type === "MESSAGE_REACTION_REMOVE") this.#run(() => this.#takeBack(data));
    else if (type === "MESSAGE_DELETE") this.#run(() => this.#forget(data, idOf(data, "id")));
    else if (type === "MESSAGE_DELETE_BULK") {
      for (const id of listOf(data, "ids")) {
        this.#run(() => this.#forget(data, textOf(id)));
      }
    }
  }

  /** Takes one message, from the gateway or fetched; resolves once it had its turn. */
  async take(data: unknown): Promise<void> {
    const { reading, places, receive, onHeard, onUnread, log } = this.#parts;
    const channel = idOf(data, "channel_id");
    // Whether all of a thread is for us is known by its channel.
    if (reading.readsAll()) await this.#findThread(data);
    const first = readMessage(data, reading)?.message;
    if (channel === undefined) return;
    if (!first) {
      const passed = idOf(data, "id");
      if (passed !== undefined) await places.pass(channel, passed);
      return;
    }
    const { id, from } = first;
    const { isDirect } = first.address;
    const guild = idOf(data, "guild_id");
    // Before its turn, and not waited for: the turn is what takes time.
    const begun = places.begin(channel, id, { from, isDirect, guild }).catch((cause: unknown) => {
      log.error("place-not-kept", cause, { channel });
    });
    const read = await this.#inLine(`${channel}/${from}`, () => this.#readWhole(data));
    if (read?.kind === "unread") {
      await onUnread(read.message).catch((cause: unknown) => {
        // A notice that cannot be shown must not hold up what comes after it.
        log.error("notice-not-shown", cause, { channel });
      });
    }
    if (read?.kind === "said") {
      onHeard(read.message);
      await receive(read.message);
    }
    await begun;
    const { thread, channel: parent } = reading.threads.placeOf(channel, guild);
    await places.end(channel, id, thread === undefined ? undefined : parent);
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #correct(data: unknown): Promise<void> {
    const { reading } = this.#parts;
    if (reading.readsAll() || readEdit(data, reading)) await this.#findThread(data);
    const message = readEdit(data, reading);
    if (message) await this.#parts.receive(message);
  }

  async #choose(data: unknown): Promise<void> {
    const { reading, receive, clock } = this.#parts;
    const message = readReaction(data, reading, clock.now());
    if (message) await receive(message);
  }

  async #takeBack(data: unknown): Promise<void> {
    const { reading, receive } = this.#parts;
    const deletion = readTakenReaction(data, reading);
    if (deletion) await receive(deletion);
  }

  async #forget(data: unknown, message: string | undefined): Promise<void> {
    const { reading, places, receive } = this.#parts;
    const channel = idOf(data, "channel_id");
    if (message === undefined || channel === undefined) return;
    const guild = idOf(data, "guild_id");
    const place = reading.threads.placeOf(channel, guild);
    const author = places.authorOf(channel, message);
    const mayConcernUs =
      place.isDirect ||
      author !== undefined ||
      places.has(channel) ||
      reading.threads.isOwn(channel) ||
      reading.sent.hasAnswered(message);
    if (!mayConcernUs) return;
    const deletion: Deletion = {
      // Discord does not tell who took it away.
      from: author ?? "",
      address: { platform: platformName, room: place.channel, isDirect: place.isDirect },
      deletes: message,
    };
    await receive(deletion);
  }

  /** With the text of its file, and where its thread is. */
  async #readWhole(data: unknown): Promise<ReadMessage | undefined> {
    const { reading } = this.#parts;
    await this.#findThread(data);
    return readMessage(await readTextFile(data, reading.apiBaseUrl), reading);
  }

  /** After a start, a thread may be heard in before anything is known of it. */
  async #findThread(data: unknown): Promise<void> {
    const { reading, log, signal } = this.#parts;
    const id = idOf(data, "channel_id");
    const type = numberOf(data, "channel_type");
    if (id === undefined || type === undefined) return;
    try {
      await untilReached(() => reading.threads.find(id, type), log, signal);
    } catch (cause) {
      if (!(cause instanceof DiscordRefusal)) throw cause;
      // It is answered as a place of its own.
      log.info("thread-not-found", { thread: id, code: cause.code });
    }
  }

  async #inLine<T>(line: string, task: () => Promise<T>): Promise<T> {
    const before = this.#lines.get(line) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(task);
    this.#lines.set(line, turn);
    try {
      return await turn;
    } finally {
      if (this.#lines.get(line) === turn) this.#lines.delete(line);
    }
  }

  #run(task: () => Promise<void>): void {
    const running = task()
      .catch((cause: unknown) => {
        this.#parts.log.error("message-not-taken", cause);
      })
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
  }
}
