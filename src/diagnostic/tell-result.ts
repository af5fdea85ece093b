import type { DiagnosticRun } from "../model/diagnostic-run.ts";
import type { Dimension, Question, Questionnaire } from "../model/questionnaire.ts";
import { FEWEST_SCORED, type Result } from "./result-of.ts";
import { tellSteps, type ResultSaying } from "./tell-steps.ts";
import { whoMightKnow } from "./who-might-know.ts";

/** What a result is told from. */
export interface ResultTelling extends ResultSaying {
  readonly questionnaire: Questionnaire;
  readonly run: Pick<DiagnosticRun, "path">;
  readonly result: Result;
  /** The day of it, in words. */
  readonly day: string;
  /** A workshop that could help, in a few words: its title, when and where. */
  readonly workshop?: string | undefined;
}

/** A result longer than this is not read on a phone. Source: CONVERSATION.md, 7. */
const MOST_CHARACTERS = 1200;

/** From this score a dimension is a strength, and from that one it is on its way: the levels' own limits. */
const STRONG_FROM = 50;
const ON_THE_WAY_FROM = 25;

const MOST_STRENGTHS = 3;
const MOST_ALERTS = 2;
const MOST_TO_FIND_OUT = 3;

/**
 * A result in a few lines: strengths, what to settle soon, steps, what to find out, a workshop. Markdown.
 * @param last what is to be read at its end
 */
export function tellResult(telling: ResultTelling, last?: string): string {
  const { tell, run, day, result, workshop } = telling;
  const head = [
    tell("dr-heading", { path: tell(`dr-path-${run.path}`), day }),
    tellStrengths(telling),
    ...tellAlerts(telling),
  ].join("\n");
  const few = result.scores.scored < FEWEST_SCORED ? [tell("dr-few")] : [];
  const steps = tellNow(telling);
  const help = workshop === undefined ? [] : [tell("dr-workshop", { workshop })];
  const rest = (most: number) => [...tellToFindOut(telling, most), ...help].join("\n");
  const whole = (more = "") =>
    [head, ...few, steps, more, last ?? ""].filter((part) => part !== "").join("\n\n");
  const shorter = [whole(rest(MOST_TO_FIND_OUT)), whole(rest(1)), whole(help.join("\n"))];
  return shorter.find((text) => text.length <= MOST_CHARACTERS) ?? whole();
}

/** What is advised now, with its heading. Markdown. */
export function tellNow({ tell, language, result: { advice } }: ResultTelling): string {
  const steps = advice.now.map(({ recommendation }) => recommendation);
  if (steps.length === 0) return tell("dr-steps-none");
  const heading =
    steps.length === 3
      ? tell("dr-steps-three")
      : tell(steps.length === 1 ? "dr-steps-one" : "dr-steps-some");
  const lines = tellSteps(steps, { tell, language }, { from: 1, withGesture: true });
  return [heading, ...lines].join("\n");
}

/** What goes best, said first, however little it is. */
function tellStrengths({ tell, language, questionnaire, result }: ResultTelling): string {
  const scored = result.scores.dimensions
    .flatMap(({ id, score }) => (score === undefined ? [] : [{ id, score }]))
    .toSorted((a, b) => b.score - a.score);
  const named = (least: number) =>
    scored
      .filter(({ score }) => score >= least)
      .slice(0, MOST_STRENGTHS)
      .flatMap(({ id }) => dimensionOf(id, questionnaire)?.name[language] ?? []);
  const strong = named(STRONG_FROM);
  if (strong.length > 0) return tell("dr-strengths", { dimensions: strong.join(", ") });
  const moving = named(ON_THE_WAY_FROM);
  if (moving.length > 0) return tell("dr-on-the-way", { dimensions: moving.join(", ") });
  return tell("dr-first-strength");
}

function tellAlerts({ tell, language, questionnaire, result }: ResultTelling): readonly string[] {
  const [first, second] = result.advice.alerts
    .flatMap((id) => questionnaire.alerts[id]?.[language] ?? [])
    .slice(0, MOST_ALERTS);
  if (first === undefined) return [];
  return [
    second === undefined
      ? tell("dr-alert", { alert: first })
      : tell("dr-alerts", { first, second }),
  ];
}

/** What nobody knew, by dimension, with who might know. */
function tellToFindOut(telling: ResultTelling, most: number): readonly string[] {
  const { tell, language, questionnaire, result } = telling;
  const groups = questionnaire.dimensions
    .map((dimension) => ({
      dimension,
      questions: result.unknown.filter((question) => question.dimension === dimension.id),
    }))
    .filter(({ questions }) => questions.length > 0);
  if (groups.length === 0) return [];
  const said = groups.slice(0, most).map(({ dimension, questions }) => {
    const who = [...new Set(questions.flatMap((one) => roleFor(one, telling)))];
    const name = dimension.name[language];
    return who.length === 0 ? name : tell("dr-find-out-from", { name, who: who.join(", ") });
  });
  const count = groups.length - said.length;
  const more = count === 0 ? [] : [tell(count === 1 ? "dr-one-more" : "dr-more", { count })];
  return [tell("dr-find-out", { list: [said.join(", "), ...more].join(" ") })];
}

function roleFor(question: Question, { questionnaire, language }: ResultTelling): string[] {
  const role = whoMightKnow(questionnaire, question);
  const name = role === undefined ? undefined : questionnaire.owners[role]?.[language];
  return name === undefined ? [] : [name.charAt(0).toLowerCase() + name.slice(1)];
}

function dimensionOf(id: string, { dimensions }: Questionnaire): Dimension | undefined {
  return dimensions.find((dimension) => dimension.id === id);
}
