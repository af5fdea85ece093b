import type { TurnContext } from "../../turn-context.ts";

/** Pressed so soon after an answer, a button is the same gesture, not another answer. */
const SAME_GESTURE_MS = 5000;

/** Whether the run moved just before: a press under what asked then is a second tap, and says nothing. */
export function isSameGesture({ diagnostic, now }: TurnContext): boolean {
  const { run } = diagnostic ?? {};
  if (!run) return false;
  const sinceMs = now.getTime() - Date.parse(run.updatedAt);
  // A clock that was set back says nothing of how long ago it was.
  return sinceMs >= 0 && sinceMs < SAME_GESTURE_MS;
}
