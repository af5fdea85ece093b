import type { Request } from "./request.ts";

/** Something a turn of an asker, an adviser in private or a coordinator does about requests; see `Handoffs`. */
export type HandoffEffect =
  /** A draft is begun, or changed: its words and what is masked in them. */
  | { readonly kind: "keep-draft"; readonly draft: Request; readonly text: string }
  | { readonly kind: "drop-draft"; readonly request: string }
  /** Agreed to as it was shown: it gets its number and is offered. `into`: an open one it is added to instead. */
  | {
      readonly kind: "open-request";
      readonly draft: Request;
      readonly text: string;
      readonly into?: string | undefined;
    }
  /** What they just wrote, with its files, goes to who holds the request. */
  | { readonly kind: "relay"; readonly request: string; readonly text: string }
  /** What they just wrote waits with a request until they say whom it is for. */
  | { readonly kind: "hold-words"; readonly request: string; readonly text: string }
  /**
   * What the held words of a "for whom?" are: theirs to give, or ours to answer. `to`: the request they are
   * given with, where it is another one than holds them.
   */
  | {
      readonly kind: "settle-held";
      readonly request: string;
      readonly isForAdviser: boolean;
      readonly to?: string | undefined;
    }
  | { readonly kind: "withdraw"; readonly request: string }
  | { readonly kind: "reopen"; readonly request: string }
  | { readonly kind: "erase-request"; readonly request: string }
  /** « c'est bon » or « pas encore ». */
  | { readonly kind: "answer-settled"; readonly request: string; readonly isSettled: boolean }
  | { readonly kind: "answer-transfer"; readonly request: string; readonly agrees: boolean }
  | {
      readonly kind: "answer-still-waiting";
      readonly request: string;
      readonly wish: "wait" | "places" | "stop";
    }
  | { readonly kind: "answer-reuse"; readonly request: string; readonly agrees: boolean }
  | { readonly kind: "rate"; readonly request: string; readonly score: 1 | 2 | 3 }
  | { readonly kind: "comment"; readonly request: string; readonly text: string }
  | { readonly kind: "give-name"; readonly request: string; readonly name: string | undefined }
  /** A mediator, or anybody, points at somebody's message: that person is asked first. */
  | {
      readonly kind: "invite";
      /** Id of the person on the same platform, and their words. */
      readonly person: string;
      readonly text: string;
      readonly message: string;
    }
  /** An adviser in private about themselves: what waits for them, away, back, their name, their figures. */
  | { readonly kind: "adviser-says"; readonly text: string }
  | { readonly kind: "tell-handoff-figures" };
