import type { ContentTrialReport } from "../../model/content-change.ts";
import type { Tell } from "../../model/phrases.ts";

/** Questions named: the others are counted. */
const MOST_NAMED = 5;

/** What a change does to the questions of the evaluation, before and after, and why it is refused if it is. */
export function sayTrial(
  { problems, before, after, changed, isAccepted }: ContentTrialReport,
  tell: Tell,
): string {
  if (problems.length > 0) {
    return [
      tell("hc-trial-problems"),
      ...problems.slice(0, MOST_NAMED).map((one) => `- ${one}`),
    ].join("\n");
  }
  const worse = changed.filter(({ way }) => way === "worse" || way === "less-direct");
  const counts = tell("hc-trial-counts", {
    before: before.right,
    after: after.right,
    questions: after.questions,
  });
  if (isAccepted) return counts;
  const named = worse
    .slice(0, MOST_NAMED)
    .map(({ question, before: was, after: is }) => `- « ${question} » : ${was} → ${is}`);
  return [counts, tell("hc-trial-worse", { count: worse.length }), ...named].join("\n");
}
