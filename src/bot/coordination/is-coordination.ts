import type { CoordinationEffect } from "../../model/coordination.ts";
import type { Effect } from "../../model/turn.ts";

const kinds: ReadonlySet<string> = new Set([
  "change-workshop",
  "import-workshops",
  "subscribe",
  "tell-coordinator",
  "retry-failures",
  "tell-statistics",
  "tell-proof",
]);

/** Whether coordination carries an effect out. */
export function isCoordination(effect: Effect): effect is CoordinationEffect {
  return kinds.has(effect.kind);
}
