import type { Json } from "./fake-world.ts";

/** What goes wrong with a request. */
export type Fault =
  /** Answered with an error; nothing is done. */
  | {
      readonly kind: "refuse";
      readonly status: number;
      readonly body?: Json | string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is cut before anything is done. */
  | { readonly kind: "cut-before" }
  /** It is done, and the connection cut before the answer. */
  | { readonly kind: "cut-after" }
  /** It is done, and the answer cut in its middle. */
  | { readonly kind: "cut-within" }
  /** Never answered; nothing is done. */
  | { readonly kind: "silence" }
  /** Done, and answered once the promise resolves. */
  | { readonly kind: "slow"; readonly until: Promise<void> };

/** Which requests a fault is for. */
export interface FaultRule {
  readonly method?: string;
  readonly path: RegExp;
  /** Requests it is for, 1 unless told; Infinity for all. */
  readonly times?: number;
  /** Requests that go well first. */
  readonly after?: number;
  readonly fault: Fault;
}

/** A refusal for too many requests. */
export function tooMany(retryAfterMs: number): Fault {
  const body = { errcode: "M_LIMIT_EXCEEDED", error: "Too many", retry_after_ms: retryAfterMs };
  return { kind: "refuse", status: 429, body };
}

/** A server's own fault. */
export function serverError(status = 500): Fault {
  return { kind: "refuse", status, body: { errcode: "M_UNKNOWN", error: "Internal" } };
}

/** The faults that wait for their request. */
export class FakeFaults {
  readonly #rules: { readonly rule: FaultRule; skip: number; left: number }[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ rule, skip: rule.after ?? 0, left: rule.times ?? 1 });
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** The fault for a request, used up by it. */
  take(method: string, path: string): Fault | undefined {
    for (const entry of this.#rules) {
      const { rule } = entry;
      if (entry.left === 0 || !rule.path.test(path)) continue;
      if (rule.method !== undefined && rule.method !== method) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      return rule.fault;
    }
    return undefined;
  }
}
