/** A request to the API, below its version. */
export interface DiscordRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Starts with a slash, its parts already escaped. */
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly files?: readonly SentFile[] | undefined;
  /** False for interactions, whose token is in the path. */
  readonly isBotCall?: boolean;
  /** Once it is aborted, what was not asked yet is not asked. */
  readonly signal?: AbortSignal;
}

/** A file that goes with a message. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The API, whose pace is kept and whose faults are repeated where that is safe. */
export interface DiscordRest {
  /**
   * The JSON of the answer.
   * @throws DiscordRefusal when it answers with an error, DiscordUnreachable when it does not answer
   */
  request(request: DiscordRequest): Promise<unknown>;
}

/** The API answered with an error that trying again at once does not mend. */
export class DiscordRefusal extends Error {
  override readonly name = "DiscordRefusal";
  /** Of HTTP. */
  readonly status: number;
  /** Discord's own, as 50013; 0 when it says none. */
  readonly code: number;

  /** @param where the route, without ids that are secrets */
  constructor(where: string, status: number, code: number) {
    super(`${where} was refused (HTTP ${status}, code ${code})`);
    this.status = status;
    this.code = code;
  }
}

/** No answer came, or that of a server in trouble: what was asked may have been done. */
export class DiscordUnreachable extends Error {
  override readonly name = "DiscordUnreachable";
  constructor(where: string, options: { readonly cause: unknown }) {
    super(`${where} got no answer`, options);
  }
}
