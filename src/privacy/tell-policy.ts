import type { AnyDocumentType } from "../model/document-type.ts";
import type { Tell } from "../model/phrases.ts";

/** What is stored and for how long, line by line from the declarations themselves. Markdown. */
export function tellPolicy(kinds: readonly AnyDocumentType[], tell: Tell): string {
  const lines = kinds.map(({ description, keptDays }) =>
    tell(keptDays === 1 ? "stored-line-one-day" : "stored-line", {
      what: tell(description),
      days: keptDays,
    }),
  );
  return `${tell("privacy-intro")}\n\n${lines.join("\n")}\n\n${tell("privacy-verbs")}`;
}
