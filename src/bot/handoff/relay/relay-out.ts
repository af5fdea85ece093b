import { changeState, revise } from "../../../handoff/change-state.ts";
import { workingMs } from "../../../handoff/opening.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { RelayedFile } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import { tellThread } from "../tell-people.ts";
import type { Relayed, RelayHands } from "./relay-hands.ts";
import { relayMessage } from "./relay-message.ts";
import { teamOf } from "./side-of.ts";

/**
 * Carries what an adviser says to who asked. What is said of files that do not cross goes to the thread.
 * @param adviser id of who speaks
 * @param text what is for them: without the sign that says so
 * @param files those looked into before; those of the message unless given. Pressed for, it is not theirs to correct
 * @param request held, and not changed otherwise in the same write
 */
export async function relayOut(
  request: Request,
  {
    message,
    text,
    adviser,
    files,
  }: {
    readonly message: IncomingMessage;
    readonly text: string;
    readonly adviser: string;
    readonly files?: readonly RelayedFile[] | undefined;
  },
  hands: RelayHands,
): Promise<Relayed> {
  const { parts } = hands;
  const { directory } = parts.knowledge().library;
  const team = teamOf(request, directory);
  const done = await relayMessage(
    request,
    {
      message,
      text,
      by: { direction: "out", author: "adviser", adviser },
      language: team?.language ?? request.language,
      files,
      after: (messages) => answeredBy(adviser, { request, text, messages }, hands),
    },
    hands,
  );
  const told = team
    ? done.drafts.flatMap((draft, at) =>
        tellThread(done.request, team, { draft, name: `file.${message.id}.${at}` }, parts),
      )
    : [];
  return { ...done, changes: [...done.changes, ...told], drafts: [] };
}

/** They spoke: it is the asker's turn. What asks something waits for them. */
function answeredBy(
  adviser: string,
  { request, text, messages }: { request: Request; text: string; messages: number },
  { parts, now }: RelayHands,
): Request {
  const { kind } = request.state;
  const more = { messages, ...firstReply(request, parts.knowledge().library.directory, now) };
  const since = now.toISOString();
  const revision = request.revision + 1;
  const isTalking = kind === "claimed" || kind === "active";
  if (!isTalking) return revise(request, { ...more, ...(kind === "waiting-asker" && turn) }, now);
  const active =
    kind === "claimed"
      ? changeState(request, { kind: "active", adviser, since }, now, { ...more, ...turn })
      : revise(request, { ...more, ...turn }, now);
  if (!active) return revise(request, more, now);
  if (!asksSomething(text)) return { ...active, revision };
  const waiting = changeState(active, { kind: "waiting-asker", adviser, since }, now, turn);
  return { ...(waiting ?? active), revision };
}

const turn = { turn: "asker" } as const;

/** A link with a question mark asks nothing. */
function asksSomething(text: string): boolean {
  return /\?(?:[\s"»”)*_]|$)/.test(text.replaceAll(/https?:\/\/\S+/g, ""));
}

function firstReply(
  request: Request,
  directory: Parameters<typeof teamOf>[1],
  now: Date,
): Partial<Request> {
  const { firstReplyAt, openedAt } = request;
  if (firstReplyAt !== undefined || openedAt === undefined) return {};
  const hours = teamOf(request, directory)?.hours;
  return {
    firstReplyAt: now.toISOString(),
    ...(hours && { firstReplyWorkingMs: workingMs(hours, new Date(openedAt), now) }),
  };
}
