import type { LedgerEntry } from "../model/ledger-entry.ts";

/** What became of messages. */
export interface MessageFigures {
  /** Shared rooms, and people told alone, that at least one reached. */
  readonly rooms: number;
  readonly peopleTold: number;
  readonly sent: number;
  /** How many were not sent, or could not be, by reason. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly failed: ReadonlyMap<string, number>;
}

/** Counts what became of messages; those on their way, or to be tried again, are not counted yet. */
export function countMessages(entries: Iterable<LedgerEntry>): MessageFigures {
  const rooms = new Set<string>();
  const people = new Set<string>();
  const skipped = new Map<string, number>();
  const failed = new Map<string, number>();
  let sent = 0;
  for (const { to, state } of entries) {
    switch (state.kind) {
      case "sent":
        sent += 1;
        (to.isDirect ? people : rooms).add(JSON.stringify([to.platform, to.room]));
        break;
      case "skipped":
        addOne(skipped, state.reason);
        break;
      case "failed":
        if (state.isGivenUp) addOne(failed, state.why);
        break;
      case "planned":
      case "sending":
    }
  }
  return { rooms: rooms.size, peopleTold: people.size, sent, skipped, failed };
}

function addOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
