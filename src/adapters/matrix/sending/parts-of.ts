import type { ReactionSign, Reply } from "../../../model/reply.ts";
import { reactionContent } from "../messages/choices.ts";
import { belongingOf, contentsOf } from "../messages/event-contents.ts";
import type { Part } from "./part.ts";
import type { SentReplies } from "./sent-replies.ts";

/** The events that show a reply, in order; the same at every try. */
export function partsOf(reply: Reply, sent: SentReplies): readonly Part[] {
  if (reply.reaction) return signParts(reply.reaction, sent);
  const standing = sent.earlierOf(reply)?.events ?? [];
  const replaces = standing.slice(0, standing.length - keptFiles(reply, sent).length);
  const placed = { ...reply, thread: sent.threadOf(reply) };
  const contents = contentsOf(placed, { replaces });
  // What is gone, or what no longer fits in its place, would be news.
  if (reply.isOnlyInPlace === true && contents.length > replaces.length) return [];
  const isWithdrawal = reply.isWithdrawal === true;
  return [
    ...contents.map((content, index): Part => ({
      kind: "message",
      content,
      shownAs: replaces[index],
    })),
    ...(isWithdrawal ? [] : reply.attachments).map((attachment, index): Part => ({
      kind: "file",
      attachment,
      language: reply.language,
      // Where there are no words, the first file is what answers.
      around: belongingOf(placed, contents.length + index === 0),
    })),
    // What the new one no longer needs of the old one disappears.
    ...replaces.slice(contents.length).map((event): Part => ({ kind: "withdrawal", event })),
  ];
}

/** The events of files of the one it replaces that stay as they are: they come last. */
export function keptFiles(reply: Reply, sent: SentReplies): readonly string[] {
  const standing = sent.earlierOf(reply)?.events ?? [];
  const { keepsFiles = 0 } = reply;
  return keepsFiles === 0 ? [] : standing.slice(1).slice(-keepsFiles);
}

/** None where the sign is there already, or is gone. */
function signParts(reaction: ReactionSign, sent: SentReplies): readonly Part[] {
  const there = sent.findSign(reaction);
  if (reaction.isTakenAway === true) {
    return there === undefined ? [] : [{ kind: "withdrawal", event: there.event }];
  }
  if (there !== undefined) return [];
  return [{ kind: "sign", content: reactionContent(reaction.on, reaction.sign) }];
}

/**
 * The events a reply is seen under once so many of its parts are done, in order: also, of the one it
 * replaces, what was not reached.
 */
export function eventsOf(parts: readonly Part[], done: readonly string[]): readonly string[] {
  return parts.flatMap((part, index) => {
    const event = done[index];
    if (part.kind === "withdrawal") return event === undefined ? part.event : [];
    const shownAs = part.kind === "message" ? part.shownAs : undefined;
    return shownAs ?? event ?? [];
  });
}
