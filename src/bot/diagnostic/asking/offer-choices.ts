import type { Choice } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";

const offerAnswers = ["short", "full", "unkept", "more", "not-now"] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

/** How the diagnostic may be taken. */
export function offerChoices({ tell }: TurnContext): readonly (Choice & { value: OfferAnswer })[] {
  return offerAnswers.map((value) => ({ label: tell(`dq-offer-${value}`), value }));
}
