import type { SeenRequest } from "./seen-request.ts";

/** What befalls a request. */
export type Fate =
  /** Answered so; nothing is done. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 429, and so is all that comes to its bucket (to any, where it is global) before the time is over. */
  | {
      readonly kind: "rate-limited";
      readonly retryAfterMs: number;
      readonly scope?: "user" | "global" | "shared";
    }
  /** Nothing is done, and the connection closed. */
  | { readonly kind: "dropped" }
  /** Done, then the connection is closed without an answer: ended, or reset as by a crash (`ECONNRESET`). */
  | { readonly kind: "done-then-dropped"; readonly by?: "end" | "reset" }
  /** Done at once, answered when the promise resolves. */
  | { readonly kind: "slow"; readonly until: Promise<unknown> }
  /** Done only once the promise resolves. */
  | { readonly kind: "held"; readonly until: Promise<unknown> };

/** Which requests a fate is for. */
export interface FaultRule {
  readonly method?: string;
  /** Against the path below `/api/v10`, as `/channels/123/messages`. */
  readonly path?: RegExp;
  readonly where?: (request: SeenRequest) => boolean;
  /** The first of the matching requests it is for, 1 unless told. */
  readonly nth?: number;
  /** How many from there on, 1 unless told; Infinity for all. */
  readonly times?: number;
  readonly fate: Fate;
}

/** Has requests go wrong as tests say. */
export class Faults {
  #rows: { readonly rule: FaultRule; seen: number }[] = [];

  /** Has something go wrong from now on. @returns how to have it go right again */
  add(rule: FaultRule): () => void {
    const row = { rule, seen: 0 };
    this.#rows.push(row);
    return () => {
      this.#rows = this.#rows.filter((other) => other !== row);
    };
  }

  clear(): void {
    this.#rows = [];
  }

  /** What befalls a request; counts it. */
  take(request: SeenRequest): Fate | undefined {
    let fate: Fate | undefined;
    for (const row of this.#rows.filter(({ rule }) => isFor(rule, request))) {
      row.seen += 1;
      const { nth = 1, times = 1 } = row.rule;
      if (row.seen >= nth && row.seen < nth + times) fate ??= row.rule.fate;
    }
    return fate;
  }
}

function isFor({ method, path, where }: FaultRule, request: SeenRequest): boolean {
  if (method !== undefined && method !== request.method) return false;
  return (path?.test(request.path) ?? true) && (where?.(request) ?? true);
}
