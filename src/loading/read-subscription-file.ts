import { readFileSync } from "node:fs";
import { ConfigurationError } from "../model/errors.ts";
import { describeProblem, Problems } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { subscriptionFileShape, type SubscriptionFile } from "./subscription-file-shape.ts";

/**
 * Reads a file that says who is sent what.
 * @throws ConfigurationError with every fault and its line
 */
export function readSubscriptionFile(file: string): SubscriptionFile {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigurationError(`${file}: cannot be read. Check its name and its rights.`, {
      cause,
    });
  }
  const problems = new Problems(file);
  const read = readYaml(text, subscriptionFileShape, problems);
  if (read) return read.value;
  throw new ConfigurationError(problems.found.map(describeProblem).join("\n"));
}
