import { numberedSteps } from "../../../diagnostic/result-of.ts";
import { tellNow } from "../../../diagnostic/tell-result.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import { say } from "../../../model/reply.ts";
import type { Mark, ResultWords } from "../../../understanding/diagnostic/read-result-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { keeping } from "../asking/go-on.ts";
import { resultPrompt } from "./result-prompt.ts";
import { withRun } from "../run-at-hand.ts";
import { resultInView, type ShownResult } from "./shown-result.ts";
import { stepMeant } from "./step-meant.ts";
import type { TalkOf } from "../talk-of.ts";

type Marking = Extract<ResultWords, { readonly kind: "mark" }>;

/** Sets a step aside, because it is done, in place or not for them; what takes its place is told. */
export function markStep(
  { number, mark }: Marking,
  talk: TalkOf<"result">,
  shown: ShownResult,
  context: TurnContext,
): Step {
  const { tell, language, result } = shown.telling;
  const steps = numberedSteps(result.advice);
  const advised = stepMeant(number, talk, steps);
  if (!advised) {
    const asked =
      number === undefined && steps.length > 0
        ? tell("dr-which", { example: tell(examples[mark]) })
        : tell("dr-no-such-step");
    return { replies: [say(asked)] };
  }
  const { recommendation } = advised;
  const run = withMark(shown.run, recommendation.id, mark);
  const after = withRun(run, context);
  const now = resultInView(after);
  if (!now) return { replies: [] };
  const wasTold = new Set(result.advice.now.map((one) => one.recommendation.id));
  const promoted = now.telling.result.advice.now.filter(
    (one) => !wasTold.has(one.recommendation.id),
  );
  const title = recommendation.title[language].replace(/\.$/u, "");
  const text = [
    tell(marked[mark], { title }),
    ...(mark === "done"
      ? [tell("dr-marked-done-when", { done: recommendation.done[language] })]
      : []),
    ...promoted.map((one) =>
      tell("dr-promoted", { title: one.recommendation.title[language].replace(/\.$/u, "") }),
    ),
    "",
    tellNow(now.telling),
  ].join("\n");
  const back = { kind: "result" } as const;
  const { choices, text: asks } = resultPrompt(back, after);
  return {
    mode: { kind: "diagnostic", talk: back },
    replies: [{ ...say(text, choices), asks }],
    effects: [keeping(run, context)],
  };
}

const marked: Readonly<Record<Mark, PhraseKey>> = {
  done: "dr-marked-done",
  "in-place": "dr-marked-in-place",
  "not-for-us": "dr-marked-not-for-us",
};

const examples: Readonly<Record<Mark, PhraseKey>> = {
  done: "dr-which-done",
  "in-place": "dr-which-in-place",
  "not-for-us": "dr-which-not-for-us",
};

/** The same run with a recommendation set aside; its line of the roadmap, if it has one, says so too. */
function withMark(run: DiagnosticRun, id: string, mark: Mark): DiagnosticRun {
  const state = mark === "not-for-us" ? "given-up" : "done";
  return {
    ...run,
    setAside: { ...run.setAside, [id]: mark },
    roadmap: run.roadmap?.map((line) => (line.recommendation === id ? { ...line, state } : line)),
  };
}
