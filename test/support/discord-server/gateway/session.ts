import type { WebSocket } from "ws";
import type { Json } from "../json.ts";

/** Events kept for a session that may come back; older ones are lost, as the real gateway loses them. */
const KEPT = 5000;

export interface SentEvent {
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** What an assistant asked for as it identified. */
export interface Identified {
  readonly intents: number;
  readonly shard: number;
  readonly shards: number;
}

/** One shard's conversation with the gateway: goes on over several sockets when it is resumed. */
export class Session {
  readonly id: string;
  readonly identified: Identified;
  socket: WebSocket | undefined;
  #sequence = 0;
  #events: SentEvent[] = [];

  constructor(id: string, identified: Identified, socket: WebSocket) {
    this.id = id;
    this.identified = identified;
    this.socket = socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Sends an event, or keeps it for when the shard resumes. */
  tell(event: string, data: unknown): void {
    const sent = { s: (this.#sequence += 1), t: event, d: data };
    this.#events.push(sent);
    if (this.#events.length > KEPT) this.#events = this.#events.slice(-KEPT / 2);
    this.#send(sent);
  }

  /** Loses an event: it has a number, and never comes. */
  lose(): void {
    this.#sequence += 1;
  }

  /** Whether what came after a number is still known. */
  canReplayAfter(sequence: number): boolean {
    const oldest = this.#events[0]?.s ?? this.#sequence + 1;
    return sequence <= this.#sequence && sequence >= oldest - 1;
  }

  /** Goes on over a new socket: what was missed, then RESUMED. @returns how many were missed */
  resumeOn(socket: WebSocket, sequence: number): number {
    this.socket = socket;
    const missed = this.#events.filter(({ s }) => s > sequence);
    for (const event of missed) this.#send(event);
    this.tell("RESUMED", { _trace: [] });
    return missed.length;
  }

  #send(event: SentEvent): void {
    if (this.socket?.readyState === 1) this.socket.send(payload(0, event));
  }
}

/** A frame as the gateway writes it. */
export function payload(op: number, fields: Json | SentEvent = {}): string {
  return JSON.stringify({ op, d: null, s: null, t: null, ...fields });
}
