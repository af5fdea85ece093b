import { answerInWords } from "../../../diagnostic/answer-in-words.ts";
import { inARow } from "../../../diagnostic/in-a-row.ts";
import type { RecordedAnswer } from "../../../model/diagnostic-run.ts";
import type { Question } from "../../../model/questionnaire.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import { lostDraft } from "./lost.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";

/** Characters of an answer: enough to know it again, and a whole path on the screen of a phone. */
const mostCharacters = { short: 80, full: 45 } as const;

/** And of one choice among several. */
const fewestCharacters = 26;

/**
 * Every answer in short, before anything is counted, and how to change one.
 * @param lead lines to be read before
 */
export function recapDraft(context: TurnContext, lead: readonly string[]): ReplyDraft {
  const at = runAtHand(context);
  if (!at) return lostDraft(context);
  const { tell } = context;
  const lines = at.questions.flatMap((question, index) => {
    const said = shortAnswer(question, at, context);
    if (said === undefined) return [];
    const number = index + 1;
    const about = themeOf(question, at, context);
    if (at.run.path === "short" || question.dimension === undefined) {
      return [tell("dq-recap-line", { number, about, answer: said })];
    }
    // Of the full path, several questions are of one theme: it is said once.
    const isFirst = at.questions[index - 1]?.dimension !== question.dimension;
    const line = tell("dq-recap-answer", { number, answer: said });
    return isFirst ? [tell("dq-recap-theme", { theme: about }), line] : [line];
  });
  const text = [...lead, tell("dq-recap"), lines.join("\n"), tell("dq-recap-how")].join("\n\n");
  return say(text, recapChoices(context));
}

/** What may follow. */
export function recapChoices({ tell }: TurnContext): readonly Choice[] {
  return (["finish", "back", "pause"] as const).map((value) => {
    const label = tell(value === "finish" ? "dq-finish-label" : `dq-${value}-label`);
    return { label, value, mark: label };
  });
}

/** The theme of a question; one in words of its own is named by them, without the mark at their end. */
function themeOf(
  { dimension, text }: Question,
  { questionnaire }: RunAtHand,
  { conversation: { language } }: TurnContext,
): string {
  const theme = questionnaire.dimensions.find(({ id }) => id === dimension);
  return theme?.name[language] ?? text[language].replace(/\s*\?.*$/u, "");
}

/** What was answered, cut after a whole word where it is long: of several choices each one, so that none is hidden. */
function shortAnswer(
  question: Question,
  { run }: RunAtHand,
  { tell, conversation: { language } }: TurnContext,
): string | undefined {
  const answer = run.answers[question.id];
  if (!answer) return undefined;
  const most = mostCharacters[run.path];
  const inWords = (one: RecordedAnswer) => answerInWords(question, one, { language, tell });
  if (answer.kind !== "options" || answer.codes.length < 2) return cut(inWords(answer), most);
  const each = answer.codes.map((code) => inWords({ kind: "options", codes: [code] }));
  const share = Math.max(fewestCharacters, Math.floor(most / each.length));
  return inARow(
    each.map((one) => cut(one, share)),
    tell,
  );
}

function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${words.slice(0, most).replace(/[\s,;:(]+\S*$/u, "")}…`;
}
