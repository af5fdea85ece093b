import { LineCounter, isNode, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problems } from "./problem.ts";
import { sayIssue } from "./say-issue.ts";

/** A value read from YAML and checked, with the line each part stands on. */
export interface ReadYaml<T> {
  readonly value: T;
  /** The line, from 1, of the node at a path. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads YAML against a schema; every fault becomes a problem with its line.
 * Undefined when there was one.
 * @param firstLine the line of the file the text begins on
 */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  problems: Problems,
  firstLine = 1,
): ReadYaml<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  for (const error of document.errors) {
    problems.add(lineAt(error.pos[0]), `bad YAML: ${error.message}`, yamlRemedy);
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };

  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    problems.add(firstLine, `bad YAML: ${String(error)}`, yamlRemedy);
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const where = issue.path.length > 0 ? `\`${issue.path.join(".")}\`: ` : "";
    problems.add(lineOf(issue.path), `${where}${sayIssue(issue)}`, shapeRemedy);
  }
  return undefined;
}

const yamlRemedy = "Put texts that hold : # or quotes between double quotes, and indent by spaces";
const shapeRemedy = "Compare with a neighbouring file, or with content/LISEZMOI.md";
