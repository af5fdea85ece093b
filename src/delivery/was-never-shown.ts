import { PlaceRefused } from "../model/errors.ts";
import type { LedgerState } from "../model/ledger-entry.ts";
import type { OutboxRow } from "../model/outbox-row.ts";

/** What Node says when no connection was made, or no name was found: nothing of a message has left. */
const unreachedCodes: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Whether a failure says for certain that nobody saw the message: its place refuses it, its platform was
 * asked too often or never reached. A time-out or a lost answer says nothing of the kind.
 */
export function wasNeverShown(failure: unknown): boolean {
  for (let cause = failure; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PlaceRefused) return true;
    if ("code" in cause && unreachedCodes.has(cause.code)) return true;
    if ("status" in cause && cause.status === TOO_MANY) return true;
  }
  return false;
}

/** Asked too often, a platform refuses before it reads. Source: RFC 6585, 4. */
const TOO_MANY = 429;

/** Whether it is known of an announcement that nobody can have seen it yet. */
export function wasUnseen({ state }: OutboxRow): boolean {
  return state.kind === "waiting" || (state.kind === "failed" && state.isUnseen === true);
}

/** Whether somebody may have seen an announcement, by the ledger: who may have read it is told what becomes of it. */
export function mayHaveBeenSeen(state: LedgerState): boolean {
  switch (state.kind) {
    case "planned":
      return false;
    case "sending":
    case "sent":
      return true;
    case "failed":
      return state.isUnseen !== true;
    case "skipped":
      // What was written down before tries were noted says it by its reason.
      return state.wasTried === true || state.reason === "outcome-unknown";
  }
}
