import { formatDay } from "../answers/format-day.ts";
import type { Reply } from "../model/reply.ts";
import type { Recipient } from "../model/subscription.ts";
import { dayOf, timeOf, wallTimeAt } from "../workshops/wall-time.ts";

/** A message of a rehearsal, and when it was sent. */
export interface RehearsedMessage {
  readonly reply: Reply;
  readonly at: Date;
}

/** What each room is sent, in its order, each message under the hour on the room's own clock, in its language. */
export function rehearsalMarkdown(
  rooms: readonly Recipient[],
  messages: readonly RehearsedMessage[],
): string {
  return rooms
    .map((room) => {
      const { to, zone, language } = room;
      const theirs = messages.filter(({ reply }) => isTo(reply, room));
      const blocks = theirs.map(({ reply, at }) => {
        const wall = wallTimeAt(at, zone);
        const heading = `### ${formatDay(dayOf(wall), language, true)}, ${timeOf(wall)}`;
        return `${heading}\n\n${quoted(reply)}\n`;
      });
      const shown = blocks.length === 0 ? "*(nothing)*\n" : blocks.join("\n");
      return `## ${to.room} · ${to.platform} · ${zone}\n\n${shown}`;
    })
    .join("\n");
}

function isTo({ to }: Reply, room: Recipient): boolean {
  return to.platform === room.to.platform && to.room === room.to.room;
}

function quoted({ text, choices }: Reply): string {
  const buttons = choices.map(({ label }) => `[${label}]`).join(" ");
  const whole = buttons === "" ? text : `${text}\n\n${buttons}`;
  return whole
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
