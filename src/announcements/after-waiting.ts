import { targetOf, type Recipient } from "../model/subscription.ts";
import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { AnnouncementOutbox } from "./announcer-ports.ts";
import { readRow } from "./keep-row.ts";
import { keysOf, type PlannedRow } from "./planned-row.ts";
import type { Occasion, Programme } from "./programme.ts";
import { withoutSecret } from "./without-secret.ts";

/** A change with what still waits for its readers. */
export interface Awaited {
  readonly occasion: Pick<Occasion, "workshops" | "told">;
  /** What waits about the workshop, and nobody saw yet. */
  readonly waiting: readonly PlannedAnnouncement[];
}

/** The changes with what waits about their workshop still. */
export async function readAwaited(
  { occasions }: Pick<Programme, "occasions">,
  outbox: Pick<AnnouncementOutbox, "waitingOf">,
): Promise<readonly Awaited[]> {
  const changes = occasions.filter(({ kind }) => kind !== "new");
  return Promise.all(
    changes.map(async (occasion) => {
      const [{ id }] = occasion.workshops;
      return { occasion, waiting: await outbox.waitingOf(id) };
    }),
  );
}

/**
 * The notices of changes as their readers need them: who waits for an older one gets one notice of all, from
 * what they knew; who waits to be told of the workshop at all is told as it is, and of no change.
 */
export function afterWaiting(
  rows: readonly PlannedRow[],
  awaited: readonly Awaited[],
): readonly PlannedRow[] {
  const byWorkshop = new Map(awaited.map((one) => [one.occasion.workshops[0].id, readersOf(one)]));
  return rows.flatMap((row) => {
    if (row.parts.length > 0) {
      const parts = afterWaiting(row.parts, awaited);
      return parts.length === 0 ? [] : [{ ...row, parts }];
    }
    const readers = isNotice(row) ? byWorkshop.get(row.workshops[0] ?? "") : undefined;
    return readers ? withWaiting(row, readers) : [row];
  });
}

/** What each reader of a workshop has still to be told. */
interface Readers {
  readonly told: ReadonlySet<string>;
  readonly waiting: ReadonlyMap<string, readonly PlannedRow[]>;
}

function readersOf({ occasion, waiting }: Awaited): Readers {
  const byTarget = new Map<string, PlannedRow[]>();
  for (const kept of waiting) {
    const row = readRow(kept);
    if (row.corrects !== undefined) continue;
    const theirs = byTarget.get(row.target);
    if (theirs) theirs.push(row);
    else byTarget.set(row.target, [row]);
  }
  const told = new Set(occasion.told.map((one: Recipient) => targetOf(one)));
  return { told, waiting: byTarget };
}

function withWaiting(row: PlannedRow, { told, waiting }: Readers): readonly PlannedRow[] {
  const theirs = waiting.get(row.target) ?? [];
  if (theirs.length === 0) return [row];
  const about = (one: PlannedRow) => one.workshops.includes(row.workshops[0] ?? "");
  const all = theirs.flatMap((one) => (one.parts.length === 0 ? [one] : one.parts)).filter(about);
  const isToBeTold = all.some(({ kind }) => kind === "new") && !row.isRegistered;
  if (isToBeTold && !told.has(row.target)) return [];
  const older = all.filter(isNotice);
  // Told with others in one message, it is told there as it is by then.
  const alone = theirs.filter((one) => one.parts.length === 0 && isNotice(one));
  const isToldThere = older.some((one) => !alone.includes(one) && isSameNotice(one, row));
  if (isToldThere) return [];
  const before = older[0]?.before ?? row.before;
  return [
    {
      ...row,
      before: row.isRegistered ? before : before && withoutSecret(before),
      replaces: [...row.replaces, ...alone.flatMap(keysOf)],
    },
  ];
}

function isNotice({ kind }: Pick<PlannedRow, "kind">): boolean {
  return kind === "change" || kind === "cancellation";
}

function isSameNotice(one: PlannedRow, other: PlannedRow): boolean {
  return (
    one.kind === other.kind && one.effectiveStart?.getTime() === other.effectiveStart?.getTime()
  );
}
