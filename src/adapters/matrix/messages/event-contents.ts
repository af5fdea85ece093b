import { areListedInText } from "../../../model/marked-choices.ts";
import type { Reply } from "../../../model/reply.ts";
import type { EventContent } from "../room-event.ts";
import { choiceLines, oneLine } from "./choices.ts";
import { callNobody, escapeHtml, markdownToHtml, markdownToPlain } from "./markdown-html.ts";
import { mentionedIn, namesLine } from "./mentioned.ts";
import { type Piece, piecesOf } from "./pieces-of.ts";

/** What only the adapter knows when it shows a reply. */
export interface Showing {
  /** The event ids of the parts of the reply that this one `replaces`, in order; empty when unknown. */
  readonly replaces: readonly string[];
}

/**
 * Bytes of JSON one event may take. Events are refused above 65,536 bytes once encrypted, signed and
 * wrapped (https://spec.matrix.org/v1.16/client-server-api/#size-limits); this leaves room for all.
 */
export const MOST_BYTES = 16_384;

/** An event id takes 255 bytes at most. */
const LONGEST_ID = "$".padEnd(255, "x");

/**
 * The contents of the `m.room.message` events that show a reply, in order; none for a withdrawal. The
 * choices are on the last. The first ones edit the events of the reply this one replaces; when there
 * were more of those, the caller takes back the others.
 */
export function contentsOf(reply: Reply, showing: Showing): EventContent[] {
  if (reply.isWithdrawal === true) return [];
  const text = cleanText(reply.text).trim();
  const listed = areListedInText(reply.choices) ? [] : reply.choices;
  const labels = listed.map(({ label }) => oneLine(cleanText(label)));
  // Any piece may be the first and an edit. What it answers is not looked at: when that changes while
  // some are shown already, the others are still the same.
  const largest = { ...reply, inReplyTo: { id: LONGEST_ID, from: LONGEST_ID } };
  const fits = (piece: Piece) =>
    sizeOf(edit(LONGEST_ID, message(piece, largest, true))) <= MOST_BYTES;
  return piecesOf(text, labels, fits).map((piece, index) => {
    const content = message(piece, reply, index === 0);
    const earlier = showing.replaces[index];
    return earlier === undefined ? content : edit(earlier, content);
  });
}

/**
 * What every event of a reply carries beside what it shows, a file too: whom it mentions, and where it
 * belongs. Only the first part answers: the others follow it.
 */
export function belongingOf(reply: Reply, isFirst: boolean): EventContent {
  const relation = relationOf(reply, isFirst);
  return {
    "m.mentions": isFirst ? mentionsOf(reply) : {},
    ...(relation === undefined ? {} : { "m.relates_to": relation }),
  };
}

function message({ text, labels, first }: Piece, reply: Reply, isFirst: boolean): EventContent {
  const list = choiceLines(labels, first);
  const items = labels.map((label) => `<li>${escapeHtml(label)}</li>`).join("");
  const start = first === 1 ? "" : ` start="${first}"`;
  const named = isFirst ? mentionedIn(reply) : [];
  const words = [callNobody(named.join(" ")), markdownToPlain(text), callNobody(list)];
  return {
    msgtype: msgtypeOf(reply),
    body: words.filter((part) => part !== "").join("\n\n"),
    format: "org.matrix.custom.html",
    // Apart from the text: after its own list, Markdown would go on with the same one.
    formatted_body:
      namesLine(named) + markdownToHtml(text) + (items === "" ? "" : `<ol${start}>${items}</ol>`),
    ...belongingOf(reply, isFirst),
  };
}

/** An edit; those who cannot show edits read it after a star. */
function edit(event: string, content: EventContent): EventContent {
  const { "m.relates_to": _, ...shown } = content;
  return {
    ...shown,
    body: `* ${String(shown["body"])}`,
    formatted_body: `* ${String(shown["formatted_body"])}`,
    // Whoever was mentioned already must not be called again.
    "m.mentions": {},
    "m.new_content": shown,
    "m.relates_to": { rel_type: "m.replace", event_id: event },
  };
}

/**
 * Automatic talk is a notice, which rings nobody's bell and which no other bot answers: not even of those it
 * mentions, so that what calls somebody is none.
 * Source: `.m.rule.suppress_notices`, https://spec.matrix.org/v1.16/client-server-api/#default-override-rules
 */
function msgtypeOf(reply: Reply): string {
  const isAutomatic = reply.kind === "notice" || reply.kind === "announcement";
  return isAutomatic && mentionedIn(reply).length === 0 ? "m.notice" : "m.text";
}

/** In a room, the person who asked is called, or those who wanted to be; the whole room never is. */
function mentionsOf(reply: Reply): EventContent {
  const { kind, to, inReplyTo } = reply;
  const isAnswer = kind === "reply" && !to.isDirect && inReplyTo !== undefined;
  const users = [...(isAnswer ? [inReplyTo.from] : []), ...mentionedIn(reply)];
  return users.length > 0 ? { user_ids: [...new Set(users)] } : {};
}

/** Sources: https://spec.matrix.org/v1.16/client-server-api/#rich-replies and #threading, same page. */
function relationOf({ inReplyTo, thread }: Reply, isFirst: boolean): EventContent | undefined {
  const answered = inReplyTo && { "m.in_reply_to": { event_id: inReplyTo.id } };
  if (thread !== undefined) {
    return {
      rel_type: "m.thread",
      event_id: thread,
      // Shown as an answer, not only where threads are unknown; but once.
      is_falling_back: !(isFirst && answered),
      ...(answered ?? { "m.in_reply_to": { event_id: thread } }),
    };
  }
  return isFirst ? answered : undefined;
}

/** Text as a homeserver takes it: whole characters, no control characters. */
function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n])\p{Cc}/gu, "");
}

function sizeOf(content: EventContent): number {
  return Buffer.byteLength(JSON.stringify(content));
}
