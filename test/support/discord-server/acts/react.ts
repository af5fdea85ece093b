import type { ServerCore } from "../server-core.ts";
import type { Message } from "../world/world-data.ts";
import { tellReaction } from "./tell.ts";

/** Puts a sign under a message; once a person. */
export function addReaction(core: ServerCore, message: Message, by: string, emoji: string): void {
  const people = message.reactions.get(emoji) ?? new Set();
  if (people.has(by)) return;
  people.add(by);
  message.reactions.set(emoji, people);
  tellReaction(core, "MESSAGE_REACTION_ADD", message, by, emoji);
}

/** Takes a sign away again. */
export function takeReaction(core: ServerCore, message: Message, by: string, emoji: string): void {
  const people = message.reactions.get(emoji);
  if (!people?.delete(by)) return;
  if (people.size === 0) message.reactions.delete(emoji);
  tellReaction(core, "MESSAGE_REACTION_REMOVE", message, by, emoji);
}
