import { checkQuestionnaireAdvice, type Findable } from "./check-questionnaire-advice.ts";
import { checkQuestionnaireCodes } from "./check-questionnaire-codes.ts";
import { checkQuestionnaireOptions } from "./check-questionnaire-options.ts";
import { checkQuestionnaireOrder } from "./check-questionnaire-order.ts";
import { checkQuestionnaireScoring } from "./check-questionnaire-scoring.ts";
import {
  placedQuestions,
  placedRecommendations,
  questionnairePaths,
  type QuestionnaireFiles,
} from "./read-questionnaire.ts";

/**
 * Adds a problem for each thing of the diagnostic that contradicts another, names what is not there, or
 * could not be asked or counted. Source: DIAGNOSTIC.md, 11.
 */
export function checkQuestionnaire(files: QuestionnaireFiles, findable: Findable): void {
  checkQuestionnaireOptions(files);
  checkQuestionnaireScoring(files);
  checkQuestionnaireOrder(files);
  checkQuestionnaireCodes(files);
  checkQuestionnaireAdvice(files, findable);
  checkFrame(files);
  if (files.questions && files.recommendations.length === 0) {
    const remedy = `Write one in ${questionnairePaths.recommendations}`;
    files.questions.problems.add(1, "no recommendation can be read", remedy);
  }
}

function checkFrame(files: QuestionnaireFiles): void {
  const { frame } = files;
  if (!frame) return;
  const { problems, content } = frame;
  const { dimensions, levels, alerts } = content.value;
  for (const [index, { id }] of dimensions.entries()) {
    if (dimensions.findIndex((one) => one.id === id) < index) {
      problems.add(
        content.lineOf(["dimensions", index, "id"]),
        `"${id}" is already a dimension`,
        "Rename one of them",
      );
    }
  }
  for (const [index, { from }] of levels.entries()) {
    const before = levels[index - 1];
    if (before ? from > before.from : from === 0) continue;
    const remedy = "Write levels from the lowest, which begins at 0, to the highest";
    problems.add(content.lineOf(["levels", index, "from"]), "a level out of order", remedy);
  }
  const raised = new Set(placedQuestions(files).map(({ value }) => value.alert));
  const answered = new Set(placedRecommendations(files).map(({ value }) => value.alert));
  for (const alert of Object.keys(alerts)) {
    const line = content.lineOf(["alerts", alert]);
    if (!raised.has(alert)) {
      problems.add(line, `no question raises the alert "${alert}"`, "Name it in one, or remove it");
    }
    if (!answered.has(alert)) {
      const remedy = "Name it in the recommendation that settles it, or remove it";
      problems.add(line, `no recommendation answers the alert "${alert}"`, remedy);
    }
  }
}
