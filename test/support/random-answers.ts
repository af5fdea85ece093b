import type { Answers, RecordedAnswer } from "../../src/model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../../src/model/questionnaire.ts";

/** Answers to every question of a questionnaire, the hidden ones too, and a few left unasked, for a run of chance. */
export function randomAnswers({ questions }: Questionnaire, random: () => number): Answers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = randomAnswer(question, random);
      return answer ? [[question.id, answer]] : [];
    }),
  );
}

function randomAnswer(question: Question, random: () => number): RecordedAnswer | undefined {
  const luck = random();
  if (luck < 0.04) return undefined;
  if (luck < 0.12) return { kind: "unknown" };
  if (luck < 0.17) return { kind: "skipped" };
  if (question.kind === "text") return { kind: "about", intents: [] };
  if (question.kind === "number") return { kind: "number", number: Math.floor(random() * 11) };
  const one = question.options[Math.floor(random() * question.options.length)];
  if (!one) return undefined;
  if (question.kind !== "several" || one.isExclusive) return { kind: "options", codes: [one.code] };
  const others = question.options.filter((option) => !option.isExclusive && random() < 0.5);
  const codes = [...new Set([one, ...others].map(({ code }) => code))];
  return { kind: "options", codes: codes.slice(0, question.mostChoices) };
}

/** The same answers, written down in another order. */
export function inAnotherOrder(answers: Answers, random: () => number): Answers {
  const drawn = Object.entries(answers).map((entry) => ({ entry, at: random() }));
  return Object.fromEntries(
    drawn.toSorted((one, other) => one.at - other.at).map(({ entry }) => entry),
  );
}
