import { recommend } from "../../../diagnostic/recommend.ts";
import type { DiagnosticRun, StepState } from "../../../model/diagnostic-run.ts";
import type { Recommendation } from "../../../model/questionnaire.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { SaidStepState } from "../../../understanding/diagnostic/read-step-state.ts";
import type { TurnContext } from "../../turn-context.ts";
import { answeredFollowUp } from "./follow-up-times.ts";
import { adviceOf, withLine, type Followed } from "./followed-run.ts";

/** What was said of steps: the run after it, and what is replied. */
export interface Reported {
  readonly followed: Followed;
  readonly drafts: readonly ReplyDraft[];
  /** The first line that is not begun, if any: why is asked of that one alone. */
  readonly notYet: number | undefined;
}

/**
 * Notes what was said of some lines; nothing is asked here.
 * @param states by place in the roadmap, from 0
 */
export function reportSteps(
  followed: Followed,
  states: ReadonlyMap<number, SaidStepState>,
  context: TurnContext,
): Reported {
  const changed = [...states].reduce(
    (one, [at, state]) => (state === "not-yet" ? one : withState(one, at, state)),
    followed,
  );
  const { followUp } = changed.run;
  const at = context.now.toISOString();
  const run: DiagnosticRun = {
    ...changed.run,
    roadmap: changed.lines,
    updatedAt: at,
    followUp: followUp && answeredFollowUp(followUp),
  };
  const notYet = [...states].find(([, state]) => state === "not-yet")?.[0];
  const told = { ...changed, run };
  return { followed: told, drafts: replyTo(told, states, context), notYet };
}

/** What is removed goes without a comment, and so does what is not begun: why is asked instead. */
function replyTo(
  followed: Followed,
  states: ReadonlyMap<number, SaidStepState>,
  { tell, conversation: { language } }: TurnContext,
): readonly ReplyDraft[] {
  const { questionnaire, lines } = followed;
  const done = [...states].filter(([, state]) => state === "done");
  const words = done.map(([at]) => {
    const advice = adviceOf(lines[at], questionnaire);
    return advice ? tell("df-said-done", { done: advice.done[language] }) : tell("df-said-several");
  });
  if (done.length === 0) {
    const said = new Set(states.values());
    if (said.has("under-way")) words.push(tell("df-said-under-way"));
    else if (said.has("given-up")) words.push(tell("df-said-given-up"));
  }
  return words.length === 0 ? [] : [say(words.join("\n\n"))];
}

function withState(followed: Followed, at: number, state: StepState): Followed {
  const run = withLine(followed, at, { state });
  return { ...followed, run, lines: run.roadmap ?? followed.lines };
}

/** What is advised first of all that the roadmap does not hold yet, once something was done. */
export function nextStep({ run, questionnaire, lines }: Followed): Recommendation | undefined {
  if (!lines.some(({ state }) => state === "done")) return undefined;
  const known = new Set(lines.map((line) => line.recommendation));
  const { now, next, later } = recommend(questionnaire, run);
  return [...now, ...next, ...later]
    .map(({ recommendation }) => recommendation)
    .find(({ id }) => !known.has(id));
}
