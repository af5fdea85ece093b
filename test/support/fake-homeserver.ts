import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fieldOf } from "../../src/adapters/matrix/field-of.ts";
import { type Fault, FakeFaults, type FaultRule } from "./fake-matrix/fake-faults.ts";
import { FakeRefusal } from "./fake-matrix/fake-refusal.ts";
import { answerLogin, answerRoute, placeOf } from "./fake-matrix/fake-routes.ts";
import { type FakeCall, type FakeDevice, FakeState } from "./fake-matrix/fake-state.ts";
import { isNews, syncAnswer, type SyncQuestion } from "./fake-matrix/fake-sync.ts";
import type { Json } from "./fake-matrix/fake-world.ts";

/** A request as it came. */
export interface SeenRequest {
  readonly method: string;
  /** Without its query, as `/_matrix/client/v3/sync`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly body: string;
}

/**
 * A small Matrix homeserver on the loopback, in memory, with faults on demand. What is in the rooms is
 * read and written through `world`, as other people's clients would.
 */
export class FakeHomeserver {
  readonly state = new FakeState();
  readonly world = this.state.world;
  readonly faults = new FakeFaults();
  readonly requests: SeenRequest[] = [];
  /** The largest timeline a sync gives, whatever is asked for: what is over it makes a gap. */
  timelineLimit = 50;
  /** Events that are told again at the next sync. */
  replay = 0;
  /** Gives each sync its answer in the place of the server's own; an odd one is given at once. */
  oddSyncs: ((usual: Json) => unknown) | undefined;
  #server: Server | undefined;
  #port = 0;
  readonly #waiting = new Set<() => void>();

  /** A server that listens; stop it in the end. */
  static async start(): Promise<FakeHomeserver> {
    const fake = new FakeHomeserver();
    fake.world.onChange = () => {
      fake.#wake();
    };
    await fake.comeBack();
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** An account, its password being `<name>-password`. */
  register(name: string): FakeDevice {
    return this.state.register(name);
  }

  fail(rule: FaultRule): void {
    this.faults.add(rule);
  }

  /** The requests to a path. */
  requestsTo(path: RegExp): readonly SeenRequest[] {
    return this.requests.filter((request) => path.test(request.path));
  }

  /** Cuts every connection and takes no more; what it holds stays. */
  async goAway(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    this.#wake();
    await closed;
  }

  /** Listens, again at the same address. */
  async comeBack(): Promise<void> {
    const server = createServer((request, response) => {
      this.#serve(request, response).catch((cause: unknown) => {
        response.destroy(cause instanceof Error ? cause : undefined);
      });
    });
    this.#server = server;
    server.listen(this.#port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address === "object" && address !== null) this.#port = address.port;
  }

  async stop(): Promise<void> {
    await this.goAway();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readAll(request);
    const url = new URL(request.url ?? "/", this.url);
    const { method = "GET" } = request;
    const token = request.headers.authorization?.replace(/^Bearer /, "");
    const seen = { method, path: url.pathname, query: url.searchParams, token };
    this.requests.push({ ...seen, body: bytes.toString("utf8") });
    const fault = this.faults.take(method, url.pathname);
    if (fault && (await actBefore(fault, response))) return;
    const contentType = request.headers["content-type"] ?? "";
    const answer = await this.#answer({ ...seen, bytes, contentType }, response);
    if (fault?.kind === "cut-after") response.socket?.destroy();
    else if (fault?.kind === "cut-within") cutWithin(response, answer);
    else {
      if (fault?.kind === "slow") await fault.until;
      response.writeHead(answer.status, { "content-type": answer.type }).end(answer.bytes);
    }
  }

  async #answer(request: WholeRequest, response: ServerResponse): Promise<Answer> {
    try {
      return await this.#handle(request, response);
    } catch (cause) {
      if (!(cause instanceof FakeRefusal)) throw cause;
      const { status, errcode } = cause;
      return jsonAnswer({ errcode, error: errcode }, status);
    }
  }

  async #handle(
    { method, path, query, token, bytes, contentType }: WholeRequest,
    response: ServerResponse,
  ): Promise<Answer> {
    const isJson = contentType.startsWith("application/json") && !path.startsWith("/_matrix/media");
    const json = isJson ? parse(bytes) : {};
    if (path === "/_matrix/client/versions") return jsonAnswer({ versions: ["v1.11"] });
    if (path === "/_matrix/client/v3/login") {
      const flows = { flows: [{ type: "m.login.password" }] };
      return jsonAnswer(method === "GET" ? flows : answerLogin(this.state, json));
    }
    const by = this.state.devices.get(token ?? "");
    if (!by)
      throw new FakeRefusal(401, token === undefined ? "M_MISSING_TOKEN" : "M_UNKNOWN_TOKEN");
    const call = { by, query, json, bytes, contentType };
    if (path === "/_matrix/client/v3/sync") return jsonAnswer(await this.#sync(call, response));
    if (path.startsWith("/_matrix/media/") || path.includes("/media/download/")) {
      return this.#media(method, path, call);
    }
    return jsonAnswer(answerRoute(this.state, method, path, call));
  }

  async #sync({ by, query }: FakeCall, response: ServerResponse): Promise<unknown> {
    const filter: unknown = JSON.parse(query.get("filter") ?? "{}");
    const asked = Number(fieldOf(filter, "room", "timeline", "limit") ?? 10);
    const question = (): SyncQuestion => ({
      ...by,
      since: placeOf(query.get("since")),
      timelineLimit: Math.min(asked, this.timelineLimit),
      replayed: this.replay,
      oneTimeKeys: this.state.keys.oneTimeKeysLeft(by.user, by.device),
    });
    const end = Date.now() + Number(query.get("timeout") ?? 0);
    while (this.replay === 0 && !isNews(this.world, question()) && Date.now() < end) {
      await this.#news(end - Date.now());
      if (response.destroyed) break;
    }
    const usual = syncAnswer(this.world, question());
    this.replay = 0;
    return this.oddSyncs ? this.oddSyncs(usual) : usual;
  }

  #media(method: string, path: string, { bytes, contentType }: FakeCall): Answer {
    if (method === "POST") {
      const id = randomUUID();
      this.state.media.set(id, { bytes, type: contentType });
      return jsonAnswer({ content_uri: `mxc://${this.world.domain}/${id}` });
    }
    const file = this.state.media.get(path.split("/").at(-1) ?? "");
    if (!file) throw new FakeRefusal(404, "M_NOT_FOUND");
    return { status: 200, type: file.type, bytes: file.bytes };
  }

  async #news(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
    });
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}

interface WholeRequest extends Omit<SeenRequest, "body"> {
  readonly bytes: Buffer;
  readonly contentType: string;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
}

function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, type: "application/json", bytes: Buffer.from(JSON.stringify(value)) };
}

/** Whether the fault was all there is to the answer. */
async function actBefore(fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault.kind === "silence") return true;
  if (fault.kind === "cut-before") {
    response.socket?.destroy();
    return true;
  }
  if (fault.kind !== "refuse") return false;
  const { status, body = "", headers } = fault;
  response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  return true;
}

function cutWithin(response: ServerResponse, { status, type, bytes }: Answer): void {
  response.writeHead(status, { "content-type": type, "content-length": bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

function parse(bytes: Buffer): Json {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8") || "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    throw new FakeRefusal(400, "M_NOT_JSON");
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  const read: AsyncIterable<Buffer> = request;
  for await (const part of read) parts.push(part);
  return Buffer.concat(parts);
}
