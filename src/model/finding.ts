/** What a check found. */
export interface Finding {
  readonly what: string;
  readonly state: "good" | "bad" | "unknown";
  /** What to do about it, when it is not good. */
  readonly remedy?: string;
}

export function good(what: string): Finding {
  return { what, state: "good" };
}

export function bad(what: string, remedy: string): Finding {
  return { what, state: "bad", remedy };
}

/** Could not be checked. */
export function unknown(what: string, remedy: string): Finding {
  return { what, state: "unknown", remedy };
}
