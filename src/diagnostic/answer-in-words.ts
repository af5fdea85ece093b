import type { RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Question } from "../model/questionnaire.ts";
import { chosenOptions } from "./answer-value.ts";
import { inARow } from "./in-a-row.ts";

/** An answer as it is repeated to who gave it, and read in a report; empty where the question was not answered. */
export function answerInWords(
  question: Question,
  answer: RecordedAnswer | undefined,
  { language, tell }: { readonly language: Language; readonly tell: Tell },
): string {
  switch (answer?.kind) {
    case undefined:
      return "";
    case "options":
      return inARow(
        chosenOptions(question, answer.codes).map(({ label }) => label[language]),
        tell,
      );
    case "number":
      return tell("dp-answer-number", { number: answer.number });
    case "unknown":
      return tell("dp-answer-unknown");
    case "skipped":
      return tell("dp-answer-skipped");
    case "about":
      return tell("dp-answer-about");
  }
}
