import { formatDay } from "../../../answers/format-day.ts";
import { numberedSteps, resultOf } from "../../../diagnostic/result-of.ts";
import type { ResultTelling } from "../../../diagnostic/tell-result.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Language } from "../../../model/language.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";
import type { Workshop } from "../../../model/workshop.ts";
import { signUpChoices } from "../../../sign-up/sign-up-choices.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import { workshopSaying, type Knowledge } from "../../knowledge.ts";
import type { TurnContext } from "../../turn-context.ts";
import { workshopFor } from "./workshop-for.ts";
import { sayWorkshop } from "../../../workshops/tell-workshops.ts";
import type { Choice } from "../../../model/reply.ts";

/** A result as it is shown: all that is said of it, and the workshop that could help. */
export interface ShownResult<Run = DiagnosticRun> {
  readonly run: Run;
  readonly telling: ResultTelling;
  readonly workshop: Workshop | undefined;
  /** How to sign up for it in one touch, where the assistant takes sign-ups for it. */
  readonly signUp: readonly Choice[];
  /** Every workshop that is proposed beside one of the steps. */
  readonly proposed: readonly Workshop[];
}

/** What is read of a run to show its result. */
export type RunWithResult = Pick<
  DiagnosticRun,
  "path" | "answers" | "setAside" | "updatedAt" | "completedAt" | "territory"
>;

/** What a result is shown from. */
export interface ResultSource<Run extends RunWithResult = DiagnosticRun> {
  readonly run: Run;
  readonly questionnaire: Questionnaire;
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly now: Date;
}

/** The result of a run, in words of one language. */
export function showResult<Run extends RunWithResult>(source: ResultSource<Run>): ShownResult<Run> {
  const { run, questionnaire, knowledge, language, now } = source;
  const tell = knowledge.tell(language);
  const result = resultOf(questionnaire, run);
  const steps = result.advice.now.map(({ recommendation }) => recommendation);
  const around = { programme: knowledge.programme(now), now, territory: run.territory };
  const workshop = workshopFor(steps, around);
  const all = numberedSteps(result.advice).map(({ recommendation }) => recommendation);
  const saying = workshopSaying(knowledge, language, now);
  const day = localDay(new Date(run.completedAt ?? run.updatedAt), knowledge.settings.timeZone);
  return {
    run,
    telling: {
      tell,
      language,
      questionnaire,
      run,
      result,
      day: formatDay(day, language),
      workshop: workshop && sayWorkshop(workshop, saying),
    },
    workshop,
    signUp: workshop ? signUpChoices([workshop], tell) : [],
    proposed: all.flatMap((step) => workshopFor([step], around) ?? []),
  };
}

/** Whether there was a result that can no longer be told, because its questions can no longer be read. */
export function isResultLost({ diagnostic }: Pick<TurnContext, "diagnostic">): boolean {
  return diagnostic?.isUnreadable === true && diagnostic.run?.completedAt !== undefined;
}

/** The result of whom a turn is with; undefined where they have none. */
export function resultInView({
  conversation,
  knowledge,
  now,
  diagnostic,
}: TurnContext): ShownResult | undefined {
  const { run, questionnaire, isUnreadable } = diagnostic ?? {};
  if (!run || !questionnaire || isUnreadable === true) return undefined;
  // Whoever goes on after a first result keeps it meanwhile.
  if (run.completedAt === undefined) return undefined;
  return showResult({ run, questionnaire, knowledge, language: conversation.language, now });
}
