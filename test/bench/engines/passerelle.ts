import type { Library } from "../../../src/model/library.ts";
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
  return (text, language) => {
    const { questions } = understand(text, { language, previousIntent: undefined });
    const [first] = questions;
    const candidates = first?.candidates.slice(0, 3) ?? [];
    const confidence = candidates[0]?.confidence ?? 0;
    const isTaught = library.outOfScope[language].length > 0;
    return {
      ranked: candidates.map(({ intent }) => intent),
      confidence,
      inScope: isTaught ? (first?.inScope ?? 0) : confidence,
    };
  };
}
