import type { Tell } from "../model/phrases.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";

/** What is stored and for how long, line by line from the declarations themselves. Markdown. */
export function tellPolicy(documents: StoredDocuments, tell: Tell): string {
  const lines = Object.values(documents).map(({ description, keptDays }) =>
    tell(keptDays === 1 ? "stored-line-one-day" : "stored-line", {
      what: tell(description),
      days: keptDays,
    }),
  );
  return `${tell("privacy-intro")}\n\n${lines.join("\n")}\n\n${tell("privacy-verbs")}`;
}
