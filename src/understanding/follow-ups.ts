import { languages, type Language } from "../model/language.ts";
import type { IntentId, Library } from "../model/library.ts";
import { createCloseness } from "./closeness.ts";
import { wordingKey } from "./exact-wordings.ts";
import { foldText } from "./fold-text.ts";
import type { SparseVector } from "./weigh-features.ts";

/** How a text looks to the model. */
export type VectorOf = (text: string, language: Language) => SparseVector;

/** An intent whose follow-up wordings may be meant, and how close the nearest is, 0..1. */
export interface FollowUpMatch {
  readonly intent: number;
  readonly closeness: number;
}

interface Wording {
  readonly intent: number;
  readonly after: readonly string[];
  readonly text: string;
  readonly language: Language;
}

interface SeenWording {
  readonly key: number | undefined;
  readonly vector: SparseVector;
}

/**
 * Finds which follow-up a message may be, after the intent answered just before: the closest wording
 * of each intent whose `after` covers it, the closest intent first.
 */
export function createFindFollowUp(
  library: Library,
  vectorOf: VectorOf,
): (text: string, vector: SparseVector, previous: IntentId) => readonly FollowUpMatch[] {
  const wordings = listWordings(library);
  // Each wording is looked at when a conversation first needs it.
  const seen = new Map<Wording, SeenWording>();
  const see = (wording: Wording): SeenWording => {
    const known = seen.get(wording) ?? {
      key: wordingKey(wording.text),
      vector: vectorOf(wording.text, wording.language),
    };
    seen.set(wording, known);
    return known;
  };
  const covering = new Map<IntentId, readonly Wording[]>();
  const wordingsAfter = (previous: IntentId): readonly Wording[] => {
    const known = covering.get(previous) ?? wordings.filter(({ after }) => covers(after, previous));
    covering.set(previous, known);
    return known;
  };
  return (text, vector, previous) => {
    const key = wordingKey(text);
    const closenessTo = createCloseness(vector);
    const closest = new Map<number, number>();
    for (const wording of wordingsAfter(previous)) {
      const own = see(wording);
      const near = key !== undefined && own.key === key ? 1 : closenessTo(own.vector);
      closest.set(wording.intent, Math.max(near, closest.get(wording.intent) ?? 0));
    }
    return [...closest]
      .map(([intent, closeness]) => ({ intent, closeness }))
      .toSorted((a, b) => b.closeness - a.closeness);
  };
}

/** Whether a message leans on what was said before ("et pour les reçus ?", "what about cats?"). */
export function isElliptic(text: string): boolean {
  const folded = foldText(text);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= mostWords && (leaning.test(folded) || bare.test(folded));
}

/** A longer message says by itself what it is about. */
const mostWords = 7;

const leaning =
  /^(?:ok |oui |ah |oh |d'accord |bon |yes |alright |right |well )?,? ?(?:et|mais|sinon|du coup|alors|donc|pour|meme|aussi|avec|sans|dans ce cas|and|but|what about|how about|so|then|also|even|same|with|without|for) /;

/** A question word with nothing to ask about. */
const bare =
  /^(?:combien|comment|pourquoi|ou|quand|lequel|laquelle|lesquels|c'est quoi|how much|how many|how|why|when|where|which one|which)(?: (?:ca|de temps|faire|long|time))?[ ?!.]*$/;

function listWordings({ intents }: Library): Wording[] {
  return intents.flatMap(({ followUps }, intent) =>
    followUps.flatMap(({ after, wordings }) =>
      languages.flatMap((language) =>
        wordings[language].map((text) => ({ intent, after, text, language })),
      ),
    ),
  );
}

function covers(after: readonly string[], previous: IntentId): boolean {
  return after.some((one) =>
    one.endsWith(".*") ? previous.startsWith(one.slice(0, -1)) : one === previous,
  );
}
