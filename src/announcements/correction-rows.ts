import { targetOf, type Recipient } from "../model/subscription.ts";
import type { Workshop } from "../model/workshop.ts";
import { startOf } from "../workshops/workshop-time.ts";
import type { StandingAnnouncement } from "./announcer-ports.ts";
import { latest } from "./moments.ts";
import { rowKey, type PlannedRow } from "./planned-row.ts";

/** A workshop that is no longer as announcements say. */
export interface Correction {
  /** As people know it. */
  readonly before: Workshop;
  readonly after: Workshop;
}

/** What corrections are made from. */
export interface CorrectionParts {
  readonly now: Date;
  /** Where the announcements of a workshop stand. */
  readonly standingOf: (workshop: string) => Promise<readonly StandingAnnouncement[]>;
  readonly recipientOf: (told: StandingAnnouncement) => Recipient;
}

/**
 * One row for each announcement that stands and no longer says what is so: it is said anew in its place. They
 * go at once, at night too, for they disturb nobody. Source: WORKSHOPS.md 6.3.
 */
export async function correctionRows(
  corrections: readonly Correction[],
  { now, standingOf, recipientOf }: CorrectionParts,
): Promise<readonly PlannedRow[]> {
  const found = new Map<string, { standing: StandingAnnouncement; changed: Workshop[] }>();
  const standings = await Promise.all(
    corrections.map(async ({ after }) => ({ after, all: await standingOf(after.id) })),
  );
  for (const { after, all } of standings) {
    for (const standing of all) {
      const known = found.get(standing.key);
      if (known) known.changed.push(after);
      else found.set(standing.key, { standing, changed: [after] });
    }
  }
  return [...found.values()].map(({ standing, changed }) => {
    const recipient = recipientOf(standing);
    const target = targetOf(recipient);
    const versions = changed.map(({ id, revision }) => [id, revision]);
    const [first] = changed;
    return {
      key: rowKey(JSON.stringify(["correction", standing.key, ...versions]), target),
      kind: "new",
      workshops: standing.workshops,
      recipient,
      target,
      dueAt: now,
      usefulUntil: latest(...changed.map((one) => startOf(one))),
      effectiveStart: first && startOf(first),
      isRegistered: false,
      isLate: false,
      corrects: standing.key,
      parts: [],
      replaces: [],
    };
  });
}
