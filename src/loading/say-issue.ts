import type { z } from "zod";

/** What a schema found wrong, in plain words: those of the shape where it has some, else ours for what it expected. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  if (!ofTheLibrary.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type": {
      const expected = kinds[issue.expected] ?? issue.expected;
      return issue.message.endsWith("received undefined")
        ? `missing: ${expected} is needed here`
        : `${expected} is needed here`;
    }
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")} is needed here`;
    case "unrecognized_keys":
      return `unknown key ${issue.keys.join(", ")}`;
    case "invalid_union":
      return "not one of the forms that are read here";
    case "too_small":
      return `too small or too short: ${issue.minimum} at least`;
    case "too_big":
      return `too big or too long: ${issue.maximum} at most`;
    case "not_multiple_of":
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return issue.message;
  }
}

/** How its own messages begin. */
const ofTheLibrary = /^(?:Invalid (?:input|option|key)|Unrecognized key|Too (?:small|big))/;

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};
