import { findJargon } from "./check-jargon.ts";
import type { PlainLine } from "./plain-lines.ts";
import type { Problem } from "./problem.ts";
import type { Jargon } from "./read-jargon.ts";
import {
  placedQuestions,
  placedRecommendations,
  type Placed,
  type QuestionnaireFiles,
} from "./read-questionnaire.ts";

/** What is said in French at a path of something. */
interface Said {
  readonly path: readonly PropertyKey[];
  readonly text: string | undefined;
}

/** Warns of words of jargon in what the diagnostic asks, advises and names, in French. */
export function checkQuestionnaireWords(files: QuestionnaireFiles, jargon: Jargon): Problem[] {
  const warn = (placed: Omit<Placed<unknown>, "value">, said: readonly Said[]) =>
    findJargon({ file: placed.problems.file, title: "", lines: linesOf(placed, said) }, jargon);
  const questions = placedQuestions(files).flatMap((placed) => {
    const { text, why, help, options } = placed.value;
    return warn(placed, [
      { path: ["text", "fr"], text: text.fr },
      { path: ["why", "fr"], text: why.fr },
      { path: ["help", "fr"], text: help?.fr },
      ...options.map(({ label }, at) => ({ path: ["options", at, "label", "fr"], text: label.fr })),
    ]);
  });
  const advice = placedRecommendations(files).flatMap((placed) => {
    const { title, step, done } = placed.value;
    return warn(placed, [
      { path: ["title", "fr"], text: title.fr },
      { path: ["step", "fr"], text: step.fr },
      { path: ["done", "fr"], text: done.fr },
    ]);
  });
  return [...questions, ...advice, ...frameWarnings(files, warn)];
}

function frameWarnings(
  { frame }: QuestionnaireFiles,
  warn: (placed: Omit<Placed<unknown>, "value">, said: readonly Said[]) => Problem[],
): Problem[] {
  if (!frame) return [];
  const { dimensions, levels, owners, alerts } = frame.content.value;
  return warn({ problems: frame.problems, lineOf: frame.content.lineOf }, [
    ...dimensions.map(({ name }, at) => ({ path: ["dimensions", at, "name"], text: name.fr })),
    ...levels.flatMap(({ name, says }, at) => [
      { path: ["levels", at, "name", "fr"], text: name.fr },
      { path: ["levels", at, "says", "fr"], text: says.fr },
    ]),
    ...Object.entries(owners).map(([id, { fr }]) => ({ path: ["owners", id, "fr"], text: fr })),
    ...Object.entries(alerts).map(([id, { fr }]) => ({ path: ["alerts", id, "fr"], text: fr })),
  ]);
}

function linesOf(
  { lineOf }: Omit<Placed<unknown>, "value">,
  said: readonly Said[],
): readonly PlainLine[] {
  return said.flatMap(({ path, text }) =>
    text === undefined ? [] : [{ line: lineOf(path), text }],
  );
}
