import type {
  CountedFeature,
  ExplainedCandidate,
  ExplainedQuestion,
  Explanation,
  Rule,
} from "../model/explanation.ts";
import type { Decision } from "../model/understanding.ts";

/** How a message was read, for a terminal. */
export function printExplanation({ language, questions }: Explanation): string {
  return questions.map((question) => questionLines(question, language).join("\n")).join("\n\n");
}

function questionLines(explained: ExplainedQuestion, language: string): string[] {
  const { question, read, normal, words, repaired, unknownWords } = explained;
  const { rules, candidates, best } = explained;
  const slips = repaired.map(({ word, as }) => `${word} -> ${as}`);
  return [
    field("question", question),
    ...(read === question ? [] : [field("read", read)]),
    field("normal form", normal),
    field("words", words.join(" ")),
    ...(slips.length > 0 ? [field("read as", slips.join(", "))] : []),
    ...(unknownWords.length > 0 ? [field("never learnt", unknownWords.join(" "))] : []),
    field("language", language),
    field("decision", decisions[explained.decision]),
    field("because", because(explained)),
    ...rules.map((rule) => field("rule", ruleText(rule))),
    field("candidates", ""),
    ...candidates.map(({ intent, confidence }) => `  ${confidence.toFixed(2)}  ${intent}`),
    ...best.flatMap(candidateLines),
  ];
}

const decisions: Readonly<Record<Decision, string>> = {
  sure: "sure: the first candidate is answered",
  unsure: "unsure: the first three are offered",
  unknown: "unknown: said so, kept for the curators",
};

function because({ candidates, inScope, thresholds, rules }: ExplainedQuestion): string {
  const first = candidates[0]?.confidence ?? 0;
  const { sure, surelyInScope, likelyInScope } = thresholds;
  const likelihood = [
    `first ${first.toFixed(2)} (sure from ${sure.toFixed(2)})`,
    `in scope ${inScope.toFixed(2)} (surely above ${surelyInScope.toFixed(2)}, offered from ${likelyInScope.toFixed(2)})`,
  ].join(", ");
  return rules.some(({ kind }) => deciding.has(kind)) ? `a rule, below; ${likelihood}` : likelihood;
}

/** The rules that decide by themselves; the others change what is weighed. */
const deciding = new Set<Rule["kind"]>(["exact-wording", "refusal", "no-known-word"]);

function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case "several-questions":
      return "one of several questions, each read on its own";
    case "courtesy-left-out":
      return "greetings and thanks were left out";
    case "clearest-sentence":
      return "one sentence, much clearer than the whole message, speaks for it";
    case "exact-wording":
      return `an author wrote this very sentence down as ${rule.intent}`;
    case "follow-up":
      return `read as what comes after ${rule.after}`;
    case "refusal":
      return "something is refused: nothing is answered straight away";
    case "no-known-word":
      return "no word of it was ever learnt";
  }
}

function candidateLines(candidate: ExplainedCandidate): string[] {
  const { intent, score, bias, byKind, byWord, for: speakFor, against } = candidate;
  const kinds = Object.entries(byKind).map(([kind, counted]) => `${kind} ${signed(counted)}`);
  const words = byWord
    .toSorted((a, b) => b.counted - a.counted)
    .map(({ word, counted }) => `${word} ${signed(counted)}`);
  return [
    "",
    `${intent}: score ${signed(score)}, of which bias ${signed(bias)}`,
    `  by kind  ${kinds.join("  ")}`,
    `  by word  ${words.join("  ")}`,
    ...speakFor.map((feature) => featureLine("for", feature)),
    ...against.map((feature) => featureLine("against", feature)),
  ];
}

function featureLine(side: string, { kind, text, counted }: CountedFeature): string {
  return `  ${side.padEnd(8)} ${signed(counted)}  ${kind.padEnd(9)} ${text}`;
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(2)}`;
}

function field(name: string, value: string): string {
  return `${name.padEnd(13)} ${value}`.trimEnd();
}
