import { roadmapFields, type RoadmapField } from "../../../model/diagnostic-talk.ts";
import { whoCarriesAll } from "../../../diagnostic/tell-roadmap.ts";
import type { DiagnosticRun, RoadmapLine } from "../../../model/diagnostic-run.ts";
import { say } from "../../../model/reply.ts";
import { withoutContacts } from "../../../privacy/mask-personal-data.ts";
import { nameSaid } from "../../../understanding/diagnostic/read-somebody.ts";
import { foldText } from "../../../understanding/fold-text.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { keeping } from "../asking/go-on.ts";
import { showRoadmap } from "./open-roadmap.ts";
import { quoteTyped } from "./quote-typed.ts";
import { roadmapPrompt } from "./roadmap-prompt.ts";
import { withRun } from "../run-at-hand.ts";
import type { TalkOf } from "../talk-of.ts";

/** More characters than this are no name, and that no sentence of one line. */
const MOST_NAME = 60;
const MOST_AIM = 160;

/** Writes what somebody typed into the line of the roadmap that is asked about: what could reach anybody is left out. */
export function fillLine(text: string, talk: TalkOf<"roadmap">, context: TurnContext): Step {
  const isAim = talk.field === "aim";
  const words = withoutContacts(isAim ? text : nameSaid(text))
    .replaceAll(/\s+/gu, " ")
    .trim();
  const isLong = words.length > (isAim ? MOST_AIM : MOST_NAME);
  if (isLong || words === "") {
    const { choices } = roadmapPrompt(talk, context);
    const told = context.tell(isLong ? "dr-roadmap-too-long" : "dr-roadmap-no-contact");
    return { replies: [say(told, choices)] };
  }
  return goToNext({ [talk.field]: words }, talk, context, context.tell("dr-roadmap-noted"));
}

/** Changes a line, then asks what comes next or, after the last, shows the whole. @param noted said before */
export function goToNext(
  change: Partial<Pick<RoadmapLine, RoadmapField>>,
  talk: TalkOf<"roadmap">,
  context: TurnContext,
  noted?: string,
): Step {
  const { run } = context.diagnostic ?? {};
  if (!run?.roadmap) return { replies: [] };
  const roadmap = run.roadmap.map((line, at) => (at === talk.line ? { ...line, ...change } : line));
  const after: DiagnosticRun = { ...run, roadmap, interruptions: 0 };
  const next = nextTalk(talk, roadmap);
  const then = withRun(after, context);
  const step = next
    ? { mode: { kind: "diagnostic" as const, talk: next }, replies: [roadmapPrompt(next, then)] }
    : showRoadmap(roadmap, then);
  const lead = [...(noted === undefined ? [] : [noted]), ...warning(change, roadmap, context)];
  return {
    ...step,
    replies: step.replies.map((reply) => ({
      ...reply,
      text: [...lead, reply.text].join("\n\n"),
    })),
    effects: [keeping(after, context)],
  };
}

/** Without anybody who does it, nobody is asked who helps. */
function nextTalk(
  talk: TalkOf<"roadmap">,
  roadmap: readonly RoadmapLine[],
): TalkOf<"roadmap"> | undefined {
  const { line, field, isAlone } = talk;
  const isNamed = roadmap[line]?.who !== undefined;
  const at = roadmapFields.indexOf(field) + (field === "who" && !isNamed ? 2 : 1);
  const following = roadmapFields[at];
  if (following) return { ...talk, field: following };
  if (isAlone === true || line + 1 >= roadmap.length) return undefined;
  return { kind: "roadmap", line: line + 1, field: "who" };
}

/** Said when a name was just typed, and only then. */
function warning(
  change: Partial<Pick<RoadmapLine, RoadmapField>>,
  roadmap: readonly RoadmapLine[],
  { tell }: TurnContext,
): readonly string[] {
  if (change.who === undefined && change.helper === undefined) return [];
  const name = whoCarriesAll(roadmap, foldText);
  const typed = change.who ?? change.helper ?? "";
  if (name === undefined || foldText(name) !== foldText(typed)) return [];
  return [tell("dr-roadmap-one-person", { name: quoteTyped(name) })];
}
