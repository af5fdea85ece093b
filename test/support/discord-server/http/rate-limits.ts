import { createHash } from "node:crypto";

/** How many requests a bucket takes in how long. */
export interface Allowance {
  readonly requests: number;
  readonly perMs: number;
}

/** What a request is told of its bucket. */
export interface LimitAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** When it comes too early: what to refuse it with. */
  readonly refused: { readonly retryAfterMs: number; readonly isGlobal: boolean } | undefined;
}

interface Bucket {
  readonly hash: string;
  used: number;
  endsAt: number;
  /** Everything is refused until then. */
  closedUntil: number;
}

/** The first id of these paths makes a bucket its own. Source: developers/topics/rate-limits */
const majorPath = /^\/(?:channels|guilds|webhooks)\/([^/]+(?:\/[A-Za-z][^/]{20,})?)/;

/** Counts requests by bucket, in real time, as the assistant's own waiting is. */
export class RateLimits {
  /** How many requests came although they had been told to wait. */
  violations = 0;
  readonly #buckets = new Map<string, Bucket>();
  readonly #allowances: { readonly route: RegExp; readonly allowance: Allowance }[] = [];
  #globalUntil = 0;

  /** Gives the routes that match, as `POST /channels/:channel/messages`, an allowance. Generous unless told. */
  allow(route: RegExp, allowance: Allowance): void {
    this.#allowances.unshift({ route, allowance });
    this.#buckets.clear();
  }

  /** Refuses everything in a request's bucket, or everything at all, for a while. */
  close(
    route: string,
    path: string,
    retryAfterMs: number,
    scope: "user" | "global" | "shared",
  ): void {
    const until = performance.now() + retryAfterMs;
    if (scope === "global") this.#globalUntil = until;
    else this.#bucketOf(route, path).closedUntil = until;
  }

  /** Counts a request. @param route as `POST /channels/:channel/messages` */
  count(route: string, path: string): LimitAnswer {
    const now = performance.now();
    const bucket = this.#bucketOf(route, path);
    const { requests, perMs } = this.#allowanceOf(route);
    if (bucket.endsAt <= now) Object.assign(bucket, { used: 0, endsAt: now + perMs });
    const isGlobal = this.#globalUntil > now;
    const waitsUntil = isGlobal
      ? this.#globalUntil
      : bucket.closedUntil > now
        ? bucket.closedUntil
        : bucket.used >= requests
          ? bucket.endsAt
          : 0;
    const refused = waitsUntil > now ? { retryAfterMs: waitsUntil - now, isGlobal } : undefined;
    if (refused) this.violations += 1;
    else bucket.used += 1;
    const leftMs = Math.max(bucket.endsAt - now, 0);
    const headers = {
      "x-ratelimit-limit": String(requests),
      "x-ratelimit-remaining": String(Math.max(requests - bucket.used, 0)),
      "x-ratelimit-reset": ((Date.now() + leftMs) / 1000).toFixed(3),
      "x-ratelimit-reset-after": (leftMs / 1000).toFixed(3),
      "x-ratelimit-bucket": bucket.hash,
    };
    return { headers, refused };
  }

  #allowanceOf(route: string): Allowance {
    return (
      this.#allowances.find((one) => one.route.test(route))?.allowance ?? {
        requests: 10_000,
        perMs: 1000,
      }
    );
  }

  #bucketOf(route: string, path: string): Bucket {
    const key = `${route} ${majorPath.exec(path)?.[1] ?? ""}`;
    const hash = createHash("sha256").update(route).digest("hex").slice(0, 32);
    const bucket = this.#buckets.get(key) ?? { hash, used: 0, endsAt: 0, closedUntil: 0 };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

/** The answer to a request that came too early. Source: developers/topics/rate-limits#exceeding-a-rate-limit */
export function tooMany(
  retryAfterMs: number,
  scope: "user" | "global" | "shared",
): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
} {
  const seconds = retryAfterMs / 1000;
  const isGlobal = scope === "global";
  return {
    headers: {
      "retry-after": String(Math.ceil(seconds * 1000) / 1000),
      "x-ratelimit-scope": scope,
      ...(isGlobal && { "x-ratelimit-global": "true" }),
    },
    body: { message: "You are being rate limited.", retry_after: seconds, global: isGlobal },
  };
}
