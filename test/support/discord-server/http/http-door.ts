import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiRefusal, refusal } from "../api-refusal.ts";
import type { ServerCore } from "../server-core.ts";
import { channelRoutes } from "../routes/channel-routes.ts";
import { commandRoutes } from "../routes/command-routes.ts";
import { eventRoutes } from "../routes/event-routes.ts";
import { guildRoutes } from "../routes/guild-routes.ts";
import { identityRoutes } from "../routes/identity-routes.ts";
import { interactionRoutes } from "../routes/interaction-routes.ts";
import { messageRoutes } from "../routes/message-routes.ts";
import { reactionRoutes } from "../routes/reaction-routes.ts";
import { threadRoutes } from "../routes/thread-routes.ts";
import { webhookRoutes } from "../routes/webhook-routes.ts";
import type { Fate, Faults } from "./faults.ts";
import { type RateLimits, tooMany } from "./rate-limits.ts";
import { bytesOf, readBody, type ReadBody } from "./read-body.ts";
import type { Reply, Route } from "./route.ts";
import type { SeenRequest } from "./seen-request.ts";

const routes: readonly Route[] = [
  ...identityRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...channelRoutes,
  ...threadRoutes,
  ...guildRoutes,
  ...eventRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

type Headers = Readonly<Record<string, string>>;

interface Read extends ReadBody {
  readonly refused: ApiRefusal | undefined;
}

/** Where requests come in: records them, holds them to their limits, has faults befall them, does them. */
export class HttpDoor {
  readonly requests: SeenRequest[] = [];
  readonly #core: ServerCore;
  readonly #faults: Faults;
  readonly #limits: RateLimits;

  constructor(core: ServerCore, faults: Faults, limits: RateLimits) {
    this.#core = core;
    this.#faults = faults;
    this.#limits = limits;
  }

  /** Takes a request. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request);
    const url = new URL(request.url ?? "/", "http://here");
    if (url.pathname.startsWith("/attachments/")) {
      this.#giveFile(url.pathname, response);
      return;
    }
    const path = url.pathname.replace(/^\/api\/v10(?=\/)/, "");
    const route = routes.find((one) => one.method === request.method && one.pattern.test(path));
    const read = await readSafely(bytes, request.headers["content-type"] ?? "");
    const seen = this.#record(request, { path, query: url.searchParams, route, read });
    // Also for who waits for a request that is never answered.
    this.#core.changes.happened();
    const limit = this.#limits.count(seen.route, path);
    const fate = limit.refused ? undefined : this.#faults.take(seen);
    const send = (status: number, body: unknown, headers: Headers = {}): void => {
      seen.status = status;
      // An answer without a body has no type: discord.js would read nothing as JSON, and fail.
      const type: Headers = body === undefined ? {} : { "content-type": "application/json" };
      const text = body === undefined ? "" : JSON.stringify(body);
      response.writeHead(status, { ...type, ...limit.headers, ...headers }).end(text);
      this.#core.changes.happened();
    };
    if (limit.refused) {
      const { retryAfterMs, isGlobal } = limit.refused;
      const { body, headers } = tooMany(retryAfterMs, isGlobal ? "global" : "user");
      send(429, body, headers);
    } else await this.#meet(fate, { seen, route, read, send, response });
  }

  async #meet(
    fate: Fate | undefined,
    {
      seen,
      route,
      read,
      send,
      response,
    }: {
      readonly seen: SeenRequest;
      readonly route: Route | undefined;
      readonly read: Read;
      readonly send: (status: number, body: unknown, headers?: Headers) => void;
      readonly response: ServerResponse;
    },
  ): Promise<void> {
    if (fate?.kind === "answer") {
      send(fate.status, fate.body ?? { message: "A fault", code: 0 }, fate.headers);
      return;
    }
    if (fate?.kind === "rate-limited") {
      const { retryAfterMs, scope = "user" } = fate;
      this.#limits.close(seen.route, seen.path, retryAfterMs, scope);
      const { body, headers } = tooMany(retryAfterMs, scope);
      send(429, body, headers);
      return;
    }
    if (fate?.kind === "dropped") {
      response.socket?.destroy();
      return;
    }
    if (fate?.kind === "held") await fate.until;
    const reply = this.#do(route, seen, read);
    if (fate?.kind === "slow") await fate.until;
    if (fate?.kind === "done-then-dropped") {
      if (fate.by === "reset") response.socket?.resetAndDestroy();
      else response.socket?.destroy();
    } else send(reply.status, reply.body);
  }

  #do(
    route: Route | undefined,
    { path, query, headers }: SeenRequest,
    { body, list, files, refused }: Read,
  ): Reply {
    try {
      if (!route) throw refusal("notFound");
      const isKnown = headers["authorization"] === `Bot ${this.#core.settings.token}`;
      if (!route.isOpen && !isKnown) throw refusal("unauthorized");
      if (refused) throw refused;
      const params = (route.pattern.exec(path) ?? [])
        .slice(1)
        .map((part) => decodeURIComponent(part));
      return route.handle(this.#core, { params, query, body, list, files });
    } catch (error) {
      if (error instanceof ApiRefusal) return { status: error.status, body: error.body };
      throw error;
    }
  }

  #record(
    request: IncomingMessage,
    {
      path,
      query,
      route,
      read,
    }: { path: string; query: URLSearchParams; route: Route | undefined; read: ReadBody },
  ): SeenRequest {
    const { method = "GET", headers } = request;
    const seen: SeenRequest = {
      method,
      path,
      query,
      headers,
      route: route ? `${method} ${route.path}` : "",
      body: read.body,
      list: read.list,
      files: read.files.map(({ filename }) => filename),
      atMs: this.#core.world.nowMs,
      realMs: performance.now(),
      status: undefined,
    };
    this.requests.push(seen);
    return seen;
  }

  #giveFile(path: string, response: ServerResponse): void {
    const [, , channelId = "", id = ""] = path.split("/");
    const messages = this.#core.world.channels.get(channelId)?.messages ?? [];
    const file = messages.flatMap(({ attachments }) => attachments).find((one) => one.id === id);
    if (file) response.writeHead(200, { "content-type": file.contentType }).end(file.bytes);
    else response.writeHead(404).end();
  }
}

async function readSafely(bytes: Buffer, contentType: string): Promise<Read> {
  try {
    return { ...(await readBody(bytes, contentType)), refused: undefined };
  } catch (error) {
    const refused = error instanceof ApiRefusal ? error : refusal("badJson");
    return { body: {}, list: [], files: [], refused };
  }
}
