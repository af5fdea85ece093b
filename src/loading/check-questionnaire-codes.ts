import { placedQuestions, type QuestionnaireFiles } from "./read-questionnaire.ts";

/**
 * Checks questions and options against the list of every code ever given: one that left the questions must
 * be retired there, and one that is retired never comes back, for the answers kept would change meaning.
 */
export function checkQuestionnaireCodes(files: QuestionnaireFiles): void {
  const { codes, questions } = files;
  if (!codes || !questions) return;
  const { problems, content } = codes;
  const { used, retired } = content.value;
  const present = new Set<string>();
  for (const { value, problems: own, lineOf } of placedQuestions(files)) {
    const named = [
      { code: value.id, line: lineOf(["id"]) },
      ...value.options.map(({ code }, index) => ({
        code: `${value.id}.${code}`,
        line: lineOf(["options", index, "code"]),
      })),
    ];
    for (const { code, line } of named) {
      present.add(code);
      if (Object.hasOwn(retired, code)) {
        const message = `"${code}" was used for something else (${retired[code] ?? ""})`;
        own.add(line, message, "Give it a code that was never used");
      } else if (!Object.hasOwn(used, code)) {
        const remedy = `Add it to ${problems.file} with a few words of its meaning`;
        own.add(line, `"${code}" is not in the list of codes`, remedy);
      }
    }
  }
  for (const code of Object.keys(used)) {
    if (present.has(code)) continue;
    const remedy = "Move its line under retired: the answers people gave keep this code";
    problems.add(content.lineOf(["used", code]), `"${code}" is in no question any more`, remedy);
  }
}
