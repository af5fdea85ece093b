import type { ReportBlock } from "../ports/picture-maker.ts";
import { inARow } from "./in-a-row.ts";
import { levelInWords } from "./radar-words.ts";
import type { ReportSource } from "./report-source.ts";
import { toFindOut } from "./to-find-out.ts";
import { whoMightKnow } from "./who-might-know.ts";

/** From this score a dimension is said to be a strength: where its level says that foundations are good. */
const STRONG_FROM = 50;

/** Each dimension with its level and its figure, then what the levels mean. */
export function levelBlocks(source: ReportSource): readonly ReportBlock[] {
  const { questionnaire, scores, previous, language, tell } = source;
  const rows = questionnaire.dimensions.flatMap(({ id, name }) => {
    const found = scores.dimensions.find((one) => one.id === id);
    if (!found) return [];
    const before = previous?.dimensions.find((one) => one.id === id)?.score;
    const figures = previous ? [found.score, before] : [found.score];
    return [
      [name[language], levelInWords(found, source), ...figures.map((one) => String(one ?? ""))],
    ];
  });
  const columns = [
    { title: tell("dp-subject"), width: previous ? 0.4 : 0.46 },
    { title: tell("dp-level"), width: previous ? 0.24 : 0.36 },
    { title: tell("dp-out-of-100"), width: previous ? 0.14 : 0.18 },
    ...(previous ? [{ title: tell("dp-last-time"), width: 0.22 }] : []),
  ];
  const levels = questionnaire.levels.map(({ from, name, says }, index) => {
    const to = (questionnaire.levels[index + 1]?.from ?? 101) - 1;
    return tell("dp-level-says", { from, to, level: name[language], says: says[language] });
  });
  return [
    { kind: "heading", level: 1, text: tell("dp-levels") },
    { kind: "table", columns, rows },
    { kind: "list", items: levels, isNumbered: false },
  ];
}

/** What goes best, the best first; a kind word where nothing goes well yet. */
export function strengthBlocks({
  questionnaire,
  scores,
  language,
  tell,
}: ReportSource): ReportBlock[] {
  const items = scores.dimensions
    .flatMap(({ id, score }) =>
      score !== undefined && score >= STRONG_FROM ? [{ id, score }] : [],
    )
    .toSorted((one, other) => other.score - one.score)
    .flatMap(
      ({ id }) => questionnaire.dimensions.find((one) => one.id === id)?.name[language] ?? [],
    );
  return [
    { kind: "heading", level: 1, text: tell("dp-strengths") },
    items.length === 0
      ? { kind: "text", text: tell("dp-strengths-none") }
      : { kind: "text", text: `${inARow(items, tell)}.` },
  ];
}

/** What is at stake, calmly; nothing where nothing is. */
export function alertBlocks({
  questionnaire,
  advice,
  language,
  tell,
}: ReportSource): ReportBlock[] {
  const items = advice.alerts.flatMap((id) => {
    const words = questionnaire.alerts[id]?.[language];
    return words === undefined ? [] : [`${words.charAt(0).toUpperCase()}${words.slice(1)}.`];
  });
  return listed(tell("dp-alerts"), items);
}

/** The questions nobody could answer, with who might know. */
export function findOutBlocks(source: ReportSource): readonly ReportBlock[] {
  const { questionnaire, run, language, tell } = source;
  const items = toFindOut(questionnaire, run.path, run.answers).map((question) => {
    const role = whoMightKnow(questionnaire, question);
    const who = role === undefined ? undefined : questionnaire.owners[role]?.[language];
    const text = question.text[language];
    return who === undefined
      ? text
      : tell("dp-find-out-line", {
          question: text,
          who: who.charAt(0).toLowerCase() + who.slice(1),
        });
  });
  return listed(tell("dp-find-out"), items);
}

/** The questions several people answered far apart; never who said what. */
export function togetherBlocks({
  questionnaire,
  group,
  language,
  tell,
}: ReportSource): ReportBlock[] {
  const items = (group?.apart ?? []).flatMap(({ question: id, from, to }) => {
    const question = questionnaire.questions.find((one) => one.id === id)?.text[language];
    if (question === undefined) return [];
    if (from === undefined || to === undefined) return [question];
    return [tell("dp-together-range", { question, from, to })];
  });
  const [heading, list] = listed(tell("dp-together"), items);
  return heading && list ? [heading, { kind: "text", text: tell("dp-together-why") }, list] : [];
}

function listed(title: string, items: readonly string[]): ReportBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: title },
    { kind: "list", items, isNumbered: false },
  ];
}
