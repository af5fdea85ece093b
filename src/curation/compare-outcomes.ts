import type { ChangedQuestion, ContentTrialReport, Tally } from "../model/content-change.ts";
import { outOfScope } from "../model/library.ts";

/** A question of the evaluation, and what it came to. */
export interface JudgedOutcome {
  readonly question: string;
  /** The right intents; `out-of-scope` alone when none is. */
  readonly expected: readonly string[];
  readonly decision: "answer" | "clarify" | "unknown";
  /** Answered, or offered as choices. */
  readonly intents: readonly string[];
}

/** 0 misled, 1 left without, 2 the right one among choices, 3 right at once. */
type Served = 0 | 1 | 2 | 3;

/**
 * What a change does to the questions of an evaluation, asked in the same order before and after. It is refused
 * when one question that was served no longer is, or is misled now; and when more lose than gain a direct answer:
 * learning anew moves a few borderline questions either way.
 */
export function compareOutcomes(
  before: readonly JudgedOutcome[],
  after: readonly JudgedOutcome[],
): Omit<ContentTrialReport, "problems"> {
  const changed = before.flatMap((old, at): ChangedQuestion[] => {
    const fresh = after[at];
    if (!fresh) return [];
    const way = wayOf(served(old), served(fresh));
    if (!way) return [];
    const { question, expected } = old;
    const shown = { before: tellOutcome(old), after: tellOutcome(fresh) };
    return [{ question, expected: expected.join("|"), ...shown, way }];
  });
  const count = (way: ChangedQuestion["way"]) => changed.filter((one) => one.way === way).length;
  const isAccepted =
    count("worse") === 0 && count("less-direct") <= count("more-direct") + count("better");
  return { before: tallyOf(before), after: tallyOf(after), changed, isAccepted };
}

function served({ expected, decision, intents }: JudgedOutcome): Served {
  const isRight = intents.some((intent) => expected.includes(intent));
  if (expected.includes(outOfScope)) {
    if (decision === "unknown") return 3;
    return decision === "clarify" ? 1 : 0;
  }
  if (decision === "unknown") return 1;
  if (isRight) return decision === "clarify" ? 2 : 3;
  return decision === "clarify" ? 1 : 0;
}

function wayOf(before: Served, after: Served): ChangedQuestion["way"] | undefined {
  if (before === after) return undefined;
  if (before >= 2 && after >= 2) return after > before ? "more-direct" : "less-direct";
  return after > before ? "better" : "worse";
}

function tallyOf(outcomes: readonly JudgedOutcome[]): Tally {
  const count = (level: Served) => outcomes.filter((one) => served(one) === level).length;
  return { questions: outcomes.length, right: count(3), offered: count(2), wrong: count(0) };
}

function tellOutcome({ decision, intents }: JudgedOutcome): string {
  return intents.length === 0 ? decision : `${decision} ${intents.join(", ")}`;
}
