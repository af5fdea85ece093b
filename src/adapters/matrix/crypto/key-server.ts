import { fieldOf } from "../field-of.ts";

/** A request to the homeserver, below `/_matrix/client/v3`. */
export interface KeyRequest {
  readonly method: "POST" | "PUT";
  /** Starts with a slash, its parts already escaped. */
  readonly path: string;
  /** JSON text. */
  readonly body: string;
}

/** What encryption asks of the homeserver: the adapter's HTTP client, which retries what may be repeated. */
export interface KeyServer {
  /**
   * The JSON text of the answer.
   * @throws RefusedByServer when it answers with an error, anything else when it cannot be reached
   */
  send(request: KeyRequest): Promise<string>;
}

/** The homeserver answered with an error. */
export class RefusedByServer extends Error {
  override readonly name = "RefusedByServer";
  readonly status: number;
  /** The JSON text of the answer; it goes into no log. */
  readonly body: string;

  constructor(status: number, body: string) {
    super(`the homeserver refused (HTTP ${status}${codeIn(body)})`);
    this.status = status;
    this.body = body;
  }
}

function codeIn(body: string): string {
  try {
    const code = fieldOf(JSON.parse(body), "errcode");
    return typeof code === "string" ? `, ${code}` : "";
  } catch {
    return "";
  }
}
