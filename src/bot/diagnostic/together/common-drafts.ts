import type { DiagnosticGroup, DrawnResult } from "../../../model/diagnostic-group.ts";
import type { Language } from "../../../model/language.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { formatDay } from "../../../answers/format-day.ts";
import { tellCommon } from "../../../diagnostic/tell-common.ts";
import { tellResult } from "../../../diagnostic/tell-result.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import { radarAndReport } from "../result/give-result.ts";
import { showResult } from "../result/shown-result.ts";

/** A group whose common result is drawn. */
export type DrawnGroup = DiagnosticGroup & { readonly drawn: DrawnResult };

/** What is said of a common result: where they agree and where not, then what it comes to. Never who said what. */
export async function commonDrafts(
  group: DrawnGroup,
  { questionnaire, language }: { questionnaire: Questionnaire; language: Language },
  parts: Pick<DiagnosticsParts, "knowledge" | "clock" | "pictures" | "log">,
): Promise<readonly ReplyDraft[]> {
  const knowledge = parts.knowledge();
  const { drawn, path } = group;
  const tell = knowledge.tell(language);
  const { answers, at } = drawn;
  const run = { path, answers, setAside: {}, updatedAt: at };
  const shown = showResult({ run, questionnaire, knowledge, language, now: parts.clock.now() });
  const { result } = shown.telling;
  const source = {
    questionnaire,
    run,
    language,
    tell,
    group: drawn,
    scores: result.scores,
    advice: result.advice,
    sayDay: (day: string) => formatDay(day, language),
    day: localDay(new Date(at), knowledge.settings.timeZone),
  };
  const told = tellCommon({ questionnaire, drawn, scores: result.scores, language, tell });
  const { attachments, failed } = await radarAndReport({ shown, source }, parts);
  const text = tellResult(shown.telling, failed && tell(failed));
  return [say(told), { ...say(text), attachments }];
}
