import type { RequestMessage } from "../../../model/request-message.ts";
import { isHeld, isOpen, type Request } from "../../../model/request.ts";
import type { TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";

/** The draft of an id. A new one has its id once it is stored: without one it is the one they began themselves. */
export function draftOf(view: HandoffView, id: string): Request | undefined {
  return view.requests.find(
    (one) => one.state.kind === "draft" && (id === "" ? one.because !== "mediator" : one.id === id),
  );
}

/** The words of a draft, as they were typed but for what is a secret. */
export function wordsOfDraft(view: HandoffView, { id }: Pick<Request, "id">): string {
  return view.said.get(id)?.find(({ direction }) => direction === "draft")?.text ?? "";
}

/** Those that are agreed to and not over, the latest first. */
export function openOf({ requests }: HandoffView): readonly Request[] {
  return requests.filter(isOpen);
}

/** Those that were agreed to, whatever became of them, the latest first. */
export function givenOf({ requests }: HandoffView): readonly Request[] {
  return requests.filter(({ number }) => number > 0);
}

/** Those somebody holds, asked in the room of now; the one spoken of last first. */
export function heldHere({ handoff, heard, conversation }: TurnContext): readonly Request[] {
  const { platform, room } = heard?.address ?? conversation;
  const here = (handoff?.requests ?? []).filter(
    (request) => isHeld(request) && isReadIn(request, platform, room),
  );
  const last = (request: Request) => lastAt(handoff?.said.get(request.id)) ?? request.updatedAt;
  return here.toSorted((one, other) => last(other).localeCompare(last(one)));
}

function isReadIn({ asker }: Request, platform: string, room: string): boolean {
  const { answerIn } = asker ?? {};
  return answerIn?.platform === platform && answerIn.room === room;
}

function lastAt(said: readonly RequestMessage[] | undefined): string | undefined {
  return said?.findLast(({ direction }) => direction === "in" || direction === "out")?.at;
}

/** What waits with a request until they say whom it is for. */
export function heldWords(view: HandoffView, id: string): RequestMessage | undefined {
  return view.said
    .get(id)
    ?.findLast(({ direction, position }) => direction === "draft" && position > 0);
}
