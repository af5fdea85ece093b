import type { TurnContext } from "../../turn-context.ts";

/** Whether the group they answered in last was erased by who opened it, or was never drawn and is too old. */
export function isGroupGone({ diagnostic }: TurnContext): boolean {
  const named = diagnostic?.run?.group;
  const groups = diagnostic?.together?.groups ?? [];
  return named !== undefined && !groups.some(({ code }) => code === named);
}
