import type { TurnContext } from "../../turn-context.ts";

/**
 * Whether the run went on in another room since anything was said in this one: the question that is read here
 * is not the one that waits, and what is said here answers nothing.
 */
export function wentOnElsewhere({ conversation, diagnostic }: TurnContext): boolean {
  const { run } = diagnostic ?? {};
  return run !== undefined && run.updatedAt > conversation.updatedAt;
}
