import type { DeskTalk } from "../../../model/desk-talk.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { readAdviserWords } from "../../../understanding/handoff/read-adviser-words.ts";
import { addressedWords } from "./addressed-words.ts";

/** What a message in the thread of a request is. */
export type TeamMessage =
  | { readonly kind: "command"; readonly words: AdviserWords }
  /** Addressed to who asked: nothing else ever crosses. Markdown. */
  | { readonly kind: "to-asker"; readonly text: string; readonly isShownFirst: boolean }
  /** Among colleagues. */
  | { readonly kind: "note"; readonly text: string }
  /** A choice that is none of ours. */
  | { readonly kind: "unknown-choice" };

/** What it takes to tell. */
export interface TeamReading {
  /** What is under way with whoever wrote it; what is too old is nothing. */
  readonly talk?: DeskTalk | undefined;
  /** Whether the message it answers was carried over from, or to, who asked. */
  readonly answersRelayed: boolean;
  /** What colleagues of who wrote it said among themselves. */
  readonly notes: readonly string[];
}

/**
 * Decides whether a message of an adviser is for who asked. Only a reply to a relayed message, a beginning with
 * `>` or `!r`, or the message right after « Répondre » is; a command never is, whatever it answers. Anything
 * that leaves a doubt stays among colleagues, or is shown first. Source: HANDOFF.md, 7.2.
 */
export function readTeamMessage(message: IncomingMessage, reading: TeamReading): TeamMessage {
  const { pressed, text, repliesTo } = message;
  const words = readAdviserWords(pressed ?? text);
  if (pressed !== undefined) return words ? { kind: "command", words } : { kind: "unknown-choice" };
  const addressed = addressedWords(text, reading.notes);
  if (addressed) {
    // Beside an answer to a colleague too, it is not plain for whom it is.
    const isShownFirst =
      addressed.isDoubtful || (repliesTo !== undefined && !reading.answersRelayed);
    return { kind: "to-asker", text: addressed.text, isShownFirst };
  }
  if (words) return { kind: "command", words };
  if (reading.answersRelayed) return { kind: "to-asker", text, isShownFirst: false };
  // A reply to a colleague is for that colleague, « Répondre » or not.
  if (repliesTo) return { kind: "note", text };
  const waits = reading.talk?.waits;
  if (waits?.kind === "answer") return { kind: "to-asker", text, isShownFirst: waits.isShownFirst };
  if (waits?.kind === "rest") return completed(waits.command, text);
  return { kind: "note", text };
}

/** A command begun before, with what was missing; what does not complete it is a note. */
function completed(command: string, text: string): TeamMessage {
  const words = readAdviserWords(`${command} ${text}`);
  return words ? { kind: "command", words } : { kind: "note", text };
}
