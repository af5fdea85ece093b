import type { Language } from "../model/language.ts";
import type { IntentId, Library } from "../model/library.ts";
import type { Candidate, Decision, UnderstoodQuestion } from "../model/understanding.ts";
import { bestFew } from "./best-few.ts";
import { readScores } from "./calibrate.ts";
import { createFindExact } from "./exact-wordings.ts";
import { foldText } from "./fold-text.ts";
import { createFindFollowUp } from "./follow-ups.ts";
import { leanOnPrevious } from "./lean-on-previous.ts";
import { createScoreText } from "./score-text.ts";
import type { Calibration, TrainedModel } from "./trained-model.ts";
import type { SparseVector } from "./weigh-features.ts";

/** Reads one question, alone. */
export type ReadQuestion = (
  question: string,
  context: { readonly language: Language; readonly previousIntent: IntentId | undefined },
) => UnderstoodQuestion;

/** Prepares to read questions with what was learnt from a library. */
export function createReadQuestion(model: TrainedModel, library: Library): ReadQuestion {
  const scoreText = createScoreText(model);
  const findFollowUp = createFindFollowUp(
    library,
    (text, language) => scoreText(text, language).vector,
  );
  const themes = library.intents.map(({ theme }) => theme);
  const findExact = createFindExact(model.exact);

  return (question, { language, previousIntent }) => {
    const { scores, vector } = scoreText(question, language);
    const calibration = model.calibration[language];
    const alone = readScores({ scores, unknownShare: vector.unknownShare }, calibration);
    const label = findExact(question);
    if (label === themes.length) return understood("unknown", { ...alone, inScope: 1 - certain });
    if (label !== undefined) return understood("sure", raised(alone, label));
    if (previousIntent === undefined) return understood(decide(alone), alone);
    const matches = findFollowUp(question, vector, previousIntent);
    const [nearest, next] = matches;
    if (nearest?.closeness === 1 && next?.closeness !== 1) {
      return understood("sure", raised(alone, nearest.intent));
    }
    const leaning = leanOnPrevious(alone, { text: question, matches, themes, previousIntent });
    return understood(decide(leaning), leaning);

    function decide(read: Read): Decision {
      return isGibberish(question, vector) ? "unknown" : decideFrom(read, calibration);
    }

    function understood(decision: Decision, { probabilities, inScope }: Read): UnderstoodQuestion {
      const candidates = candidatesOf(probabilities, model.intents);
      return { question, decision, inScope, candidates };
    }
  };
}

/** What a decision needs to know. */
interface Read {
  readonly probabilities: Float64Array;
  readonly inScope: number;
}

function decideFrom({ probabilities, inScope }: Read, calibration: Calibration): Decision {
  const best = probabilities.reduce((most, chance) => Math.max(most, chance), 0);
  if (best >= calibration.sure && inScope > calibration.surelyInScope) return "sure";
  return inScope >= calibration.likelyInScope ? "unsure" : "unknown";
}

/** Nothing longer than a letter, or no word that was ever learnt nor most of the letters of one. */
function isGibberish(text: string, { unknownShare, unknownLetters }: SparseVector): boolean {
  return !/[\p{L}\p{N}]{2}/u.test(foldText(text)) || (unknownShare === 1 && unknownLetters > 0.5);
}

/** What an author wrote down as this intent is this intent, but for one doubt in fifty. */
const certain = 0.98;

function raised({ probabilities }: Read, label: number): Read {
  const others = probabilities.reduce((sum, one, at) => (at === label ? sum : sum + one), 0);
  const share = (1 - certain) / Math.max(others, 1 - certain);
  return {
    probabilities: probabilities.map((one, at) => (at === label ? certain : one * share)),
    inScope: certain,
  };
}

/** How many candidates are told. */
const mostCandidates = 5;

function candidatesOf(probabilities: Float64Array, intents: readonly IntentId[]): Candidate[] {
  return bestFew(probabilities, mostCandidates).map((at) => ({
    intent: intents[at] ?? "",
    confidence: probabilities[at] ?? 0,
  }));
}
