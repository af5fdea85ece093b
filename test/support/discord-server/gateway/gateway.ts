import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { isJson, type Json, listOf, numberOf, parseJson, textOf } from "../json.ts";
import { shardOf } from "../world/snowflakes.ts";
import { areIntents, intentFor, refusedOf } from "./intents.ts";
import { payload, Session } from "./session.ts";

/** What the gateway needs to know of the server behind it. */
export interface GatewayHost {
  readonly token: string;
  /** The privileged intents the application was granted. */
  readonly grantedIntents: number;
  readonly heartbeatMs: number;
  readonly nowMs: number;
  /** What a session is welcomed with, but for what the gateway knows itself. */
  welcome(session: Session): {
    readonly ready: Json;
    readonly arrivals: readonly (readonly [string, Json])[];
  };
}

/** An event, and who may hear of it. */
export interface GatewayEvent {
  readonly type: string;
  /** None for direct messages, that go to shard 0. */
  readonly guildId?: string | undefined;
  /** What a session is told: content depends on its intents. */
  readonly data: (session: Session) => unknown;
}

/** A shard's first word, as it came. */
export interface SeenIdentify {
  readonly intents: number;
  readonly shard: readonly unknown[];
  readonly body: Json;
  readonly atMs: number;
}

/**
 * The gateway: welcomes shards, tells them events, lets them resume.
 * Source: discord-api-docs developers/events/gateway, developers/topics/opcodes-and-status-codes#gateway
 */
export class Gateway {
  readonly identifies: SeenIdentify[] = [];
  /** Sequence numbers that shards resumed from, and what they had missed. */
  readonly resumes: {
    readonly sequence: number;
    readonly missed: number;
    readonly atMs: number;
  }[] = [];
  /** Presence updates, member requests and such, that are recorded only. */
  readonly otherFrames: Json[] = [];
  /** The close codes that the next identifies are refused with, whatever they say. */
  readonly refusals: number[] = [];
  /** Whether heartbeats are answered. */
  acknowledgesHeartbeats = true;
  heartbeats = 0;
  resumeUrl = "";
  onChange: () => void = () => undefined;
  readonly #host: GatewayHost;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Map<WebSocket, Session | undefined>();
  readonly #toLose: string[] = [];

  constructor(host: GatewayHost) {
    this.#host = host;
  }

  /** The sessions that are connected now. */
  get connected(): readonly Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket?.readyState === 1);
  }

  /** Takes a new socket in. */
  accept(socket: WebSocket): void {
    this.#sockets.set(socket, undefined);
    socket.on("message", (data) => {
      // A frame comes as one buffer by default: `ws`, option binaryType.
      const frame = parseJson(Buffer.isBuffer(data) ? data.toString("utf8") : "");
      if (!isJson(frame)) socket.close(4002, "Error while decoding payload.");
      else this.#hear(socket, frame);
      this.onChange();
    });
    socket.on("close", (code) => {
      this.#leave(socket, code);
    });
    socket.on("error", () => {
      socket.terminate();
    });
    socket.send(payload(10, { d: { heartbeat_interval: this.#host.heartbeatMs, _trace: [] } }));
  }

  /** Tells an event to the shard it is for, if its intents let it through. */
  tell({ type, guildId, data }: GatewayEvent): void {
    const lost = this.#toLose.indexOf(type);
    if (lost !== -1) this.#toLose.splice(lost, 1);
    const intent = intentFor(type, guildId === undefined);
    for (const session of this.#sessions.values()) {
      const { intents: asked, shard, shards } = session.identified;
      const isForShard = shard === (guildId === undefined ? 0 : shardOf(guildId, shards));
      if (!isForShard || (intent !== 0 && !(asked & intent))) continue;
      if (lost === -1) session.tell(type, data(session));
      else session.lose();
    }
  }

  /** Sends any event to every shard, whatever its intents: for fuzzing. */
  tellRaw(type: string, data: unknown): void {
    for (const session of this.#sessions.values()) session.tell(type, data);
  }

  /** Loses the next event of a type for good. */
  loseNext(type: string): void {
    this.#toLose.push(type);
  }

  /** Closes connections with a code. @param forget whether their sessions may not be resumed */
  close(code: number, { forget = false } = {}): void {
    for (const session of this.connected) {
      if (forget) this.#sessions.delete(session.id);
      session.socket?.close(code);
    }
  }

  /** Asks every shard to reconnect (op 7). */
  askToReconnect(): void {
    for (const { socket } of this.connected) socket?.send(payload(7));
  }

  /** Tells every shard that its session is invalid (op 9). */
  invalidateSessions({ resumable }: { readonly resumable: boolean }): void {
    for (const session of this.connected) {
      if (!resumable) this.#sessions.delete(session.id);
      const { socket } = session;
      if (socket) this.#sockets.set(socket, undefined);
      session.socket = undefined;
      socket?.send(payload(9, { d: resumable }));
    }
  }

  /** Forgets what could be resumed: whoever comes back starts anew. */
  forgetSessions(): void {
    for (const { id, socket } of this.#sessions.values())
      if (socket?.readyState !== 1) this.#sessions.delete(id);
  }

  #hear(socket: WebSocket, { op, d }: Json): void {
    const session = this.#sockets.get(socket);
    if (op === 1) this.#beat(socket);
    else if (op === 2) this.#identify(socket, session, d);
    else if (op === 6) this.#resume(socket, session, d);
    else if (!session) socket.close(4003, "Not authenticated.");
    else if (op === 3 || op === 4 || op === 8) this.otherFrames.push({ op, d });
    else socket.close(4001, "Unknown opcode.");
  }

  #beat(socket: WebSocket): void {
    this.heartbeats += 1;
    if (this.acknowledgesHeartbeats) socket.send(payload(11));
  }

  #identify(socket: WebSocket, before: Session | undefined, d: unknown): void {
    if (before) {
      socket.close(4005, "Already authenticated.");
      return;
    }
    const body = isJson(d) ? d : {};
    const asked = numberOf(body["intents"]) ?? -1;
    const place = body["shard"] === undefined ? [0, 1] : listOf(body["shard"]);
    this.identifies.push({ intents: asked, shard: place, body, atMs: this.#host.nowMs });
    const [shard, shards] = place.map(Number);
    const code = this.refusals.shift() ?? this.#whyNot(body, asked, shard, shards);
    if (code !== undefined) socket.close(code);
    else this.#begin(socket, { intents: asked, shard: shard ?? 0, shards: shards ?? 1 });
  }

  #whyNot(body: Json, asked: number, shard = -1, shards = 0): number | undefined {
    if (body["token"] !== this.#host.token) return 4004;
    if (!(shard >= 0 && shard < shards)) return 4010;
    if (!areIntents(asked)) return 4013;
    return refusedOf(asked, this.#host.grantedIntents) === 0 ? undefined : 4014;
  }

  #begin(socket: WebSocket, identified: Session["identified"]): void {
    for (const old of this.#sessions.values()) {
      const isSame =
        old.identified.shard === identified.shard && old.identified.shards === identified.shards;
      if (isSame && old.socket?.readyState !== 1) this.#sessions.delete(old.id);
    }
    const session = new Session(randomUUID().replaceAll("-", ""), identified, socket);
    this.#sessions.set(session.id, session);
    this.#sockets.set(socket, session);
    const { ready, arrivals } = this.#host.welcome(session);
    const { shard, shards } = identified;
    const own = {
      session_id: session.id,
      resume_gateway_url: this.resumeUrl,
      shard: [shard, shards],
    };
    session.tell("READY", { ...ready, ...own });
    for (const [type, data] of arrivals) session.tell(type, data);
  }

  #resume(socket: WebSocket, before: Session | undefined, d: unknown): void {
    const body = isJson(d) ? d : {};
    const sequence = numberOf(body["seq"]) ?? -1;
    const session = this.#sessions.get(textOf(body["session_id"]) ?? "");
    if (before) socket.close(4005, "Already authenticated.");
    else if (body["token"] !== this.#host.token) socket.close(4004, "Authentication failed.");
    else if (session && sequence > session.sequence) socket.close(4007, "Invalid seq.");
    else if (!session?.canReplayAfter(sequence)) socket.send(payload(9, { d: false }));
    else {
      this.#sockets.set(socket, session);
      const missed = session.resumeOn(socket, sequence);
      this.resumes.push({ sequence, missed, atMs: this.#host.nowMs });
    }
  }

  #leave(socket: WebSocket, code: number): void {
    const session = this.#sockets.get(socket);
    this.#sockets.delete(socket);
    // Closed on purpose, a session is over: developers/events/gateway#disconnecting
    if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    if (session?.socket === socket) session.socket = undefined;
    this.onChange();
  }
}
