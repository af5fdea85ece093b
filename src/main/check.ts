import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readQuestions } from "../cli/read-questions.ts";
import { checkForCurators } from "../loading/check-for-curators.ts";
import { checkHeldOut } from "../loading/check-held-out.ts";
import { listSentences } from "../loading/placed-sentences.ts";
import { describeProblem, type Problem } from "../loading/problem.ts";
import { readJargon } from "../loading/read-jargon.ts";
import { libraryFiles } from "../loading/read-library.ts";
import { systemClock } from "../system/system-clock.ts";
import { localDay } from "../workshops/workshop-time.ts";
import { directoryWarnings } from "./directory-findings.ts";
import { configOf, configOption } from "./options.ts";
import { readCheckedLibrary } from "./read-checked-library.ts";
import { workshopWarnings } from "./workshop-findings.ts";

/**
 * `passerelle check [ROOT]`: everything wrong at once, each with its file, line and remedy, then what
 * would be better otherwise. `--strict` fails on that too.
 */
export async function check(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...configOption, strict: { type: "boolean" }, against: { type: "string" } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  const checked = folder === undefined ? root : resolve(folder);
  const config = configOf(values, checked);
  const { library, problems: faults, files } = readCheckedLibrary(libraryFiles(checked));
  const { jargon, problems: jargonFaults } = readJargon(checked);
  const sentences = listSentences(files);
  const problems = [...faults, ...jargonFaults, ...heldOutIn(sentences, values.against)];
  const now = systemClock.now();
  const today = localDay(now, config.timeZone);
  const warnings = [
    ...checkForCurators({ files, sentences, jargon, today }),
    ...workshopWarnings(files, now),
    ...directoryWarnings(files.directory, config),
  ];

  for (const problem of problems) print(problem);
  for (const { message, ...warning } of warnings) {
    print({ ...warning, message: `warning: ${message}` });
  }
  process.stdout.write(
    library && problems.length === 0
      ? `Nothing wrong: ${library.intents.length} intents, ${library.resources.length} pages, ${counted(warnings.length, "warning")}.\n`
      : `${counted(problems.length, "problem")}, ${counted(warnings.length, "warning")}.\n`,
  );
  const isRefused = problems.length > 0 || (values.strict === true && warnings.length > 0);
  return isRefused ? 1 : 0;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

function heldOutIn(
  sentences: ReturnType<typeof listSentences>,
  file: string | undefined,
): readonly Problem[] {
  if (file === undefined) return [];
  return checkHeldOut(sentences, { file, questions: readQuestions(file) });
}

function print(problem: Problem): void {
  process.stdout.write(`${describeProblem(problem)}\n`);
}
