import { groupDays, type DiagnosticGroup } from "../../../model/diagnostic-group.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { DAY_MS } from "../../../model/durations.ts";
import { isPurgeDue } from "../../../privacy/stored-about.ts";
import { readGroupWords } from "../../../understanding/diagnostic/read-group-words.ts";
import type { Mode } from "../../../model/conversation.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import type { JoinTries } from "./join-tries.ts";
import { runsOf } from "../runs-of.ts";
import type { AskedGroup, SeenGroup, TogetherView } from "./together-view.ts";
import { readVersion } from "../view-of.ts";

const CODE_LENGTH = 8;

/** What somebody says in private, before it is decided on. */
export interface SaidInPrivate {
  readonly text: string;
  /** What their conversation waits for. */
  readonly mode: Mode;
}

type Parts = Pick<DiagnosticsParts, "store" | "knowledge" | "newCode">;

/**
 * What is known of answering together when somebody speaks; a wrong code they wrote is counted.
 * @param said undefined where others read too: no code is looked at there
 */
export async function togetherOf(
  person: string,
  said: SaidInPrivate | undefined,
  { parts, tries, now }: { parts: Parts; tries: JoinTries; now: Date },
): Promise<TogetherView> {
  const { store, knowledge, newCode } = parts;
  const { documents } = knowledge();
  const runs = await runsOf(person, store, documents.diagnosticRuns);
  const theirs = runs.map(({ document }) => document);
  const named = JSON.stringify(person).slice(1, -1);
  const opened = (await store.list(documents.diagnosticGroups, [named]))
    .filter(({ document }) => document.opener === person)
    .map(({ id }) => id);
  const codes = new Set([...opened, ...theirs.flatMap(({ group }) => group ?? [])]);
  const seen = await Promise.all([...codes].map(async (code) => seenBy(person, code, parts, now)));
  return {
    groups: seen
      .flatMap((one) => one ?? [])
      .toSorted((one, other) => (one.group.openedAt < other.group.openedAt ? 1 : -1)),
    asked: said && (await askedIn(said, person, { parts, tries, now })),
    freshCode: newCode(CODE_LENGTH),
  };
}

/** The runs of a group that came to a result, also where more is asked since; the latest of each person. */
export async function completedIn(
  code: string,
  { store, knowledge }: Pick<Parts, "store" | "knowledge">,
): Promise<readonly DiagnosticRun[]> {
  const found = await store.list(knowledge().documents.diagnosticRuns, [code]);
  const latest = new Map<string, DiagnosticRun>();
  for (const { document: run } of found) {
    if (run.group !== code || run.completedAt === undefined) continue;
    const known = latest.get(run.owner);
    if (!known || (known.completedAt ?? "") < (run.completedAt ?? "")) latest.set(run.owner, run);
  }
  return [...latest.values()];
}

/** Whether a code still lets people in. */
function isOpen({ openedAt, closedAt, drawn }: DiagnosticGroup, now: Date): boolean {
  const isInTime = now.getTime() < Date.parse(openedAt) + groupDays * DAY_MS;
  return closedAt === undefined && drawn === undefined && isInTime;
}

async function askedIn(
  { text, mode }: SaidInPrivate,
  person: string,
  { parts, tries, now }: { parts: Parts; tries: JoinTries; now: Date },
): Promise<AskedGroup | undefined> {
  const words = readGroupWords(text);
  const written = words?.kind === "join" ? words.code : undefined;
  if (written !== undefined && !tries.mayTry(person, now)) return { kind: "too-many" };
  const talked =
    mode.kind === "diagnostic" && mode.talk.kind === "join" ? mode.talk.code : undefined;
  const code = written ?? talked;
  if (code === undefined) return undefined;
  const seen = await seenBy(person, code, parts, now);
  const questionnaire = seen && (await readVersion(seen.group.version, parts));
  const isTheirs = seen?.isOpener === true || seen?.run !== undefined;
  if (seen && questionnaire && (isTheirs || isOpen(seen.group, now))) {
    return { kind: "found", seen, questionnaire };
  }
  if (written !== undefined) tries.addWrong(person, now);
  return { kind: "unknown" };
}

async function seenBy(
  person: string,
  code: string,
  parts: Parts,
  now: Date,
): Promise<SeenGroup | undefined> {
  const { store, knowledge } = parts;
  const { documents } = knowledge();
  const group = await store.get(documents.diagnosticGroups, code);
  if (!group || isPurgeDue(documents.diagnosticGroups, group, now)) return undefined;
  const runs = await runsOf(person, store, documents.diagnosticRuns);
  const own = runs.map(({ document }) => document).filter((run) => run.group === code);
  const answered = await completedIn(code, parts);
  return {
    code,
    group,
    isOpener: group.opener === person,
    own,
    run: own.findLast(({ state, completedAt }) => state !== "stopped" || completedAt !== undefined),
    answered: answered.length,
  };
}
