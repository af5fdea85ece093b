import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import { RefusedByServer } from "./crypto/key-server.ts";
import { fieldOf } from "./field-of.ts";
import { OneAtATime } from "./crypto/one-at-a-time.ts";
import { type Offer, reactionContent } from "./messages/choices.ts";
import { threadOf } from "./messages/event-fields.ts";
import type { EventContent, Homeserver, RoomEvent } from "./room-event.ts";
import { pathOf } from "./rooms/load-room.ts";
import { RateLimited, reasonOf } from "./transport/server-faults.ts";

/** What good manners need. */
export interface MannersParts {
  readonly server: Homeserver;
  readonly ourUser: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long the room is told that we type, when nothing ends it before. */
const typingMs = 30_000;
/** Where reactions are not to be had, none is tried for a while: the messages count the same. */
const calmMs = 10 * 60_000;
/** None of this is worth waiting for longer. */
const mostMs = 5000;

/**
 * Signs around messages: typing, "read", reactions to tap. Each is tried once; none holds a message up, and
 * of several that wait for one room, only the latest is shown.
 */
export class Manners {
  readonly #parts: MannersParts;
  readonly #lines = new Map<string, OneAtATime>();
  readonly #latest = new Map<string, () => Promise<void>>();
  readonly #typing = new Set<string>();
  readonly #reacting = new Map<string, AbortController>();
  /** By room, or everywhere under no name; in milliseconds since 1970. */
  readonly #calmUntil = new Map<string, number>();

  constructor(parts: MannersParts) {
    this.#parts = parts;
  }

  /** Tells a room that an answer is being prepared. */
  async type(room: string): Promise<void> {
    this.#typing.add(room);
    await this.#putTyping(room, { typing: true, timeout: typingMs });
  }

  /** Nothing is being prepared in a room any more. */
  async stopTyping(room: string): Promise<void> {
    if (this.#typing.delete(room)) await this.#putTyping(room, { typing: false });
  }

  /** Tells a room how far we have read. */
  async read(room: string, event: RoomEvent): Promise<void> {
    const path = `${pathOf(room)}/receipt/m.read/${encodeURIComponent(event.id)}`;
    await this.#try(room, "receipt", async () => {
      await this.#request("POST", path, receiptOf(event.content), AbortSignal.timeout(mostMs));
    });
  }

  /** Puts the signs of a message's choices under it, to tap on. */
  async offer({ room, event, signs }: Offer): Promise<void> {
    if (this.#isCalm(room) || this.#isCalm("")) return;
    const stopping = new AbortController();
    this.#reacting.get(room)?.abort();
    this.#reacting.set(room, stopping);
    await this.#try(room, "reactions", async () => {
      const late = AbortSignal.timeout(mostMs);
      for (const sign of signs) {
        if (stopping.signal.aborted) return;
        // The first first; and one that the server has no time for is followed by none.
        // oxlint-disable-next-line no-await-in-loop
        await this.#request(
          "PUT",
          `${pathOf(room)}/send/m.reaction/${encodeURIComponent(`${event}.${codeOf(sign)}`)}`,
          reactionContent(event, sign),
          late,
        );
      }
    });
  }

  /** A message is about to go to a room: what was being put under an earlier one no longer matters. */
  makeWay(room: string): void {
    this.#reacting.get(room)?.abort();
    this.#reacting.delete(room);
  }

  async #putTyping(room: string, body: object): Promise<void> {
    const path = `${pathOf(room)}/typing/${encodeURIComponent(this.#parts.ourUser)}`;
    await this.#try(room, "typing", () =>
      this.#request("PUT", path, body, AbortSignal.timeout(mostMs)),
    );
  }

  async #request(
    method: "PUT" | "POST",
    path: string,
    body: object,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#parts.server.request({ method, path, body, signal, tries: 1, timeoutMs: mostMs });
  }

  async #try(room: string, what: string, task: () => Promise<void>): Promise<void> {
    const key = `${room} ${what}`;
    const isWaiting = this.#latest.has(key);
    this.#latest.set(key, task);
    if (isWaiting) return;
    const line = this.#lines.get(key) ?? new OneAtATime();
    this.#lines.set(key, line);
    try {
      await line.run(async () => {
        const latest = this.#latest.get(key);
        this.#latest.delete(key);
        await latest?.();
      });
    } catch (cause) {
      this.#parts.log.info("sign-not-shown", { room, what, why: reasonOf(cause) });
      if (what === "reactions") this.#keepCalm(room, cause);
    }
  }

  /** A room may not allow reactions; a server in trouble has no time for any. */
  #keepCalm(room: string, cause: unknown): void {
    const isRooms = isRefusal(cause);
    this.#calmUntil.set(isRooms ? room : "", this.#parts.clock.now().getTime() + calmMs);
  }

  #isCalm(room: string): boolean {
    return this.#parts.clock.now().getTime() < (this.#calmUntil.get(room) ?? 0);
  }
}

/** An emoji in plain letters and digits. */
function codeOf(sign: string): string {
  return Buffer.from(sign).toString("hex");
}

/** Refused for what or where it is: a server in trouble refuses nothing for good. */
function isRefusal(cause: unknown): boolean {
  if (!(cause instanceof RefusedByServer) || cause instanceof RateLimited) return false;
  return cause.status < 500;
}

/**
 * A receipt names the thread its event is in. Edits, reactions and the like are in the one of the event they
 * are about, which we do not look up: their receipts are for all threads.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#threaded-read-receipts
 */
function receiptOf(content: EventContent): EventContent {
  const thread = threadOf(content);
  if (thread !== undefined) return { thread_id: thread };
  const relation = fieldOf(content, "m.relates_to", "rel_type");
  return relation === undefined ? { thread_id: "main" } : {};
}
