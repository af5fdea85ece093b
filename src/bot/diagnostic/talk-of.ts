import type { DiagnosticTalk } from "../../model/diagnostic-talk.ts";

/** One kind of talk of the diagnostic. */
export type TalkOf<Kind extends DiagnosticTalk["kind"]> = Extract<
  DiagnosticTalk,
  { readonly kind: Kind }
>;

/** How something was said: in words, by a choice under what asks now, or under what asked before. */
export type Manner = "typed" | "pressed" | "pressed-before";
