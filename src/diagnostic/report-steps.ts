import type { ReportBlock } from "../ports/picture-maker.ts";
import { inARow } from "./in-a-row.ts";
import type { Advised } from "./recommend.ts";
import type { ReportSource } from "./report-source.ts";
import { wordsOf } from "./roadmap-rows.ts";
import { tellEffort } from "./tell-steps.ts";

/** How a list of steps is shown. */
export interface StepsLook {
  readonly title: string;
  /** What is said where there is none; without it, nothing is. */
  readonly ifNone?: string;
  /** The number of the first: those of now and those of next are counted together, as in the conversation. */
  readonly from?: number;
}

/** Steps under a heading, each with its first gesture, when it is done, who does it and how long it takes. */
export function stepBlocks(
  steps: readonly Advised[],
  { title, ifNone, from = 1 }: StepsLook,
  source: ReportSource,
): readonly ReportBlock[] {
  if (steps.length === 0 && ifNone === undefined) return [];
  const none: readonly ReportBlock[] = ifNone === undefined ? [] : [{ kind: "text", text: ifNone }];
  return [
    { kind: "heading", level: 1, text: title },
    ...(steps.length === 0
      ? none
      : steps.flatMap((step, index) => stepBlock(step, from + index, source))),
  ];
}

function stepBlock(
  { recommendation }: Advised,
  number: number,
  source: ReportSource,
): ReportBlock[] {
  const { questionnaire, language, tell } = source;
  const { title, step, done } = wordsOf(recommendation, language);
  const owner = questionnaire.owners[recommendation.owner]?.[language] ?? "";
  const labelled = (label: string, text: string) => tell("dp-labelled", { label, text });
  const about = [
    labelled(tell("dp-who-usually"), owner),
    labelled(tell("dp-time"), tellEffort(recommendation.effort, tell)),
  ];
  return [
    { kind: "heading", level: 2, text: `${number}. ${title}` },
    {
      kind: "text",
      text: [
        labelled(tell("dp-first-step"), step),
        labelled(tell("dp-done-when"), done),
        about.join(". "),
      ].join("\n"),
    },
  ];
}

/** What is kept for later, by dimension, in a few words each. */
export function asideBlocks({
  questionnaire,
  advice,
  language,
  tell,
}: ReportSource): ReportBlock[] {
  const items = questionnaire.dimensions.flatMap(({ id, name }) => {
    const titles = advice.later
      .filter(({ recommendation }) => recommendation.dimension === id)
      .map(({ recommendation }) => wordsOf(recommendation, language).title);
    if (titles.length === 0) return [];
    return [tell("dp-labelled", { label: name[language], text: `${inARow(titles, tell)}.` })];
  });
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: tell("dp-aside") },
    { kind: "text", text: tell("dp-aside-why") },
    { kind: "list", items, isNumbered: false },
  ];
}
