import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";

/** A request on its way to the homeserver. */
export interface ProxiedRequest {
  readonly method: string;
  /** Path and query, its parts escaped. */
  readonly path: string;
  readonly body: string;
  readonly atMs: number;
}

/** What the homeserver answered, or somebody in its name. */
export interface ProxiedAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** What befalls a request: an answer, or its connection cut. `forward` asks the real server. */
export type Fate = (
  request: ProxiedRequest,
  forward: () => Promise<ProxiedAnswer>,
) => Promise<ProxiedAnswer | "cut">;

/** Which requests a fault befalls, and how many of them. */
export interface Fault {
  readonly strikes: (request: ProxiedRequest) => boolean;
  readonly times?: number;
  readonly fate: Fate;
}

/** Stands between the assistant and its homeserver, and has go wrong what a test says. */
export class FaultProxy {
  /** Every request that came, oldest first. */
  readonly requests: ProxiedRequest[] = [];
  readonly #server: Server;
  readonly #target: URL;
  #faults: { readonly fault: Fault; left: number }[] = [];

  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming, response) => {
      void this.#serve(incoming).then((answer) => {
        if (answer === "cut") return incoming.socket.destroy();
        response.writeHead(answer.status, { "content-type": answer.type });
        return response.end(answer.body);
      });
    });
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return `http://127.0.0.1:${address.port}`;
  }

  /** Has something go wrong from now on. @returns how to have it go right again */
  break(fault: Fault): () => void {
    const row = { fault, left: fault.times ?? Infinity };
    this.#faults.push(row);
    return () => {
      this.#faults = this.#faults.filter((other) => other !== row);
    };
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(incoming: IncomingMessage): Promise<ProxiedAnswer | "cut"> {
    const body = await bytesOf(incoming);
    const { method = "GET", url: path = "/" } = incoming;
    const proxied = { method, path, body: body.toString(), atMs: performance.now() };
    this.requests.push(proxied);
    const forward = (): Promise<ProxiedAnswer> => this.#forward(incoming, body);
    const row = this.#faults.find(({ fault, left }) => left > 0 && fault.strikes(proxied));
    try {
      if (!row) return await forward();
      row.left -= 1;
      return await row.fault.fate(proxied, forward);
    } catch {
      // The homeserver is away, or went away in the middle.
      return "cut";
    }
  }

  async #forward(incoming: IncomingMessage, body: Buffer): Promise<ProxiedAnswer> {
    const { method, url: path, headers } = incoming;
    const { hostname, port } = this.#target;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request({ hostname, port, method, path, headers }, resolve);
      outgoing.once("error", reject);
      outgoing.end(body);
    });
    const type = answer.headers["content-type"] ?? "application/json";
    return { status: answer.statusCode ?? 502, type, body: await bytesOf(answer) };
  }
}

/** An answer the server did not give. */
export function answerWith(status: number, content: object): ProxiedAnswer {
  return { status, type: "application/json", body: Buffer.from(JSON.stringify(content)) };
}

/** Whether a request sends an event of a type to a room. */
export function sends({ method, path }: ProxiedRequest, room: string, type = ""): boolean {
  const start = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/${type}`;
  return method === "PUT" && path.startsWith(start);
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  stream.on("data", (part: Buffer) => parts.push(part));
  await once(stream, "end");
  return Buffer.concat(parts);
}
