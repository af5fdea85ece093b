import type { StepState } from "../../model/diagnostic-run.ts";
import { foldText } from "../fold-text.ts";
import { stripCourtesy } from "../strip-courtesy.ts";

/** How one step goes, as somebody says it; "not yet" does not say why. */
export type SaidStepState = Extract<StepState, "done" | "under-way" | "given-up"> | "not-yet";

/** What is said of steps: of every one of them, or of some by their numbers, from 1. */
export type StepReport =
  | {
      readonly kind: "all";
      readonly state: SaidStepState;
      /** Whether it says that all of them are meant. */
      readonly isOfEach: boolean;
    }
  | { readonly kind: "some"; readonly states: ReadonlyMap<number, SaidStepState> };

/**
 * Reads how steps go: « fait », « 1 fait, 2 en cours », « 1 et 3 faits », « pas encore », « plus d'actualité ».
 * Undefined for anything else, and for what says two things of one step.
 * @param steps how many there are: a greater number names none
 */
export function readStepReport(text: string, steps: number): StepReport | undefined {
  const said = plain(text);
  const state = stateOf(said);
  if (state !== undefined) return { kind: "all", state, isOfEach: each.test(said) };
  // Each part begins with its numbers: "1 fait 2 en cours", "la 1 et la 3 faites, 2 pas encore".
  const parts = [...said.matchAll(part)];
  const read = parts.map((match) => match[0].length).reduce((sum, length) => sum + length, 0);
  if (parts.length === 0 || read !== said.length) return undefined;
  const states = new Map<number, SaidStepState>();
  for (const [, numbers = "", words = ""] of parts) {
    const found = stateOf(words.trim());
    if (found === undefined) return undefined;
    for (const number of (numbers.match(/\d+/gu) ?? []).map(Number)) {
      if (number < 1 || number > steps || states.has(number)) return undefined;
      states.set(number, found);
    }
  }
  return { kind: "some", states };
}

const each = /\b(?:tout|tous|toutes|rien|all|nothing|everything)\b/u;

const number = "(?:l[ae] |les |number |numero |no |the |step |pas )?\\d{1,2}";
const part = new RegExp(
  `(${number}(?: (?:et |and )?${number})*)((?: (?!\\d|et \\d|and \\d)\\S+)+) ?(?:et (?=\\d)|and (?=\\d))?`,
  "gu",
);

/** How a step goes, in the words of one part. */
function stateOf(words: string): SaidStepState | undefined {
  return wordings.find(([, wording]) => wording.test(words))?.[0];
}

const subject =
  "(?:(?:c est|cest|c|on l a|je l ai|nous l avons|on a|j ai|it s|it is|that s|we ve|i ve|est|is|sont|are|a ete|elle est|il est|tout(?: est)?|all(?: is)?) )?";
const rest =
  "(?: (?:maintenant|deja|enfin|a present|now|already|tous?|toutes?|all|ca|cela|it|pour (?:tout|tous|toutes)|pour l instant|pour le moment|yet))*";

// The longest first: "pas fait" holds "fait".
const wordings: readonly (readonly [SaidStepState, RegExp])[] = (
  [
    [
      "given-up",
      "plus d actualite|plus utile|plus necessaire|plus besoin|plus la peine|abandonnee?s?|on laisse tomber|no longer relevant|not relevant(?: any ?more)?|no longer needed|not needed(?: any ?more)?|given up|dropped",
    ],
    [
      "not-yet",
      "pas encore(?: faite?s?| commencee?s?)?|toujours pas|non|pas faite?s?|pas commencee?s?|rien(?: de)? faite?s?|non pas encore|rien|pas du tout|a faire|no not yet|not yet|no|not done|not started|nothing(?: done)?|to do",
    ],
    [
      "under-way",
      "en cours|commencee?s?|(?:on|j|nous) (?:a|ai|avons) commence|on y est|on avance|ca avance|presque(?: faite?s?| finie?s?)?|a moitie|en partie|under ?way|in progress|started|ongoing|partly|almost(?: done)?|half done",
    ],
    [
      "done",
      "faite?s?|tout fait|tous faits?|toutes faites?|oui|oui (?:c est )?faite?s?|ok faite?s?|terminee?s?|finie?s?|yes|yes done|done|all done|finished|completed",
    ],
  ] as const
).map(([state, words]) => [state, new RegExp(`^${subject}(?:${words})${rest}$`, "u")]);

/** Words and numbers alone, courtesy aside. */
function plain(text: string): string {
  return foldText(stripCourtesy(text))
    .replaceAll(/[\uFE0F\u20E3]/gu, "")
    .replaceAll(/(\d)([^\d\s])/gu, "$1 $2")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
