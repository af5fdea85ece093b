import type { MentionEffect } from "../model/turn.ts";
import { say } from "../model/reply.ts";
import { readMentionWish } from "../understanding/read-mention-wish.ts";
import type { Step, TurnContext } from "./turn-context.ts";

/** Reads a wish to be called by name in this room, or no longer; undefined for anything else. */
export function mentionStep(text: string, context: TurnContext): Step | undefined {
  const { knowledge, conversation, speaker, tell } = context;
  const { themes } = knowledge.library;
  const request = readMentionWish(text, themes);
  if (!request) return undefined;
  if (speaker?.isDirect !== false) return { replies: [say(tell("mention-in-room"))] };
  if (request.kind === "no-mention") return wanting({ kind: "mention-me", themes: undefined });
  if (request.unread.length > 0) {
    const names = themes.map(({ name }) => name[conversation.language]).join(", ");
    const values = { words: request.unread.join(", "), themes: names };
    return { replies: [say(tell("mention-theme-unread", values))] };
  }
  return wanting({ kind: "mention-me", themes: request.themes });
}

function wanting(effect: MentionEffect): Step {
  return { replies: [], effects: [effect] };
}
