import type { TurnContext } from "../../turn-context.ts";

/** A theme as people call it; that it is not known, where it is not. */
export function themeName(
  theme: string | undefined,
  { knowledge, conversation, tell }: TurnContext,
): string {
  const found = knowledge.library.themes.find(({ id }) => id === theme);
  return found?.name[conversation.language] ?? tell("ha-theme-none");
}
