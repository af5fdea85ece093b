import type { Coordination } from "../model/directory.ts";
import type { Mark, Request } from "../model/request.ts";
import { dueToAsker } from "./due-to-asker.ts";
import { dueWhenHeld } from "./due-when-held.ts";
import { dueWhenOver } from "./due-when-over.ts";
import { dueWhenUnclaimed } from "./due-when-unclaimed.ts";
import type { Rung, Surroundings } from "./ladder.ts";

/** What to note in `Request.marks` with the act, so that it is done once; see `withMark`. */
export type DueMark = Pick<Mark, "kind" | "since">;

/** Who coordinates: the first, the second, or nobody by name where only the room is known. */
export interface ToldCoordinator {
  readonly coordination: Coordination;
  readonly coordinator: Coordination["coordinators"][number] | undefined;
}

/** What has to be done now about a request. In the order given, each with its mark in the same write. */
export type Due =
  /** Two days without a word: it was never agreed to. */
  | { readonly kind: "drop-draft" }
  /** `queued` to `offered`: told in the rooms of these teams. */
  | { readonly kind: "offer"; readonly rung: Rung }
  | { readonly kind: "remind-room"; readonly team: string; readonly mark: DueMark }
  /** Told to these teams too; it stays `offered`. */
  | { readonly kind: "widen"; readonly rung: Rung; readonly mark: DueMark }
  | ({ readonly kind: "tell-coordinator"; readonly mark: DueMark } & ToldCoordinator)
  | ({ readonly kind: "tell-second-coordinator"; readonly mark: DueMark } & ToldCoordinator)
  /** Taken, and nothing said for a working day. */
  | { readonly kind: "remind-first-reply"; readonly adviser: string; readonly mark: DueMark }
  /** Back to `queued`. Its mark makes the asker be told, later where it is night. */
  | {
      readonly kind: "release";
      readonly adviser: string;
      readonly why: "silent" | "away" | "suspended";
      readonly mark: DueMark;
    }
  /** The same state, held by the substitute, of the same organisation; its asker is told by "handed-over". */
  | {
      readonly kind: "hand-over";
      readonly adviser: string;
      readonly to: string;
      readonly mark: DueMark;
    }
  /** Its asker has waited three working days for a word. */
  | { readonly kind: "remind-holder"; readonly adviser: string; readonly mark: DueMark }
  | { readonly kind: "remind-their-team"; readonly team: string; readonly mark: DueMark }
  /** Nobody took it up, or its asker said nothing: back to `active` (or `claimed` without a first reply). */
  | { readonly kind: "back-from-transfer"; readonly to: string }
  /** « attendre jusqu'à … » is reached: `active`, and the adviser is told. */
  | { readonly kind: "wait-over"; readonly adviser: string }
  /** `resolved` to `closed`, without a word. */
  | { readonly kind: "close" }
  | DueToAsker;

/** What is said to the asker; at most one at a time, and only when they may be written to (see `noticeMoment`). Set `lastNoticeAt`. */
export type DueToAsker =
  | { readonly kind: "tell-asker"; readonly what: AskerNotice; readonly mark: DueMark }
  /** To `unanswered`, with an apology, the places, and the choice ("still-waiting"). */
  | { readonly kind: "give-up"; readonly mark: DueMark }
  /** To `resolved`: « Je mets de côté. » Nothing is said where they cannot be written to. */
  | { readonly kind: "put-aside" }
  /** `unanswered` to `referred`: they did not choose. */
  | { readonly kind: "refer" }
  | { readonly kind: "ask-satisfaction"; readonly mark: DueMark };

export type AskerNotice =
  | "looking-again"
  | "handed-over"
  | "widened"
  | "coordinator-told"
  | "not-forgotten"
  /** Three, then seven days without their answer: what they were asked last. */
  | "pending-question";

/**
 * What is due now about a request and was not done yet; nothing is written here. However long the assistant was
 * off, its asker gets one message, of what is furthest; steps that would have left people time leave it still.
 * Source: HANDOFF.md, 3 and 6.
 */
export function dueFor(request: Request, around: Surroundings): readonly Due[] {
  const inside = [
    ...dueWhenUnclaimed(request, around),
    ...dueWhenHeld(request, around),
    ...dueWhenOver(request, around),
  ];
  return [...inside, ...dueToAsker(request, inside, around)];
}

/** The marks of a request with that of something done. */
export function withMark(
  { marks }: Pick<Request, "marks">,
  mark: DueMark,
  now: Date,
): readonly Mark[] {
  return [...marks, { ...mark, at: now.toISOString() }];
}
