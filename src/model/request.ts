import type { Address } from "./address.ts";
import type { Language } from "./language.ts";

/**
 * How far a request is; see `changeState` for what may follow what. Ids of teams and advisers are those of the
 * directory. Instants are UTC (ISO 8601). Source: HANDOFF.md, 3.
 */
export type RequestState =
  /** Its asker reads it, and may still change it. */
  | { readonly kind: "draft" }
  /** Agreed to; no team was found yet, or it was given back. */
  | { readonly kind: "queued"; readonly since: string }
  /** Told in the rooms of `Request.offers`. */
  | { readonly kind: "offered"; readonly since: string }
  /** Somebody took it and has not answered yet. */
  | { readonly kind: "claimed"; readonly adviser: string; readonly since: string }
  /** Passed on; back to `from` when nobody takes it up in a working day. */
  | {
      readonly kind: "transferring";
      readonly from: string;
      readonly toTeam: string;
      readonly toAdviser?: string | undefined;
      readonly since: string;
      /** Others will read it: its asker is asked first. */
      readonly awaitsConsent: boolean;
      /** Position of the note that goes with it: no other note of its thread does. */
      readonly note?: number | undefined;
    }
  | { readonly kind: "active"; readonly adviser: string; readonly since: string }
  | {
      readonly kind: "waiting-asker";
      readonly adviser: string;
      readonly since: string;
      /** « attendre jusqu'à … » */
      readonly until?: string | undefined;
    }
  /** They cannot be written to: what was said waits for them. `adviser`: who holds it. */
  | { readonly kind: "undeliverable"; readonly adviser: string; readonly since: string }
  | { readonly kind: "resolved"; readonly adviser?: string | undefined; readonly since: string }
  | { readonly kind: "closed"; readonly adviser?: string | undefined; readonly since: string }
  | { readonly kind: "unanswered"; readonly since: string }
  | { readonly kind: "referred"; readonly since: string }
  | { readonly kind: "withdrawn"; readonly since: string }
  /** It says the same as another one: its number. */
  | { readonly kind: "merged"; readonly into: number; readonly since: string }
  | { readonly kind: "spam"; readonly adviser: string; readonly since: string };

export type RequestStateKind = RequestState["kind"];

/** A room it was told in. */
export interface Offer {
  readonly team: string;
  /** Step of the ladder, 1 to 4. Source: HANDOFF.md, 5.2. */
  readonly rung: number;
  readonly at: string;
  /** Key of the message that offers it: the thread below it is where it is treated. */
  readonly key: string;
  /** Who was asked there by name, in turn: the last may still take it, those before declined. Ids of advisers. */
  readonly asked?: readonly string[] | undefined;
  /** The platform's own id of that message, and of its thread, once it is shown. */
  readonly shownAs?: string | undefined;
}

/** Things done once as time passes; see `dueFor`. `at`: when it was done; `since`: what it was counted from. */
export interface Mark {
  readonly kind: string;
  readonly since: string;
  readonly at: string;
}

/** What its asker was asked last, and may answer by a word or a button. */
export type AskedAsker =
  | { readonly kind: "settled"; readonly at: string }
  | { readonly kind: "satisfaction"; readonly at: string }
  | { readonly kind: "what-was-missing"; readonly at: string; readonly score: 1 | 2 }
  | { readonly kind: "transfer"; readonly at: string }
  /** After four working days: wait, look oneself, or stop. */
  | { readonly kind: "still-waiting"; readonly at: string }
  /** May the question be reused, without anything personal? */
  | { readonly kind: "reuse"; readonly at: string };

/** What they agreed to. */
export interface Consent {
  /** Raised when what is asked changes. */
  readonly version: number;
  readonly at: string;
  readonly scope: {
    readonly diagnostic: boolean;
    readonly territory: boolean;
    /** Their earlier requests may be seen beside. */
    readonly earlier: boolean;
  };
}

/** Who asks, and where they read. */
export interface Asker {
  /** See `personKey`. */
  readonly person: string;
  readonly answerIn: Address;
  readonly language: Language;
}

/** A question given to people. Its texts are `RequestMessage`s: nothing here says what was asked. */
export interface Request {
  /** Nobody can guess it. */
  readonly id: string;
  /** What people call it: A-127. 0 until it is agreed to. */
  readonly number: number;
  /** One more at each change: a change made from an older one is refused. */
  readonly revision: number;
  /** Undefined once what is known of them is erased. */
  readonly asker?: Asker | undefined;
  /** Id of a theme of `content/themes.yaml`; undefined where nothing tells it. */
  readonly theme?: string | undefined;
  /** Intent of the answer that did not help, or that was likeliest. */
  readonly intent?: string | undefined;
  /** Code of a département. */
  readonly territory?: string | undefined;
  readonly language: Language;
  readonly priority: "normal" | "high";
  readonly state: RequestState;
  /** Who is to speak next: who was not the last to be relayed. */
  readonly turn: "asker" | "adviser" | "none";
  readonly because: "asked" | "unknown" | "disliked" | "mediator";
  readonly consent?: Consent | undefined;
  /** When it was begun. */
  readonly at: string;
  /** When it was agreed to. */
  readonly openedAt?: string | undefined;
  /** Since when it is our turn; undefined while it is not. */
  readonly waitingSince?: string | undefined;
  readonly firstReplyAt?: string | undefined;
  /** Milliseconds of opening until the first reply. */
  readonly firstReplyWorkingMs?: number | undefined;
  readonly resolvedAt?: string | undefined;
  readonly closedAt?: string | undefined;
  readonly offers: readonly Offer[];
  /** The offer whose thread it is treated in: a team of `offers`. */
  readonly team?: string | undefined;
  /** Ids of advisers, once for each time they took it and gave it back. */
  readonly givenBackBy: readonly string[];
  /** Teams it must not be told to: « pas à cette structure ». */
  readonly notTo: readonly string[];
  readonly marks: readonly Mark[];
  /** When the assistant last wrote to the asker of its own accord. */
  readonly lastNoticeAt?: string | undefined;
  readonly asks?: AskedAsker | undefined;
  /** The name its asker chose to give; "Personne A-127" without. */
  readonly knownAs?: string | undefined;
  /** Whether its adviser shows their name. */
  readonly showsAdviser: boolean;
  readonly reopened: number;
  /** Number of messages relayed, kept or noted so far: the next has this position. */
  readonly messages: number;
  /** Last change of any kind. */
  readonly updatedAt: string;
}

/** How people call a request. */
export function numberOf({ number }: Pick<Request, "number">): string {
  return `A-${number}`;
}

/** Somebody has it in hand: the assistant says nothing that belongs to it. Source: HANDOFF.md, 7.4. */
export function isHeld({ state: { kind } }: Request): boolean {
  const held: readonly RequestStateKind[] = [
    "claimed",
    "transferring",
    "active",
    "waiting-asker",
    "undeliverable",
  ];
  return held.includes(kind);
}

/** Who has it in hand. */
export function holderOf({ state }: Request): string | undefined {
  if (state.kind === "transferring") return state.from;
  return "adviser" in state && state.kind !== "spam" ? state.adviser : undefined;
}

/** Agreed to and not over. */
export function isOpen(request: Request): boolean {
  const open: readonly RequestStateKind[] = ["queued", "offered"];
  return isHeld(request) || open.includes(request.state.kind);
}
