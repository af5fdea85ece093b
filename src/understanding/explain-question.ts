import type {
  CountedFeature,
  ExplainedCandidate,
  ExplainedQuestion,
  Explanation,
  Rule,
} from "../model/explanation.ts";
import { outOfScope, type Library } from "../model/library.ts";
import type {
  Candidate,
  UnderstandingContext,
  UnderstoodQuestion,
} from "../model/understanding.ts";
import { createFindExact } from "./exact-wordings.ts";
import { createFindHash } from "./find-hash.ts";
import { foldText } from "./fold-text.ts";
import { nameFeatures, type NamedFeature } from "./name-features.ts";
import { createReadQuestion } from "./read-question.ts";
import { createReadLearntWords } from "./read-learnt-words.ts";
import { createScoreText, type ScoredText } from "./score-text.ts";
import { splitSentences } from "./split-questions.ts";
import { stripCourtesy } from "./strip-courtesy.ts";
import { tokenize } from "./tokenize.ts";
import type { TrainedModel } from "./trained-model.ts";
import { createUnderstand } from "./understand.ts";

/** How many candidates are explained, and by how many features on each side. */
const mostExplained = 2;
const mostFeatures = { for: 8, against: 5 };

/**
 * Prepares to say why messages are understood as they are. It reads as `createUnderstand` does, then
 * tries which piece of the message and which rule give the same reading.
 */
export function createExplain(
  model: TrainedModel,
  library: Library,
): (message: string, context: UnderstandingContext) => Explanation {
  const understand = createUnderstand(model, library);
  const readQuestion = createReadQuestion(model, library);
  const findExact = createFindExact(model.exact);
  const findFeature = createFindHash(model.vocabulary.hashes);
  const scoreText = createScoreText(model);
  const readWord = createReadLearntWords(model, findFeature);

  return (message, context) => {
    const { language, questions } = understand(message, context);
    let { previousIntent } = context;
    const explained = questions.map((understood) => {
      const question = explain(understood, questions.length, {
        ...context,
        language,
        previousIntent,
      });
      // Each question of a message leans on the one before it, wanted or refused.
      const isClear = question.rules.some(({ kind }) => kind === "refusal");
      if (isClear || question.decision === "sure") previousIntent = question.candidates[0]?.intent;
      return question;
    });
    return { language, questions: explained };
  };

  function explain(
    understood: UnderstoodQuestion,
    among: number,
    context: UnderstandingContext,
  ): ExplainedQuestion {
    const { question, decision, inScope, candidates } = understood;
    const { language } = context;
    const calibration = model.calibration[language];
    const read = pieceRead(understood, context);
    const normal = foldText(read);
    const words = tokenize(normal, language);
    const scored = scoreText(read, language);
    const names = nameFeatures(read, language, { find: findFeature, readWord });
    const { sure, surelyInScope, likelyInScope } = calibration;
    return {
      question,
      read,
      normal,
      words,
      repaired: words
        .map((word) => ({ word, as: readWord(word, language).word }))
        .filter(({ word, as }) => word !== as),
      unknownWords: words.filter((word) => findFeature(readWord(word, language).stemHash) === -1),
      decision,
      rules: [
        ...(among > 1 ? [{ kind: "several-questions" } as const] : pieceRule(question, read)),
        ...rulesOf({ ...understood, question: read }, context),
      ],
      inScope,
      thresholds: { sure, surelyInScope, likelyInScope },
      candidates,
      best: candidates.slice(0, mostExplained).map((candidate) => weigh(candidate, scored, names)),
    };
  }

  /** The piece of a question that gives its candidates: all of it, without courtesies, or a sentence. */
  function pieceRead(
    { question, candidates }: UnderstoodQuestion,
    context: UnderstandingContext,
  ): string {
    const need = stripCourtesy(question);
    const pieces = [question, need, ...splitSentences(need)];
    return (
      pieces.find((piece) => isSame(readQuestion(piece, context).candidates, candidates)) ??
      question
    );
  }

  /** The rules that change what likelihood alone would say of what was read. */
  function rulesOf(
    { question, decision, inScope }: UnderstoodQuestion,
    context: UnderstandingContext,
  ): Rule[] {
    const label = findExact(question);
    const found = readQuestion(question, context);
    const rules: Rule[] = [];
    if (label !== undefined) {
      rules.push({ kind: "exact-wording", intent: model.intents[label] ?? outOfScope });
    } else if (context.previousIntent !== undefined) {
      const alone = readQuestion(question, { ...context, previousIntent: undefined });
      if (
        alone.decision !== found.decision ||
        alone.candidates[0]?.intent !== found.candidates[0]?.intent
      ) {
        rules.push({ kind: "follow-up", after: context.previousIntent });
      }
    }
    if (found.decision === "sure" && decision === "unsure") rules.push({ kind: "refusal" });
    const isLikely = inScope >= model.calibration[context.language].likelyInScope;
    // Likely enough to be shown, and not: the one other reason is that nothing of it is known.
    if (label === undefined && decision === "unknown" && isLikely) {
      rules.push({ kind: "no-known-word" });
    }
    return rules;
  }

  function weigh(
    candidate: Candidate,
    { scores, vector }: ScoredText,
    names: readonly NamedFeature[],
  ): ExplainedCandidate {
    const number = model.intents.indexOf(candidate.intent);
    const scale = model.scales[number] ?? 0;
    const byKind: Record<string, number> = {};
    const byWord = new Map<string, number>();
    const features: CountedFeature[] = [];
    for (const [at, id] of vector.ids.entries()) {
      const { kind, text, words } = names[at] ?? { kind: "", text: "?", words: new Set() };
      const weight = model.weights[id * model.biases.length + number] ?? 0;
      const counted = (vector.values[at] ?? 0) * weight * scale;
      features.push({ kind, text, counted });
      byKind[kind] = (byKind[kind] ?? 0) + counted;
      for (const word of words) byWord.set(word, (byWord.get(word) ?? 0) + counted / words.size);
    }
    const bySize = features.toSorted((a, b) => b.counted - a.counted);
    const against = bySize.filter(({ counted }) => counted < 0).toReversed();
    return {
      ...candidate,
      score: scores[number] ?? 0,
      bias: model.biases[number] ?? 0,
      byKind,
      byWord: Array.from(byWord, ([word, counted]) => ({ word, counted })),
      for: bySize.filter(({ counted }) => counted > 0).slice(0, mostFeatures.for),
      against: against.slice(0, mostFeatures.against),
    };
  }
}

function isSame(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

function pieceRule(question: string, read: string): Rule[] {
  if (read === question) return [];
  const isNeed = read === stripCourtesy(question);
  return [{ kind: isNeed ? "courtesy-left-out" : "clearest-sentence" }];
}
