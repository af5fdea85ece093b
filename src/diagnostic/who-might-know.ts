import type { Condition, Question, Questionnaire, Recommendation } from "../model/questionnaire.ts";

/**
 * The role that might know the answer to a question, a key of `Questionnaire.owners`: the one that acts on what
 * is advised where nobody knows it or, where nothing is, on what its answer decides.
 */
export function whoMightKnow(
  { recommendations }: Questionnaire,
  { id }: Question,
): string | undefined {
  const found =
    recommendations.find(({ when }) => isAbout(when, id, true)) ??
    recommendations.find(({ when }: Recommendation) => isAbout(when, id, false));
  return found?.owner;
}

function isAbout(when: Condition, question: string, ifUnknown: boolean): boolean {
  if ("any" in when) return when.any.some((one) => isAbout(one, question, ifUnknown));
  if ("all" in when) return when.all.some((one) => isAbout(one, question, ifUnknown));
  if (!("question" in when) || when.question !== question) return false;
  return !ifUnknown || "unknown" in when;
}
