import type { OutboxRow } from "../model/outbox-row.ts";
import { MINUTE_MS } from "../model/durations.ts";

/** What is to be done about an announcement now. */
export type Step =
  | { readonly kind: "try" }
  | { readonly kind: "wait"; readonly until: Date }
  /** `failed`: it was tried in vain. Else it is skipped for this reason. */
  | { readonly kind: "give-up"; readonly reason: GiveUp };

/** Why an announcement is not tried any more. */
export type GiveUp = "failed" | "too-late" | "outcome-unknown";

/** A sender that did not come back within this time has crashed. Source: WORKSHOPS.md 7.2. */
const LEASE_MS = MINUTE_MS;

/** Minutes after the first, second, third and every later failure. Source: WORKSHOPS.md 7.2. */
const delaysMin = [1, 5, 15, 60] as const;

const longestMs = 60 * MINUTE_MS;

/**
 * What is to be done about an announcement now. Nothing goes out once it is useless, but for a
 * cancellation of which a crash left unknown whether it went out: twice is better than not at all, and
 * under the same key the platform shows it once as long as it remembers.
 * @param isHurried somebody asked for it: the next try is not waited for
 */
export function nextStep(
  { state, notBefore, usefulUntil, announced }: OutboxRow,
  now: Date,
  isHurried = false,
): Step {
  if (usefulUntil !== undefined && now > new Date(usefulUntil)) {
    if (state.kind === "waiting") return { kind: "give-up", reason: "too-late" };
    if (state.kind === "failed") return { kind: "give-up", reason: "failed" };
    if (announced?.kind !== "cancellation") return { kind: "give-up", reason: "outcome-unknown" };
  }
  switch (state.kind) {
    case "waiting":
      return notBefore !== undefined && new Date(notBefore) > now
        ? { kind: "wait", until: new Date(notBefore) }
        : { kind: "try" };
    case "sending":
      return waitFor(new Date(Date.parse(state.since) + LEASE_MS), LEASE_MS, now);
    case "failed":
      return isHurried ? { kind: "try" } : waitFor(new Date(state.nextTryAt), longestMs, now);
  }
}

/**
 * When what failed is tried again.
 * @param attempts tries made, 1 or more
 */
export function retryAt(attempts: number, now: Date): Date {
  const minutes = delaysMin[attempts - 1] ?? delaysMin[3];
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** An instant further away than any that is ever set: the clock went back, and it is not waited for. */
function waitFor(until: Date, mostMs: number, now: Date): Step {
  const leftMs = until.getTime() - now.getTime();
  return leftMs > 0 && leftMs <= mostMs ? { kind: "wait", until } : { kind: "try" };
}
