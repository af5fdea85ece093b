import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** The reason of a server that did not answer within the time limit. */
export const timeOut = "time-out";

/** No usable answer came: it may or may not have done what was asked. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
  /** In a word, as `ECONNREFUSED` or `time-out`. */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(`the homeserver cannot be reached (${reason})`, options);
    this.reason = reason;
  }
}

/** It did not do what was asked: we asked for too much in too short a time. */
export class RateLimited extends RefusedByServer {
  /** Its `Retry-After` header. */
  readonly retryAfter: string | undefined;

  constructor(body: string, retryAfter: string | undefined) {
    super(429, body);
    this.retryAfter = retryAfter;
  }
}

/** Beyond this, asking once is no burden for any server. */
const longestAskedMs = HOUR_MS;

/**
 * Milliseconds it asks to be left alone, 100 to an hour; undefined when it does not say.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#rate-limiting
 */
export function askedWaitMs({ retryAfter, body }: RateLimited, now: Date): number | undefined {
  const ms = waitInHeader(retryAfter, now) ?? waitInBody(body);
  return ms === undefined ? undefined : Math.min(longestAskedMs, Math.max(100, ms));
}

/** Whether it is the server that did not do what was asked. */
export function isServerFault(cause: unknown): cause is RefusedByServer | ServerUnreachable {
  return cause instanceof RefusedByServer || cause instanceof ServerUnreachable;
}

/** What went wrong, in words fit for a log: no address, no token, nothing that people wrote. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof ServerUnreachable) return cause.reason;
  if (cause instanceof RefusedByServer) return `HTTP ${cause.status}`;
  return cause instanceof Error ? cause.name : "unknown";
}

/** The error code of a refusal, as `M_FORBIDDEN`. */
export function errorCodeOf({ body }: RefusedByServer): string | undefined {
  const code = fieldOf(parsed(body), "errcode");
  return typeof code === "string" ? code : undefined;
}

/** A field of the answer of a refusal. */
export function refusalField({ body }: RefusedByServer, name: string): unknown {
  return fieldOf(parsed(body), name);
}

function waitInHeader(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : at - now.getTime();
}

function waitInBody(body: string): number | undefined {
  const ms = fieldOf(parsed(body), "retry_after_ms");
  return typeof ms === "number" && Number.isFinite(ms) ? ms : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
