import { describeProblem } from "../../src/loading/problem.ts";
import { libraryFiles, readLibrary } from "../../src/loading/read-library.ts";
import { questionnaireOf } from "../../src/loading/read-questionnaire.ts";
import type { SourceFile } from "../../src/loading/source-file.ts";
import { readCheckedLibrary } from "../../src/main/read-checked-library.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { projectRoot } from "./project-root.ts";

/** Where the diagnostic is written. */
export const diagnosticFolder = "content/diagnostic/";
export const questionsFile = `${diagnosticFolder}questions.yaml`;
export const frameFile = `${diagnosticFolder}frame.yaml`;
export const codesFile = `${diagnosticFolder}codes.yaml`;
const adviceFile = `${diagnosticFolder}recommendations/01-memoire.yaml`;

/** What is done to the text of some files, by path. */
type Changes = Readonly<Record<string, (text: string) => string>>;

/** A thing that must be refused: what it is, what makes it, what is said of it. */
export type Refusal = readonly [what: string, changes: Changes, said: RegExp];

/** The project's files of the diagnostic, and those they name something of. */
export const diagnosticFiles: readonly SourceFile[] = libraryFiles(projectRoot).filter(
  ({ path }) =>
    path.startsWith(diagnosticFolder) ||
    path.startsWith("content/resources/") ||
    path === "content/themes.yaml",
);

/** Those files, some of them changed. @throws when a change changes nothing */
export function diagnosticWith(changes: Changes): SourceFile[] {
  return diagnosticFiles.map(({ path, bytes }) => {
    const change = changes[path];
    if (!change) return { path, bytes };
    const before = new TextDecoder().decode(bytes);
    const after = change(before);
    if (after === before) throw new Error(`the change leaves ${path} as it is`);
    return { path, bytes: new TextEncoder().encode(after) };
  });
}

/** What is wrong with the diagnostic after some changes. */
export function problemsAfter(changes: Changes): string[] {
  return readCheckedLibrary(diagnosticWith(changes))
    .problems.filter(({ file }) => file.startsWith(diagnosticFolder))
    .map(describeProblem);
}

/** The questionnaire, whatever is wrong beside it. @throws when it cannot be read at all */
export function questionnaireAfter(changes: Changes = {}): Questionnaire {
  const read = questionnaireOf(readLibrary(diagnosticWith(changes)).files.diagnostic);
  if (!read) throw new Error("the questionnaire cannot be read");
  return read;
}

/** A change of one question. */
export function inQuestion(id: string, from: string | RegExp, to: string): Changes {
  return { [questionsFile]: within(id, from, to) };
}

/** A change of one of the recommendations about documents. */
export function inAdvice(id: string, from: string | RegExp, to: string): Changes {
  return { [adviceFile]: within(id, from, to) };
}

/** A change of the frame. */
export function inFrame(from: string | RegExp, to: string): Changes {
  return { [frameFile]: (text) => text.replace(from, to) };
}

function within(id: string, from: string | RegExp, to: string): (text: string) => string {
  return (text) => {
    const start = text.indexOf(`- id: ${id}\n`);
    if (start === -1) throw new Error(`no ${id}`);
    const next = text.indexOf("\n- id: ", start);
    const end = next === -1 ? text.length : next;
    return text.slice(0, start) + text.slice(start, end).replace(from, to) + text.slice(end);
  };
}
