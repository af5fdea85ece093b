import { decideTurn } from "../../src/bot/decide-turn.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import { newConversation, type Conversation } from "../../src/model/conversation.ts";
import { wordsOf } from "../../src/model/reply.ts";
import type { Turn } from "../../src/model/turn.ts";

/** When every scripted turn happens. */
const now = new Date("2026-11-23T09:00:00Z");

/** Plays messages from a new conversation; gives the last turn. */
export function playTurns(knowledge: Knowledge, texts: readonly string[]): Turn {
  const whose = { platform: "here", room: "r", person: "amina", language: "fr" } as const;
  let conversation: Conversation = newConversation(whose, now);
  let turn: Turn | undefined;
  for (const text of texts) {
    turn = decideTurn(conversation, { message: { text, pressed: undefined }, now }, knowledge);
    conversation = { ...turn.conversation, wasToldOfPrivacy: true };
  }
  if (!turn) throw new Error("say something");
  return turn;
}

/** All that a turn says. */
export function textOf(turn: Turn): string {
  return turn.replies.map(wordsOf).join("\n");
}

/** What its last reply lets one choose. */
export function labelsOf(turn: Turn): string[] {
  return turn.replies.at(-1)?.choices.map(({ label }) => label) ?? [];
}
