import { CatchUpCounts, isLateBy, type CatchUpSummary } from "./catch-up.ts";
import type { DueGroup } from "./due-group.ts";
import { dueGroups } from "./due-groups.ts";
import type { Programme, Window } from "./programme.ts";
import { mergeLate } from "./merge-late.ts";
import { mergePrompt } from "./merge-prompt.ts";
import { occurrenceKey, rowKey, type PlannedRow } from "./planned-row.ts";
import { settle } from "./quiet-hours.ts";
import { targetOf } from "../model/subscription.ts";
import { withoutSecret } from "./without-secret.ts";

/** What is to be sent for a window. */
export interface Plan {
  readonly rows: readonly PlannedRow[];
  /** Undefined when nothing was late. */
  readonly summary: CatchUpSummary | undefined;
}

/**
 * The window to plan at a tick. When the clock moved back it holds nothing, and the time that comes twice is
 * planned twice: the keys are the same, so nothing is sent twice.
 * @param last the tick before, undefined at the very first: what was due earlier is not looked for
 */
export function windowSince(last: Date | undefined, now: Date): Window {
  return { from: last === undefined || last > now ? now : last, to: now };
}

/**
 * What is due after `from`, until `to` (now) included, and the occasions that wait: each message once, the
 * late ones by the rules of catching up. Linear in the rows it gives and in the groups of rooms that share
 * their hours, however many rooms have nothing due. Sources: WORKSHOPS.md 7.2 to 7.4.
 * @param isKnown whether a key is in the ledger already; what is skipped here is not, so that it is planned
 *   again once a wrong clock is set right
 */
export function plan(
  programme: Programme,
  window: Window,
  isKnown: (key: string) => boolean = () => false,
): Plan {
  const counts = new CatchUpCounts();
  const seen = new Set<string>();
  const prompt: PlannedRow[] = [];
  const late: PlannedRow[] = [];
  for (const group of dueGroups(programme, window)) {
    const verdict = judge(group, window.to);
    const rows = verdict.isLate ? late : prompt;
    for (const row of rowsOf(group, verdict)) {
      if (seen.has(row.key) || isKnown(row.key)) continue;
      seen.add(row.key);
      if (verdict.skipped === undefined) rows.push(row);
      else counts.add(verdict.skipped, { kind: group.kind, workshop: row.workshops[0] });
    }
  }
  const merged = mergeLate(late, counts);
  for (const { kind, workshops } of merged.flatMap(aloneOrParts)) {
    if (kind !== "several") counts.add("caught-up", { kind, workshop: workshops[0] });
  }
  return {
    rows: [...merged, ...mergePrompt(prompt)],
    summary: counts.summary(window.from, window.to),
  };
}

/** What becomes of a group that is found due now. */
interface Verdict {
  readonly isLate: boolean;
  /** Now or earlier, but for what waits for the end of quiet hours. */
  readonly dueAt: Date;
  /** Why it is not sent at all. */
  readonly skipped?: "too-late" | "quiet";
}

function judge(group: DueGroup, now: Date): Verdict {
  const { at, dueAt, usefulUntil, hours } = group;
  if (now > usefulUntil) return { isLate: true, dueAt: now, skipped: "too-late" };
  const isLate = isLateBy(now, dueAt ?? at);
  const sendAt = isLate ? settle({ ...group, at: now, earliest: now }, hours) : dueAt;
  return sendAt ? { isLate, dueAt: sendAt } : { isLate, dueAt: now, skipped: "quiet" };
}

function rowsOf(group: DueGroup, { isLate, dueAt }: Verdict): readonly PlannedRow[] {
  const { kind, start, usefulUntil } = group;
  // Shared by all its rows: they may be a hundred thousand.
  const workshops = group.workshops.map(({ id }) => id);
  const none: readonly never[] = [];
  const { isRegistered } = group;
  const before = isRegistered ? group.before : group.before && withoutSecret(group.before);
  const occurrence = occurrenceKey({ ...group, workshop: workshops[0] });
  return group.recipients().map((recipient) => {
    const target = targetOf(recipient);
    return {
      key: rowKey(occurrence, target),
      kind,
      workshops,
      recipient,
      target,
      dueAt,
      usefulUntil,
      effectiveStart: start,
      isRegistered,
      before,
      isLate,
      parts: none,
      replaces: none,
    };
  });
}

function aloneOrParts(row: PlannedRow): readonly PlannedRow[] {
  return row.parts.length === 0 ? [row] : row.parts;
}
