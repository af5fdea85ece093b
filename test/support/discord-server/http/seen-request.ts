import type { Json } from "../json.ts";

/** A request as it came, and how it was answered. */
export interface SeenRequest {
  readonly method: string;
  /** Below `/api/v10`, without its query. */
  readonly path: string;
  /** With names in the place of ids, as `POST /channels/:channel/messages`; empty for an unknown one. */
  readonly route: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Json;
  /** What a bulk registration sends. */
  readonly list: readonly unknown[];
  readonly files: readonly string[];
  /** In ms of the server's clock. */
  readonly atMs: number;
  /** In ms of real time, to measure distances with. */
  readonly realMs: number;
  /** Undefined when the connection was cut. */
  status: number | undefined;
}
