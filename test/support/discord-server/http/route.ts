import type { Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import type { UploadedFile } from "./read-body.ts";

/** A request, read. */
export interface Call {
  /** What stands in the place of `:name` in the route, in order. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly list: readonly unknown[];
  readonly files: readonly UploadedFile[];
}

/** What is answered; 204 without a body. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export type Handle = (core: ServerCore, call: Call) => Reply;

export interface Route {
  readonly method: string;
  /** As `/channels/:channel/messages`. */
  readonly path: string;
  readonly pattern: RegExp;
  readonly handle: Handle;
  /** Whether the token of an interaction is all it takes. */
  readonly isOpen: boolean;
}

/** A route that wants the assistant's token. */
export function on(method: string, path: string, handle: Handle): Route {
  const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, "([^/]+)")}$`);
  return { method, path, pattern, handle, isOpen: false };
}

/** A route that needs no token. */
export function open(method: string, path: string, handle: Handle): Route {
  return { ...on(method, path, handle), isOpen: true };
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

export const noContent: Reply = { status: 204 };
