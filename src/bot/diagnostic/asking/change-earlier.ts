import { answerInWords } from "../../../diagnostic/answer-in-words.ts";
import { languages } from "../../../model/language.ts";
import type { Question } from "../../../model/questionnaire.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { isStale } from "./found-unfinished.ts";
import { goOn } from "./go-on.ts";
import { answered, atFirstUnanswered } from "./move-run.ts";
import { lostDraft } from "./lost.ts";
import { unsureChoices } from "./question-choices.ts";
import { recordAnswer } from "./record-answer.ts";
import { replyToQuestion } from "./question-talk.ts";
import { replyToRecap } from "./recap.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";
import { isSameGesture } from "./same-gesture.ts";
import type { Manner, TalkOf } from "../talk-of.ts";
import { wentOnElsewhere } from "./went-on-elsewhere.ts";

/** The question is past: is its answer to change? */
export function changeEarlierPrompt(
  { question: id, codes }: TalkOf<"change-earlier">,
  context: TurnContext,
): ReplyDraft {
  const { tell, conversation } = context;
  const { language } = conversation;
  const at = runAtHand(context);
  const question = at?.questions.find((one) => one.id === id);
  if (!at || !question) return lostDraft(context);
  const answer = answerInWords(question, { kind: "options", codes }, { language, tell });
  const number = at.questions.indexOf(question) + 1;
  return say(tell("dq-change-earlier", { number, answer }), changeChoices(context));
}

/**
 * A button that is not under the question that waits: that question's own, if its words are; the answer an
 * earlier one has, and nothing is said; another answer to that one, and it is asked whether to change it.
 */
export function pressEarlier(label: string, at: RunAtHand, context: TurnContext): Step | undefined {
  const { run, questions, pending } = at;
  // Read before the language was changed, it is the same answer.
  const codeIn = ({ options }: Question) =>
    options.find((option) => languages.some((language) => option.label[language] === label))?.code;
  const past = questions.filter(
    (one) => one !== pending && run.answers[one.id] !== undefined && codeIn(one) !== undefined,
  );
  const own = pending && codeIn(pending);
  const isOther = questions.some((one) =>
    unsureChoices(one, context).some((other) => other.label === label),
  );
  if (isSameGesture(context) && (past.length > 0 || isOther)) return { replies: [] };
  const [question, ...others] = past;
  // The same words under several questions say nothing of which.
  if (others.length > 0 || (question && own !== undefined)) return undefined;
  if (own !== undefined) return recordAnswer({ kind: "options", codes: [own] }, at, context, false);
  const code = question && codeIn(question);
  if (!question || code === undefined) return undefined;
  const present = run.answers[question.id];
  if (present?.kind === "options" && present.codes.includes(code)) return { replies: [] };
  return askToChange(question, [code], at, context);
}

/** Asks whether the answer to a question that is past is to change. */
export function askToChange(
  question: Question,
  codes: readonly string[],
  at: RunAtHand,
  context: TurnContext,
): Step {
  // Of who wants nothing kept, not even this is: they say which question to change.
  if (at.isUnkept) return sayHowToChange(question, at, context);
  const talk = { kind: "change-earlier", question: question.id, codes } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [changeEarlierPrompt(talk, context)] };
}

/** The question is past: how to go back to it. */
export function sayHowToChange(
  question: Question,
  { questions }: RunAtHand,
  { tell }: TurnContext,
): Step {
  const number = questions.indexOf(question) + 1;
  return { replies: [say(tell("dq-change-by-number", { number }))] };
}

/** Reads whether the answer is to change; then what waited is asked again. */
export function replyToChangeEarlier(
  text: string,
  { question: id, codes }: TalkOf<"change-earlier">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const at = runAtHand(context);
  const question = at?.questions.find((one) => one.id === id);
  const chosen = readChoice(text, changeChoices(context))?.value ?? readAssent(text);
  const isOld = manner === "typed" && (isStale(context) || wentOnElsewhere(context));
  if (!at || !question || manner === "pressed-before" || chosen === undefined || isOld) {
    return replyToWhatWaits(text, context, manner);
  }
  const { run, questionnaire } = at;
  if (chosen !== "yes") return goOn(atFirstUnanswered(run, questionnaire), context);
  return goOn(answered(run, question, { kind: "options", codes }, questionnaire), context);
}

/** Whatever else is said is about what waited before: what was asked meanwhile is left at that. */
function replyToWhatWaits(text: string, context: TurnContext, manner: Manner): Step | undefined {
  const kind = runAtHand(context)?.pending ? "question" : "recap";
  const step =
    kind === "question"
      ? replyToQuestion(text, { kind }, context, manner)
      : replyToRecap(text, { kind }, context, manner);
  return step && { mode: { kind: "diagnostic", talk: { kind } }, ...step };
}

function changeChoices({ tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("dq-change-yes"), value: "yes" },
    { label: tell("dq-change-no"), value: "no" },
  ];
}
