import type { PrintedReport, ReportBlock } from "../ports/picture-maker.ts";
import { answerInWords } from "./answer-in-words.ts";
import { radarAlternative } from "./radar-words.ts";
import {
  alertBlocks,
  findOutBlocks,
  levelBlocks,
  strengthBlocks,
  togetherBlocks,
} from "./report-findings.ts";
import type { ReportSource } from "./report-source.ts";
import { asideBlocks, stepBlocks } from "./report-steps.ts";
import { roadmapColumns, roadmapRows } from "./roadmap-rows.ts";
import { levelOf } from "./score.ts";
import { visibleQuestions } from "./visible-questions.ts";

/**
 * A result to keep, print and write on. Nothing names the association: the file may be left lying about.
 * Source: CONVERSATION.md, 7
 */
export function reportOf(source: ReportSource): PrintedReport {
  const { questionnaire, language, tell, sayDay, day, advice } = source;
  const title = tell("dp-title");
  const { version } = questionnaire;
  return {
    title,
    language,
    madeOn: day,
    footer: tell("dp-footer", { title, day: sayDay(day), version }),
    blocks: [
      ...openingBlocks(source),
      ...strengthBlocks(source),
      ...alertBlocks(source),
      ...stepBlocks(advice.now, { title: tell("dp-now"), ifNone: tell("dp-now-none") }, source),
      ...stepBlocks(advice.next, { title: tell("dp-next"), from: advice.now.length + 1 }, source),
      ...findOutBlocks(source),
      ...togetherBlocks(source),
      ...asideBlocks(source),
      ...answerBlocks(source),
      { kind: "text", text: tell("dp-erase") },
      // Last, so that it can be taken to a meeting alone.
      { kind: "page-break", isWide: true },
      ...roadmapBlocks(source),
    ],
  };
}

/** The first page: where they stand, to be seen at a glance. */
function openingBlocks(source: ReportSource): readonly ReportBlock[] {
  const { questionnaire, run, scores, group, language, tell, sayDay, day, radarPng } = source;
  const { overall } = scores;
  const level = overall === undefined ? undefined : levelOf(questionnaire, overall);
  const path = tell(`dr-path-${run.path}`);
  const texts = [
    tell("dp-subtitle", { day: sayDay(day), path, version: questionnaire.version }),
    ...(group
      ? [tell(group.people === 1 ? "dp-person" : "dp-people", { count: group.people })]
      : []),
    overall !== undefined && level
      ? tell("dp-overall", {
          level: level.name[language],
          score: overall,
          says: level.says[language],
        })
      : tell("dp-overall-none"),
  ];
  const alt = radarAlternative(source);
  return [
    ...texts.map((text): ReportBlock => ({ kind: "text", text })),
    ...(radarPng ? [{ kind: "picture", png: radarPng, alt } as const] : []),
    ...levelBlocks(source),
  ];
}

function roadmapBlocks(source: ReportSource): readonly ReportBlock[] {
  const { tell } = source;
  const widths = [0.18, 0.15, 0.14, 0.11, 0.18, 0.15, 0.09];
  const columns = roadmapColumns(tell).map((title, index) => ({
    title,
    width: widths[index] ?? 0,
  }));
  return [
    { kind: "heading", level: 1, text: tell("dp-roadmap") },
    { kind: "text", text: tell("dp-board") },
    { kind: "table", columns, rows: roadmapRows(source) },
  ];
}

/** What was asked and answered, in the words it was asked in. */
function answerBlocks(source: ReportSource): readonly ReportBlock[] {
  const { questionnaire, run, language, tell } = source;
  const items = visibleQuestions(questionnaire, run.path, run.answers).flatMap((question) => {
    const words = answerInWords(question, run.answers[question.id], source);
    return words === "" ? [] : [`${question.text[language]} **${words}**`];
  });
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: tell("dp-answers") },
    { kind: "list", items, isNumbered: false },
  ];
}
