import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { paths, type Answers, type DiagnosticPath } from "../../src/model/diagnostic-run.ts";
import { projectRoot } from "./project-root.ts";
import { recorded } from "./recorded-answers.ts";

/** A worked example of DIAGNOSTIC.md, 6, with what it comes to. */
export interface GoldenCase {
  readonly letter: string;
  readonly name: string;
  readonly path: DiagnosticPath;
  readonly answers: Answers;
  readonly expected: z.infer<typeof expected>;
}

const expected = z.object({
  scores: z.record(z.string(), z.number().nullable()),
  coverage: z.record(z.string(), z.number()),
  overall: z.number().nullable(),
  alerts: z.array(z.string()),
  now: z.array(z.string()),
  next: z.array(z.string()),
  laterCount: z.number(),
});

const caseShape = z.object({
  name: z.string(),
  path: z.enum(paths),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  expected,
});

/** The five of them, A to E. The annex gives the answers of A, B and C; those of D and E follow its words. */
export const goldenCases: readonly GoldenCase[] = ["golden-cases.json", "described-cases.json"]
  .map((file) => readFileSync(join(projectRoot, "test/fixtures/diagnostic", file), "utf8"))
  .flatMap((text) => z.array(caseShape).parse(JSON.parse(text)))
  .map((one) => ({ ...one, letter: one.name.slice(0, 1), answers: recorded(one.answers) }));

/** The one of a letter. */
export function goldenCase(letter: string): GoldenCase {
  const found = goldenCases.find((one) => one.letter === letter);
  if (!found) throw new Error(`no worked example ${letter}`);
  return found;
}
