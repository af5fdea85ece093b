import { languages } from "../model/language.ts";
import type { IntentId, Library } from "../model/library.ts";
import { trigramLikeness, trigramsOf } from "./trigram-likeness.ts";

/** An utterance and how alike a question it is, 0..1. */
export interface NearUtterance {
  readonly text: string;
  readonly likeness: number;
}

/** Prepares to find the utterance of an intent that is most like a question; none for an unknown intent. */
export function createFindNearest({
  intents,
}: Library): (question: string, intent: IntentId) => NearUtterance | undefined {
  const utterances = new Map(
    intents.map(({ id, utterances: said }) => [id, languages.flatMap((one) => said[one])]),
  );
  const seen = new Map<string, ReadonlySet<string>>();
  const see = (text: string) => {
    const trigrams = seen.get(text) ?? trigramsOf(text);
    seen.set(text, trigrams);
    return trigrams;
  };
  return (question, intent) => {
    const own = trigramsOf(question);
    let nearest: NearUtterance | undefined;
    for (const text of utterances.get(intent) ?? []) {
      const likeness = trigramLikeness(own, see(text));
      if (nearest === undefined || likeness > nearest.likeness) nearest = { text, likeness };
    }
    return nearest;
  };
}
