import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import {
  errorCodeOf,
  RateLimited,
  refusalField,
  ServerUnreachable,
  timeOut,
} from "./server-faults.ts";

/** One try of a request. */
export interface OneTry {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** From the first byte sent to the last received. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** The largest answer taken. */
  readonly mostBytes: number;
}

/**
 * The bytes of the answer. Only what is read follows a redirect: a request that changes something is done
 * where it was meant to be. The token goes to no other origin.
 * @throws RefusedByServer, ServerUnreachable; RangeError when the answer is too large; the signal's reason
 */
export async function fetchOnce(one: OneTry): Promise<Uint8Array> {
  one.signal?.throwIfAborted();
  // Not AbortSignal.any: each of its signals stays with a long-lived source for good.
  const ending = new AbortController();
  const stop = () => {
    ending.abort();
  };
  const timer = setTimeout(() => {
    ending.abort(new ServerUnreachable(timeOut));
  }, one.timeoutMs);
  one.signal?.addEventListener("abort", stop);
  try {
    return await answerOf(one, ending.signal);
  } catch (cause) {
    one.signal?.throwIfAborted();
    throw asFault(cause);
  } finally {
    clearTimeout(timer);
    one.signal?.removeEventListener("abort", stop);
  }
}

async function answerOf(one: OneTry, signal: AbortSignal): Promise<Uint8Array> {
  const { url, method, headers, body, mostBytes } = one;
  const redirect = method === "GET" ? "follow" : "manual";
  const response = await fetch(url, { method, headers, body: body ?? null, redirect, signal });
  const bytes = await bytesOf(response, mostBytes);
  if (response.ok) return bytes;
  const text = Buffer.from(bytes).toString("utf8");
  const { status } = response;
  if (status === 429) {
    throw new RateLimited(text, response.headers.get("retry-after") ?? undefined);
  }
  const refusal = new RefusedByServer(status, text);
  throw isItsOwn(refusal) ? refusal : new ServerUnreachable(`HTTP ${status}`);
}

/**
 * Whether the homeserver itself refuses: a proxy before it, when it is away or suspects us, answers with a
 * page of its own. Only what is too large for a proxy stays so.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#standard-error-response, and
 * #user-interactive-authentication-api, whose refusals have flows in the place of a code.
 */
function isItsOwn(refusal: RefusedByServer): boolean {
  if (refusal.status === 413 || errorCodeOf(refusal) !== undefined) return true;
  return Array.isArray(refusalField(refusal, "flows"));
}

async function bytesOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  const { body, headers } = response;
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (Number(headers.get("content-length") ?? 0) > mostBytes) {
    await body.cancel();
    throw tooLarge(mostBytes);
  }
  const read: AsyncIterable<Uint8Array> = body;
  for await (const part of read) {
    bytes += part.length;
    // Leaving the loop cancels the rest.
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(mostBytes: number): RangeError {
  return new RangeError(`the answer is larger than ${mostBytes} bytes`);
}

function asFault(cause: unknown): unknown {
  if (cause instanceof RefusedByServer || cause instanceof RangeError) return cause;
  if (cause instanceof ServerUnreachable) return cause;
  // Node's fetch says why in its cause; a cut in the middle of an answer is "terminated".
  const code = cause instanceof Error ? fieldOfError(cause.cause, "code") : undefined;
  return new ServerUnreachable(typeof code === "string" ? code : "connection cut", { cause });
}

function fieldOfError(cause: unknown, name: string): unknown {
  // The fields of an error that are its own can be read like any object's.
  return cause instanceof AggregateError ? fieldOf(cause.errors[0], name) : fieldOf(cause, name);
}
