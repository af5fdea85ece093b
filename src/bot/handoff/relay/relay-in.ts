import { changeState, revise } from "../../../handoff/change-state.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { holderOf, type Request } from "../../../model/request.ts";
import type { Relayed, RelayHands } from "./relay-hands.ts";
import { relayMessage } from "./relay-message.ts";

/**
 * Carries what its asker says to who answers: into the thread, or kept until there is one (see `Handoffs.shown`).
 * @param request held, and not changed otherwise in the same write
 */
export async function relayIn(
  request: Request,
  { message, text }: { readonly message: IncomingMessage; readonly text: string },
  hands: RelayHands,
): Promise<Relayed> {
  return relayMessage(
    request,
    {
      message,
      text,
      by: { direction: "in", author: "asker" },
      language: request.asker?.language ?? request.language,
      after: (messages) => heardAsker(request, messages, hands.now),
    },
    hands,
  );
}

/** They spoke: it is the adviser's turn. */
function heardAsker(request: Request, messages: number, now: Date): Request {
  const { state } = request;
  const adviser = holderOf(request);
  if (adviser !== undefined && (state.kind === "waiting-asker" || state.kind === "undeliverable")) {
    const since = now.toISOString();
    const active = changeState(request, { kind: "active", adviser, since }, now, { messages });
    if (active) return active;
  }
  const isOurs = ["queued", "offered", "claimed", "active"].includes(state.kind);
  return revise(request, { messages, ...(isOurs && { turn: "adviser" as const }) }, now);
}
