import { outOfScope } from "../model/library.ts";
import type { Outcome } from "../model/turn.ts";

/** A labelled question of an evaluation file. */
export interface LabelledQuestion {
  readonly language: string;
  readonly kind: string;
  /** Every intent that is right; `out-of-scope` alone when none is. */
  readonly intents: readonly string[];
  readonly question: string;
}

/** How a group of in-scope questions fared; counts of questions. */
export interface InScopeScore {
  readonly questions: number;
  /** The best candidate is right. */
  readonly top1: number;
  /** One of the three best is. */
  readonly top3: number;
  /** Answered, rightly. */
  readonly answered: number;
  /** Asked which of three needs, the right one among them. */
  readonly offered: number;
  /** Answered, wrongly. */
  readonly answeredWrongly: number;
}

/** How out-of-scope questions fared; counts of questions. */
export interface OutOfScopeScore {
  readonly questions: number;
  readonly refused: number;
  readonly offered: number;
  readonly answeredWrongly: number;
}

/** What was taken for what, and how often. */
export interface Confusion {
  /** The right intents, parted by `|`. */
  readonly expected: string;
  /** The first candidate, or `nothing`. */
  readonly got: string;
  readonly times: number;
}

/** What an evaluation says. */
export interface EvaluationScores {
  readonly all: InScopeScore;
  readonly byLanguage: Readonly<Record<string, InScopeScore>>;
  readonly byKind: Readonly<Record<string, InScopeScore>>;
  readonly outOfScope: Readonly<Record<string, OutOfScopeScore>>;
  /** Wrong first candidates, most frequent first. */
  readonly confusions: readonly Confusion[];
  /** Questions whose intents are not in the library; they count nowhere else. */
  readonly notCovered: { readonly questions: number; readonly answered: number };
}

/** A question and what it came to. */
export interface ScoredQuestion {
  readonly label: LabelledQuestion;
  readonly outcome: Outcome;
}

/** Counts what was right and wrong, by language and by kind. */
export function scoreQuestions(
  scored: readonly ScoredQuestion[],
  knownIntents: ReadonlySet<string>,
): EvaluationScores {
  const inScope = scored.filter(({ label }) => label.intents.some((id) => knownIntents.has(id)));
  const outside = scored.filter(({ label }) => label.intents.includes(outOfScope));
  const notCovered = scored.filter((one) => !inScope.includes(one) && !outside.includes(one));
  return {
    all: scoreInScope(inScope),
    byLanguage: group(inScope, ({ label }) => label.language, scoreInScope),
    byKind: group(inScope, ({ label }) => `${label.language} ${label.kind}`, scoreInScope),
    outOfScope: {
      all: scoreOutOfScope(outside),
      ...group(outside, ({ label }) => label.language, scoreOutOfScope),
    },
    confusions: confusionsOf(inScope),
    notCovered: {
      questions: notCovered.length,
      answered: notCovered.filter(({ outcome }) => outcome.decision === "answer").length,
    },
  };
}

function scoreInScope(scored: readonly ScoredQuestion[]): InScopeScore {
  const count = (test: (one: ScoredQuestion) => boolean) => scored.filter(test).length;
  return {
    questions: scored.length,
    top1: count((one) => hasRight(one, 1)),
    top3: count((one) => hasRight(one, 3)),
    answered: count((one) => one.outcome.decision === "answer" && offersRight(one)),
    offered: count((one) => one.outcome.decision === "clarify" && offersRight(one)),
    answeredWrongly: count((one) => one.outcome.decision === "answer" && !offersRight(one)),
  };
}

function scoreOutOfScope(scored: readonly ScoredQuestion[]): OutOfScopeScore {
  const count = (decision: Outcome["decision"]) =>
    scored.filter(({ outcome }) => outcome.decision === decision).length;
  return {
    questions: scored.length,
    refused: count("unknown"),
    offered: count("clarify"),
    answeredWrongly: count("answer"),
  };
}

function hasRight({ label, outcome }: ScoredQuestion, among: number): boolean {
  return outcome.candidates.slice(0, among).some(({ intent }) => label.intents.includes(intent));
}

function offersRight({ label, outcome }: ScoredQuestion): boolean {
  return outcome.intents.some((intent) => label.intents.includes(intent));
}

function group<T>(
  scored: readonly ScoredQuestion[],
  nameOf: (one: ScoredQuestion) => string,
  score: (group: readonly ScoredQuestion[]) => T,
): Record<string, T> {
  const groups = new Map<string, ScoredQuestion[]>();
  for (const one of scored) {
    const name = nameOf(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, members]) => [name, score(members)]));
}

function confusionsOf(scored: readonly ScoredQuestion[]): EvaluationScores["confusions"] {
  const times = new Map<string, { expected: string; got: string; times: number }>();
  for (const one of scored) {
    const confusion = confusionOf(one);
    if (!confusion) continue;
    const { expected, got } = confusion;
    const known = times.get(`${expected} ${got}`);
    times.set(`${expected} ${got}`, { expected, got, times: (known?.times ?? 0) + 1 });
  }
  return [...times.values()].toSorted((a, b) => b.times - a.times);
}

/** What a question was taken for; undefined when its first candidate is right. */
export function confusionOf({
  label,
  outcome,
}: ScoredQuestion): Pick<Confusion, "expected" | "got"> | undefined {
  const got = outcome.candidates[0]?.intent ?? "nothing";
  return label.intents.includes(got) ? undefined : { expected: label.intents.join("|"), got };
}
