import { languages } from "../../../model/language.ts";
import type { Question } from "../../../model/questionnaire.ts";
import type { Choice } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";

/** Every answer of a question to press on, numbered as in its text, then what else may be said. */
export function questionChoices(question: Question, context: TurnContext): readonly Choice[] {
  const { conversation, tell } = context;
  const options = question.options.map(({ code, label }, index) => ({
    label: label[conversation.language],
    value: `option:${code}`,
    mark: String(index + 1),
  }));
  const words = (["why", "back", "pause"] as const).map((value) => {
    const label = tell(`dq-${value}-label`);
    return { label, value, mark: label };
  });
  return [...options, ...unsureChoices(question, context), ...words];
}

/** The choice of a label, in whichever language it was read: a button outlives a change of language. */
export function choiceLabelled(
  label: string,
  question: Question,
  context: TurnContext,
): Choice | undefined {
  const { conversation, knowledge } = context;
  return [conversation.language, ...languages]
    .flatMap((language) => {
      const spoken = { ...context, conversation: { ...conversation, language } };
      return questionChoices(question, { ...spoken, tell: knowledge.tell(language) });
    })
    .find((choice) => choice.label === label);
}

/** "I do not know" and "pass": always there, and never a bad answer. */
export function unsureChoices(
  question: Question,
  { tell }: Pick<TurnContext, "tell">,
): readonly Choice[] {
  const pass = tell("dq-skip-label");
  const unknown = tell("dq-unknown-label");
  return [
    ...(question.kind === "text"
      ? []
      : [{ label: unknown, value: "unknown", mark: unknown, sign: "❓" }]),
    { label: pass, value: "skip", mark: pass, sign: "⏭" },
  ];
}

/** "1. Rien": an answer that begins with its own number has it once. */
export function listed(label: string, number: number): string {
  const mark = String(number);
  const bare = label.startsWith(mark) ? label.slice(mark.length).replace(/^\s*—\s*/u, "") : label;
  return bare === "" ? `${mark}.` : `${mark}. ${bare}`;
}
