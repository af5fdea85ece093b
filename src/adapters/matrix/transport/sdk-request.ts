import { AsyncLocalStorage } from "node:async_hooks";
import { callbackify } from "node:util";
import { LogService, MatrixClient, setRequestFn } from "matrix-bot-sdk";
import { fieldOf } from "../field-of.ts";
import { fetchOnce } from "./fetch-once.ts";

/** A request as the SDK's client takes it; it adds the address and the token. */
export interface SdkRequest {
  readonly method: string;
  /** Starts with `/_matrix`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | boolean>>;
  readonly body: Buffer | undefined;
  readonly contentType: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly mostBytes: number;
}

/** A client of the SDK that does one try of a request, through our own fetch, and writes no log. */
export function createSdkClient(baseUrl: string, accessToken: string): MatrixClient {
  setRequestFn(requestFunction);
  // It would write what servers answer, and all of it at the level of errors.
  LogService.setLogger(silent);
  return new MatrixClient(baseUrl, accessToken);
}

/** The bytes of the answer. @throws as `fetchOnce` */
export async function doSdkRequest(client: MatrixClient, request: SdkRequest): Promise<Uint8Array> {
  const { method, path, query, body, timeoutMs, contentType } = request;
  const answer = await asked.run(request, async (): Promise<unknown> => {
    // Raw and without encoding: the SDK would read JSON twice over.
    const raw: unknown = await client.doRequest(
      method,
      path,
      query,
      body,
      timeoutMs,
      true,
      contentType,
      true,
    );
    return fieldOf(raw, "body");
  });
  if (!(answer instanceof Uint8Array)) throw new TypeError("the SDK changed the answer");
  return answer;
}

/** What the SDK has no parameter for, on its way through it. */
const asked = new AsyncLocalStorage<SdkRequest>();

/** In the shape of the `request` package, as lib/http.js of matrix-bot-sdk 0.7.1 calls it. */
const requestFunction = callbackify(async (parameters: unknown) => {
  const request = asked.getStore();
  if (!request) throw new TypeError("the SDK's client is used for nothing but `doSdkRequest`");
  return { statusCode: 200, body: await fetchOnce({ ...request, ...partsOf(parameters) }) };
});

function partsOf(parameters: unknown): {
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
} {
  const url = new URL(String(fieldOf(parameters, "uri")));
  const [query, headers] = [fieldOf(parameters, "qs"), fieldOf(parameters, "headers")];
  for (const [name, value] of entriesOf(query)) url.searchParams.append(name, String(value));
  const body = fieldOf(parameters, "body");
  return {
    url,
    headers: Object.fromEntries(entriesOf(headers).map(([name, value]) => [name, String(value)])),
    body: body instanceof Uint8Array ? Uint8Array.from(body) : undefined,
  };
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing, debug: nothing, trace: nothing };
