import type { DiagnosticPath } from "../../../model/diagnostic-run.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { newRun } from "./new-run.ts";
import { questionDraft } from "./question-prompt.ts";

/** How a run begins. */
export interface Beginning {
  readonly path: DiagnosticPath;
  /** It stays in memory alone. */
  readonly isUnkept: boolean;
  /** The code of the group it answers in. */
  readonly group?: string | undefined;
  /** The questions of that group; today's without it. */
  readonly questionnaire?: Questionnaire | undefined;
}

/** Begins a run and asks its first question. */
export function begin(beginning: Beginning, context: TurnContext): Step {
  const { conversation, knowledge, now, tell } = context;
  const { isUnkept, path, group, questionnaire = knowledge.library.questionnaire } = beginning;
  const started = newRun({ ...beginning, language: conversation.language }, questionnaire, now);
  // Its id and its owner are known once it is stored: asking needs neither.
  const run = { ...started, id: "", owner: "" };
  const { together } = context.diagnostic ?? {};
  const diagnostic = { earlier: [], others: new Map(), run, isUnkept, questionnaire, together };
  const { version } = questionnaire;
  const act = { kind: "begin-run", path, isUnkept, group, version } as const;
  const lead = tell(isUnkept ? "dq-begin-unkept" : "dq-begin");
  return {
    mode: { kind: "diagnostic", talk: { kind: "question" } },
    replies: [questionDraft({ ...context, diagnostic }, [lead])],
    effects: [{ kind: "diagnostic", act }],
    conversation: { unclearInARow: 0 },
  };
}
