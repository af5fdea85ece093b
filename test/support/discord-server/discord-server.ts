import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { WebSocketServer } from "ws";
import type { Gateway } from "./gateway/gateway.ts";
import { Faults, type FaultRule } from "./http/faults.ts";
import { HttpDoor } from "./http/http-door.ts";
import { RateLimits } from "./http/rate-limits.ts";
import type { SeenRequest } from "./http/seen-request.ts";
import type { Interaction } from "./interaction.ts";
import { GuildHouse, type NewGuild } from "./people/guild-house.ts";
import { Person } from "./people/person.ts";
import { type RegisteredCommand, ServerCore } from "./server-core.ts";
import type { ServerSettings } from "./settings.ts";
import { usualPermissions } from "./world/permission-bits.ts";
import type { World } from "./world/world.ts";

/**
 * A Discord of our own on the loopback, in memory: enough of API v10 and of the gateway for the real
 * discord.js, strict where the documents say what is refused, with people who act as tests say and faults
 * on demand. The client is pointed at `apiUrl` and logs in with `token`.
 */
export class DiscordServer {
  readonly core: ServerCore;
  readonly faults = new Faults();
  readonly rateLimits = new RateLimits();
  readonly #door: HttpDoor;
  readonly #people = new Map<string, Person>();
  readonly #sockets = new WebSocketServer({ noServer: true });
  #server: Server | undefined;
  #port = 0;
  /** How many of the next handshakes of the gateway are answered 502. */
  refusedHandshakes = 0;

  /** A server that listens; stop it in the end. */
  static async start(settings: ServerSettings = {}): Promise<DiscordServer> {
    const server = new DiscordServer(settings);
    await server.comeBack();
    return server;
  }

  private constructor(settings: ServerSettings) {
    this.core = new ServerCore(settings);
    this.#door = new HttpDoor(this.core, this.faults, this.rateLimits);
  }

  /** What the client is given as `rest.api`. */
  get apiUrl(): string {
    return `${this.core.url}/api`;
  }

  get token(): string {
    return this.core.settings.token;
  }

  get gateway(): Gateway {
    return this.core.gateway;
  }

  get world(): World {
    return this.core.world;
  }

  /** The assistant's account. */
  get botId(): string {
    return this.core.bot.id;
  }

  /** How people name the assistant in a text. */
  get botMention(): string {
    return `<@${this.botId}>`;
  }

  /** Every request that came, oldest first. */
  get requests(): readonly SeenRequest[] {
    return this.#door.requests;
  }

  get interactions(): readonly Interaction[] {
    return [...this.core.interactions.values()];
  }

  get commands(): readonly RegisteredCommand[] {
    return [...this.core.commands.values()];
  }

  /** The requests to a route, as `POST /channels/:channel/messages`. */
  requestsTo(route: string): readonly SeenRequest[] {
    return this.requests.filter((request) => request.route === route);
  }

  /** Somebody by a name, made the first time. @param locale as `fr` */
  person(name: string, { locale = "fr" }: { readonly locale?: string } = {}): Person {
    const found =
      this.#people.get(name) ?? new Person(this.core, this.world.addAccount(name, false, locale));
    this.#people.set(name, found);
    return found;
  }

  /** A guild the assistant is in, with the usual rights unless told. */
  guild(name: string, news: NewGuild): GuildHouse {
    return new GuildHouse(this.core, name, { botMay: usualPermissions, ...news });
  }

  /** Has requests go wrong from now on. @returns how to have them go right again */
  fail(rule: FaultRule): () => void {
    return this.faults.add(rule);
  }

  /** Sends any event to the assistant, whatever its shape: for fuzzing. */
  emitRaw(event: string, data: unknown): void {
    this.gateway.tellRaw(event, data);
  }

  /** Waits until something holds of the server. @throws Error naming what was waited for, after the limit */
  async waitUntil(holds: () => boolean, what: string): Promise<void> {
    await this.core.changes.until(() => holds() || undefined, what, this.core.settings.waitMs);
  }

  /** Waits until so many shards are connected and welcomed. */
  async waitForShards(count = 1): Promise<void> {
    await this.waitUntil(
      () => this.gateway.connected.length >= count,
      `${count} shards to be connected`,
    );
  }

  /** Cuts every connection and takes no more; what it holds stays. */
  async goAway(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, "close");
    server.close();
    for (const socket of this.#sockets.clients) socket.terminate();
    server.closeAllConnections();
    await closed;
  }

  /** Listens, again at the same address. */
  async comeBack(): Promise<void> {
    const server = createServer((request, response) => {
      this.#door.serve(request, response).catch((cause: unknown) => {
        response.destroy(cause instanceof Error ? cause : undefined);
      });
    });
    server.on("upgrade", (request, socket, head) => {
      if (this.refusedHandshakes > 0) {
        this.refusedHandshakes -= 1;
        socket.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (accepted) => {
        this.gateway.accept(accepted);
      });
    });
    this.#server = server;
    server.listen(this.#port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address === "object" && address !== null) this.#port = address.port;
    this.core.url = `http://127.0.0.1:${this.#port}`;
    this.gateway.resumeUrl = `ws://127.0.0.1:${this.#port}`;
  }

  async stop(): Promise<void> {
    await this.goAway();
  }
}
