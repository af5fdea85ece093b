import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import { targetOf } from "../model/subscription.ts";
import type { PlannedRow } from "./planned-row.ts";

/** A row as plain data, to be kept until it is sent. */
export function keepRow(row: PlannedRow): PlannedAnnouncement {
  const { key, kind, workshops, recipient, isRegistered, isLate, before, corrects } = row;
  const { to, person, zone, quiet, language } = recipient;
  return {
    key,
    kind,
    workshops,
    to,
    person,
    zone,
    quiet,
    language,
    dueAt: row.dueAt.toISOString(),
    usefulUntil: row.usefulUntil.toISOString(),
    effectiveStart: row.effectiveStart?.toISOString(),
    isRegistered,
    isLate,
    before,
    corrects,
    parts: row.parts.map(keepRow),
  };
}

/** The row again; the keys it made needless are known by then. */
export function readRow(kept: PlannedAnnouncement): PlannedRow {
  const { key, kind, workshops, isRegistered, isLate, before, corrects } = kept;
  const { to, person, zone, quiet, language } = kept;
  const recipient = { to, person, zone, quiet, language };
  return {
    key,
    kind,
    workshops,
    recipient,
    target: targetOf(recipient),
    dueAt: new Date(kept.dueAt),
    usefulUntil: new Date(kept.usefulUntil),
    effectiveStart: kept.effectiveStart === undefined ? undefined : new Date(kept.effectiveStart),
    isRegistered,
    isLate,
    before,
    corrects,
    parts: kept.parts.map(readRow),
    replaces: [],
  };
}
