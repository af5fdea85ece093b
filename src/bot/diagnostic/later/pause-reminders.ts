import { formatShortDay } from "../../../answers/format-day.ts";
import { mostQuestions } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { localDay } from "../../../workshops/workshop-time.ts";

/** What a reminder is told with. */
export interface ReminderTelling {
  readonly tell: Tell;
  readonly language: Language;
  /** IANA zone of the person. */
  readonly zone: string;
}

/** Reminds of a run that was paused; it says nothing of the answers. */
export function pauseReminder(
  run: DiagnosticRun,
  questionnaire: Questionnaire,
  { tell, language, zone }: ReminderTelling,
): ReplyDraft {
  const day = formatShortDay(localDay(new Date(run.startedAt), zone), language);
  const count = Object.keys(run.answers).length;
  const most = run.told?.total ?? mostQuestions(questionnaire, run.path);
  const label = tell("df-reminder-resume");
  return say(
    tell(count <= 1 ? "df-reminder-one" : "df-reminder", {
      day,
      count,
      most: Math.max(most, count),
    }),
    [{ label, value: `say:${label}`, mark: label }],
  );
}

/** The run once it was reminded of: never again. */
export function remindedRun(run: DiagnosticRun): DiagnosticRun {
  return { ...run, remindAt: undefined, before: undefined };
}
