import type { Language } from "../../../src/model/language.ts";
import type { Library } from "../../../src/model/library.ts";
import { readScores } from "../../../src/understanding/calibrate.ts";
import { createScoreText } from "../../../src/understanding/score-text.ts";
import { trainModel } from "../../../src/understanding/train.ts";
import type { TrainedModel } from "../../../src/understanding/trained-model.ts";
import { createUnderstand } from "../../../src/understanding/understand.ts";
import type { Read } from "./engine.ts";

/** Ours, whole, as the assistant calls it; of a message cut in several questions the first counts. */
export function passerelle(library: Library): Read {
  return readWith(trainModel(library), library);
}

/** The same with a model that was learnt before. */
export function readWith(model: TrainedModel, library: Library): Read {
  const understand = createUnderstand(model, library);
  const scoreText = createScoreText(model);
  const inScope = (text: string, language: Language) => {
    const { scores, vector } = scoreText(text, language);
    const { unknownShare } = vector;
    return readScores({ scores, unknownShare }, model.calibration[language]).inScope;
  };
  return (text, language) => {
    const { questions } = understand(text, { language, previousIntent: undefined });
    const candidates = questions[0]?.candidates.slice(0, 3) ?? [];
    const confidence = candidates[0]?.confidence ?? 0;
    const isTaught = library.outOfScope[language].length > 0;
    return {
      ranked: candidates.map(({ intent }) => intent),
      confidence,
      weighScope: () => (isTaught ? inScope(text, language) : confidence),
    };
  };
}
