import type { MatrixClient } from "matrix-bot-sdk";
import { ConfigurationError } from "../../../model/errors.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { type KeyRequest, RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import type { Homeserver, ServerRequest } from "../room-event.ts";
import { realWait, repeatRequest, type Wait } from "./repeat-request.ts";
import { isSafeToRepeat } from "./safe-to-repeat.ts";
import { createSdkClient, doSdkRequest, type SdkRequest } from "./sdk-request.ts";
import { errorCodeOf, ServerUnreachable } from "./server-faults.ts";

/** What a homeserver is spoken to with. */
export interface HomeserverOptions {
  /** As `https://matrix.example.org`. */
  readonly baseUrl: string;
  /** Empty before logging in. */
  readonly accessToken: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Most tries after faults where a request does not say; 5 unless told, which takes about ten seconds. */
  readonly tries?: number;
  readonly random?: () => number;
  readonly wait?: Wait;
  /** Ends the requests under way, and their waits, but those that have a signal of their own. */
  readonly signal?: AbortSignal;
}

/** @throws ConfigurationError when the address or the token cannot be one */
export function createHomeserver(options: HomeserverOptions): Homeserver {
  const { baseUrl, accessToken } = options;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new ConfigurationError(
      "the Matrix homeserver is not a web address as https://matrix.example.org",
    );
  }
  // Fetch would quote a token it cannot send.
  if (!/^[\u0021-\u007e]*$/.test(accessToken)) {
    throw new ConfigurationError(
      "the Matrix access token holds a space, a line end or a foreign letter: copy it again, whole",
    );
  }
  return new SdkHomeserver(options);
}

type PlainRequest = Omit<SdkRequest, "signal"> &
  Pick<ServerRequest, "signal" | "tries" | "beforeTry">;

const defaults = { query: {}, contentType: "application/json", timeoutMs: 60_000 };

class SdkHomeserver implements Homeserver {
  readonly #client: MatrixClient;
  readonly #options: HomeserverOptions;

  constructor(options: HomeserverOptions) {
    this.#options = options;
    this.#client = createSdkClient(options.baseUrl, options.accessToken);
  }

  async request({ path, body, ...rest }: ServerRequest): Promise<unknown> {
    const bytes = rest.method === "GET" ? undefined : Buffer.from(JSON.stringify(body ?? {}));
    const plain = { ...defaults, ...rest, path, body: bytes, mostBytes: Infinity };
    return this.#repeat(plain, (answer) => jsonOf(textOf(answer)));
  }

  async send({ method, path, body }: KeyRequest): Promise<string> {
    const bytes = Buffer.from(body);
    const plain = { ...defaults, method, path: `/client/v3${path}`, body: bytes };
    return this.#repeat({ ...plain, mostBytes: Infinity }, (answer) => {
      const text = textOf(answer);
      jsonOf(text);
      return text;
    });
  }

  async whoAmI(): Promise<{ readonly user: string; readonly device: string | undefined }> {
    const answer = await this.request({ method: "GET", path: "/client/v3/account/whoami" });
    const [user, device] = [fieldOf(answer, "user_id"), fieldOf(answer, "device_id")];
    if (typeof user !== "string") throw new ServerUnreachable("it does not say who we are");
    return { user, device: typeof device === "string" ? device : undefined };
  }

  async upload(bytes: Uint8Array, type: string): Promise<string> {
    const upload = { method: "POST", path: "/media/v3/upload", body: Buffer.from(bytes) };
    const plain = { ...defaults, ...upload, contentType: type, timeoutMs: 120_000 };
    return this.#repeat({ ...plain, mostBytes: Infinity }, (answer) => {
      const address = fieldOf(jsonOf(textOf(answer)), "content_uri");
      if (typeof address === "string" && mediaAddress.test(address)) return address;
      throw new ServerUnreachable("it does not say where the file is");
    });
  }

  async download(address: string, mostBytes: number): Promise<Uint8Array> {
    const [, server, file] = mediaAddress.exec(address) ?? [];
    if (server === undefined || file === undefined) throw new TypeError("not an mxc address");
    const place = `${encodeURIComponent(server)}/${encodeURIComponent(file)}`;
    const get = async (folder: string) => {
      const one = { method: "GET", path: `${folder}/${place}`, body: undefined, mostBytes };
      // Another server may never give it: who asks for it tries again.
      return this.#repeat({ ...defaults, ...one, timeoutMs: 10_000, tries: 1 }, (answer) => answer);
    };
    try {
      return await get("/client/v1/media/download");
    } catch (cause) {
      // Servers before Matrix 1.11 know the old address only.
      if (!(cause instanceof RefusedByServer) || errorCodeOf(cause) !== "M_UNRECOGNIZED") {
        throw cause;
      }
      return get("/media/v3/download");
    }
  }

  async #repeat<T>(request: PlainRequest, read: (answer: Uint8Array) => T): Promise<T> {
    const { clock, log, random = Math.random, wait = realWait } = this.#options;
    const { method, path } = request;
    const signal = request.signal ?? this.#options.signal;
    const sdkRequest = { ...request, path: `/_matrix${path}`, signal };
    const attempt = async (): Promise<T> => {
      await request.beforeTry?.();
      return read(await doSdkRequest(this.#client, sdkRequest));
    };
    return repeatRequest(attempt, {
      isSafe: isSafeToRepeat(method, path),
      tries: request.tries ?? this.#options.tries ?? 5,
      signal,
      now: () => clock.now(),
      random,
      wait,
      onRateLimit: (waitMs) => {
        log.info("homeserver-asks-to-wait", { method, waitMs });
      },
    });
  }
}

/** Strict: the two parts become parts of a path. */
const mediaAddress = /^mxc:\/\/([\w.:[\]-]{1,255})\/([\w-]{1,255})$/;

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** A proxy's page in the place of an answer is like no answer. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // Its message would quote the answer.
    throw new ServerUnreachable(
      `no JSON in its answer (${cause instanceof Error ? cause.name : ""})`,
    );
  }
}
