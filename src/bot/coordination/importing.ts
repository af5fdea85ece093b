import type { Mode } from "../../model/conversation.ts";
import type { Tell } from "../../model/phrases.ts";
import { say, type Choice } from "../../model/reply.ts";
import { readConfirmation } from "../../understanding/read-confirmation.ts";
import { readChoice } from "../../understanding/read-choice.ts";
import { territoryNamed } from "../../understanding/read-subscription.ts";
import { countPlanned, type PlannedLine } from "../../workshops/imports/plan-import.ts";
import { sayZone } from "../../workshops/say-zone.ts";
import { zoneOfTerritory } from "../../workshops/zone-of-territory.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { importWork, type ImportWork } from "./import-work.ts";
import { isImportable, planTextImport, type ImportPlan } from "./read-import.ts";

type Importing = Extract<Mode, { kind: "importing" }>;

/** Lines with a problem that are told one by one; of more, only how many. */
const MOST_TOLD = 10;

/** Tells what importing a text would do and waits for a yes; nothing is imported. */
export function rehearseImport(mode: Importing, context: TurnContext): Step {
  const { tell } = context;
  const plan = planIn(mode, context);
  switch (plan.kind) {
    case "refused":
      return { replies: [say(tell(plan.problem.key, plan.problem.values))] };
    case "zone-needed":
      return { mode, replies: [say(tell("import-ask-zone"), importChoices(mode, context))] };
    case "planned": {
      const work = rehearsed(plan, context);
      const text = tellPlan(plan, work, tell);
      if (work.added + work.changed === 0) return { mode: { kind: "idle" }, replies: [say(text)] };
      return {
        mode,
        replies: [say(`${text}\n\n${tell("import-confirm")}`, importChoices(mode, context))],
      };
    }
  }
}

/** Takes a yes, a no, or the zone that was asked for; undefined for anything else. */
export function replyInImport(
  text: string,
  mode: Importing,
  context: TurnContext,
): Step | undefined {
  if (mode.text === "") {
    return isImportable(text) ? rehearseImport({ ...mode, text }, context) : undefined;
  }
  const value = readChoice(text, importChoices(mode, context))?.value ?? answerOf(text);
  const isPlanned = planIn(mode, context).kind === "planned";
  const territory = isPlanned ? undefined : territoryNamed(text);
  const zone =
    value?.startsWith("zone:") === true ? value.slice(5) : territory && zoneOfTerritory(territory);
  if (zone !== undefined) return rehearseImport({ ...mode, timeZone: zone }, context);
  const ended = { mode: { kind: "idle" }, conversation: { trail: [] } } as const;
  if (value === "no") return { ...ended, replies: [say(context.tell("import-dropped"))] };
  if (value !== "yes" || !isPlanned) return undefined;
  const { text: file, timeZone } = mode;
  return { ...ended, replies: [], effects: [{ kind: "import-workshops", text: file, timeZone }] };
}

/** Who says to wait does not want it now: nothing is imported. */
function answerOf(text: string): "yes" | "no" | undefined {
  const said = readConfirmation(text);
  return said === "wait" ? "no" : said;
}

/** What can be answered while an import waits. */
export function importChoices(mode: Importing, context: TurnContext): readonly Choice[] {
  if (mode.text === "") return [];
  const { tell, conversation } = context;
  const drop = { label: tell("import-no"), value: "no" };
  if (planIn(mode, context).kind === "planned") {
    return [{ label: tell("import-yes"), value: "yes" }, drop];
  }
  const zones = zonesAsked.map((zone) => ({
    label: sayZone(zone, conversation.language, tell),
    value: `zone:${zone}`,
  }));
  return [...zones, drop];
}

const zonesAsked = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "Indian/Reunion",
  "Indian/Mayotte",
  "America/Miquelon",
  "Pacific/Noumea",
  "Pacific/Tahiti",
];

type Planned = Extract<ImportPlan, { kind: "planned" }>;

/** What importing would come to, rules of the programme included; nothing is kept of it. */
function rehearsed({ lines }: Planned, { knowledge, now }: TurnContext): ImportWork {
  const entries = knowledge.programme(now).map((workshop) => ({ workshop }));
  return importWork(lines, entries, { by: "", at: now, key: "" });
}

/** "14 lignes : 9 nouvelles, 3 modifiées, 1 inchangée, 1 erreur", then what is wrong line by line. */
function tellPlan({ lines, notes }: Planned, work: ImportWork, tell: Tell): string {
  const counts = countPlanned(lines);
  const errors = counts.error + work.refused.length;
  const others = [
    counts.unchanged === 0 ? "" : tellCount("unchanged", counts.unchanged, tell),
    errors === 0 ? "" : tellCount("error", errors, tell),
    counts["left-out"] === 0 ? "" : tellCount("left-out", counts["left-out"], tell),
  ];
  const total = lines.filter(({ kind }) => kind !== "cancel?").length;
  const problems = [
    ...lines.flatMap((line) => problemsOf(line, tell)),
    ...work.refused.map((one) => tellRefused(one, tell)),
  ];
  return [
    tell("import-counts", {
      lines: tellCount("line", total, tell),
      counts: [tellDone(work, tell), ...others].filter((part) => part !== "").join(", "),
    }),
    ...notes.map(({ key, values }) => `- ${tell(key, values)}`),
    ...problems.slice(0, MOST_TOLD),
    problems.length > MOST_TOLD ? tell("import-more", { count: problems.length - MOST_TOLD }) : "",
    ...lines.flatMap((line) =>
      line.kind === "cancel?"
        ? [tell("import-gone", { number: line.workshop.number, title: line.workshop.title.fr })]
        : [],
    ),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** What was imported, what is still asked of it, and the lines that break a rule. */
export function tellImported(work: ImportWork, tell: Tell): string {
  const faults = work.refused.map((one) => tellRefused(one, tell));
  const bare = work.entries.map(({ workshop }) => workshop).filter(({ themes }) => !themes[0]);
  const [first] = bare;
  const numbers = bare.map(({ number }) => number).join(", ");
  const asked = first ? [tell("import-choose-theme", { numbers, number: first.number })] : [];
  return [tell("import-done", { counts: tellDone(work, tell) }), ...asked, ...faults].join("\n");
}

/** "2 nouvelles, 0 modifiée". */
function tellDone({ added, changed }: ImportWork, tell: Tell): string {
  return `${tellCount("new", added, tell)}, ${tellCount("changed", changed, tell)}`;
}

/** Why a line is not taken in. */
function tellRefused({ line, fault }: ImportWork["refused"][number], tell: Tell): string {
  return tell("import-line", { line, problem: tell(fault.phrase, fault.values) });
}

type Counted = "line" | "new" | "changed" | "unchanged" | "error" | "left-out";

function tellCount(what: Counted, count: number, tell: Tell): string {
  return tell(`import-${what}-${count > 1 ? "many" : "one"}`, { count });
}

function problemsOf(line: PlannedLine, tell: Tell): readonly string[] {
  if (line.kind === "error") {
    const problem = tell(line.problem.key, line.problem.values);
    return [tell("import-line", { line: line.line, problem })];
  }
  if (line.kind !== "new" && line.kind !== "changed") return [];
  return line.line.warnings.map(({ key, values }) =>
    tell("import-line", { line: line.line.line, problem: tell(key, values) }),
  );
}

function planIn(
  { text, timeZone }: Importing,
  { knowledge, conversation, now }: TurnContext,
): ImportPlan {
  const parts = { knowledge, language: conversation.language, now };
  return planTextImport({ text, timeZone }, knowledge.programme(now), parts);
}
