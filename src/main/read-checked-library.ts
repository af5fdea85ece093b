import type { LibraryReading } from "../loading/read-library.ts";
import { readLibrary } from "../loading/read-library.ts";
import type { SourceFile } from "../loading/source-file.ts";
import { diagnosticProblems } from "./diagnostic-findings.ts";
import { workshopProblems } from "./workshop-findings.ts";

/** Reads the library, and refuses it for what the rules of workshops and of the diagnostic forbid as for what cannot be read. */
export function readCheckedLibrary(files: readonly SourceFile[]): LibraryReading {
  const reading = readLibrary(files);
  const broken = [...workshopProblems(reading.files), ...diagnosticProblems(reading.files)];
  if (broken.length === 0) return reading;
  return { ...reading, library: undefined, problems: [...reading.problems, ...broken] };
}
