import { DAY_MS } from "../model/durations.ts";
import type { Request } from "../model/request.ts";
import type { Due } from "./due.ts";
import type { Surroundings } from "./ladder.ts";

/** What is due without a word before it begins and after it is over. Source: HANDOFF.md, 3. */
export function dueWhenOver(request: Request, { now }: Surroundings): readonly Due[] {
  const { state, updatedAt, turn, asks } = request;
  if (state.kind === "draft") return isPast(updatedAt, 2, now) ? [{ kind: "drop-draft" }] : [];
  // A word of theirs, « pas encore » or another, makes it our turn.
  if (state.kind !== "resolved" || turn === "adviser") return [];
  const asked = asks?.kind === "settled" && asks.at > state.since ? asks.at : state.since;
  return isPast(asked, 3, now) ? [{ kind: "close" }] : [];
}

/** Whether so many days of 24 hours passed since an instant. */
export function isPast(since: string, days: number, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= days * DAY_MS;
}
