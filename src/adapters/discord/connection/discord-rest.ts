import { DiscordAPIError, HTTPError, REST, RequestMethod } from "discord.js";
import {
  DiscordRefusal,
  type DiscordRequest,
  type DiscordRest,
  DiscordUnreachable,
} from "../rest.ts";

/** What the API is reached with. */
export interface RestOptions {
  /** Without a slash at its end. */
  readonly apiBaseUrl: string;
  readonly token: string;
  /** Told once Discord no longer knows the token: nothing can be asked from then on. */
  readonly onUnauthorized?: () => void;
}

/** The API through discord.js, which keeps the pace of every bucket and repeats what a server in trouble refused. */
export function createRest({
  apiBaseUrl,
  token,
  onUnauthorized = () => undefined,
}: RestOptions): DiscordRest {
  const rest = new REST({ api: apiBaseUrl, version: "10" }).setToken(token);
  return {
    request: async (request) => {
      try {
        return await rest.request({ ...optionsOf(request), fullRoute: request.path });
      } catch (cause) {
        const translated = translate(request, cause);
        if (request.isBotCall !== false && isUnauthorized(translated)) onUnauthorized();
        throw translated;
      }
    },
  };
}

function optionsOf({ method, body, query, files, isBotCall = true, signal }: DiscordRequest) {
  return {
    method: methods[method],
    auth: isBotCall,
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
    ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
    ...(files === undefined || files.length === 0
      ? {}
      : {
          files: files.map(({ name, type, bytes }) => ({ name, contentType: type, data: bytes })),
        }),
  };
}

const methods = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
} as const;

/** What discord.js throws holds the words that were sent: they go no further. */
function translate(request: DiscordRequest, cause: unknown): Error {
  const where = `${request.method} ${withoutTokens(request.path)}`;
  if (cause instanceof DiscordAPIError) {
    return new DiscordRefusal(where, cause.status, Number(cause.code) || 0);
  }
  if (cause instanceof HTTPError && cause.status < 500) {
    return new DiscordRefusal(where, cause.status, 0);
  }
  return new DiscordUnreachable(where, { cause: reasonOf(cause) });
}

function isUnauthorized(cause: Error): boolean {
  return cause instanceof DiscordRefusal && cause.status === 401;
}

function withoutTokens(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, "$1…");
}

function reasonOf(cause: unknown): string {
  if (cause instanceof HTTPError) return `HTTP ${cause.status}`;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : "unknown";
}
