import { revise } from "../../../handoff/change-state.ts";
import { MINUTE_MS } from "../../../model/durations.ts";
import type { OutboxRow } from "../../../model/outbox-row.ts";
import { say } from "../../../model/reply.ts";
import { numberOf } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { tellAsker, tellThread } from "../tell-people.ts";
import type { Found } from "./find-relayed.ts";
import type { RelayHands } from "./relay-hands.ts";
import { teamOf } from "./side-of.ts";

/** After this long, who wrote is told that the other side does not answer. Source: HANDOFF.md, 7.3. */
const LATE_MS = 15 * MINUTE_MS;

/** Whether a row carries words that wait for longer than they should. */
export function isLate({ reply, at }: OutboxRow, now: Date): boolean {
  return now.getTime() - Date.parse(at) >= LATE_MS && carriesWords(reply);
}

/** Whether a row carries somebody's words, rather than a sign or a change of what stands. */
export function carriesWords(reply: OutboxRow["reply"]): boolean {
  const isSomethingElse = reply.reaction ?? reply.replaces ?? reply.isWithdrawal;
  return reply.kind === "relay" && isSomethingElse === undefined;
}

/**
 * Who wrote is told, once for as long as the other side is down, that their words wait.
 * @param found its request is held
 * @param since when the oldest of what waits was written
 */
export function tellLate(
  { request, message }: Found,
  since: string,
  { parts, book, now }: RelayHands,
): readonly Change[] {
  const { direction } = message;
  const kind = `relay-late-${direction}`;
  const told = request.marks.find((mark) => mark.kind === kind);
  // Who reads nothing more was told of already, and says why.
  const isKnown = request.state.kind === "undeliverable" && direction === "out";
  if (isKnown || (told && since <= told.at)) return [];
  const at = now.toISOString();
  const others = request.marks.filter((mark) => mark.kind !== kind);
  const after = revise(request, { marks: [...others, { kind, since, at }] }, now);
  const { library, tell } = parts.knowledge();
  const name = `late.${direction}.${since}`;
  if (direction === "in") {
    const language = request.asker?.language ?? request.language;
    const draft = say(tell(language)("hr-not-yet-to-adviser"));
    return [book.change(request, after), ...tellAsker(after, { draft, name }, parts)];
  }
  const team = teamOf(request, library.directory);
  const number = numberOf(request);
  const draft = say(tell(team?.language ?? request.language)("hr-not-yet-to-asker", { number }));
  return [
    book.change(request, after),
    ...(team ? tellThread(after, team, { draft, name }, parts) : []),
  ];
}
