import type { AnnouncementKind } from "../model/planned-announcement.ts";
import type { Recipient } from "../model/subscription.ts";
import type { Workshop } from "../model/workshop.ts";

/** A message that is due: what it says is computed when it is sent. */
export interface PlannedRow {
  /** Unique for ever: planned again, it is the same message. Source: WORKSHOPS.md 7.2. */
  readonly key: string;
  /** `several` for one message that tells its `parts`. */
  readonly kind: AnnouncementKind | "several";
  /** Ids; none for a digest, whose content is computed when it is sent. */
  readonly workshops: readonly string[];
  readonly recipient: Recipient;
  /** Names the recipient, see `targetOf`. */
  readonly target: string;
  /** Not sent before: in the future for a message that waits for the end of quiet hours. */
  readonly dueAt: Date;
  /** Not sent after. */
  readonly usefulUntil: Date;
  /** When the (first) workshop starts, or started before it was cancelled; undefined for a digest. */
  readonly effectiveStart?: Date | undefined;
  /** Whether the recipient signed up, or waits for a seat: only they are told what is not public. */
  readonly isRegistered: boolean;
  /** The workshop as people knew it, for a change or a cancellation. */
  readonly before?: Workshop | undefined;
  /** The key of the announcement it says anew where that stands, notifying nobody; undefined for a message of its own. */
  readonly corrects?: string | undefined;
  /** Whether it says that it comes late. */
  readonly isLate: boolean;
  /** Messages told together in this one; empty when it stands alone. */
  readonly parts: readonly PlannedRow[];
  /** Keys of older messages that this one makes needless. */
  readonly replaces: readonly string[];
}

/** What a message is, whoever gets it. */
export interface Occurrence {
  /** The id of the workshop; undefined for a digest. */
  readonly workshop: string | undefined;
  readonly kind: AnnouncementKind;
  /** The effective start, or the local day of a digest. */
  readonly occurrence: string;
  /** For change notices. */
  readonly revision?: number | undefined;
}

/** The part of a key that all who get a message share. */
export function occurrenceKey({ workshop, kind, occurrence, revision }: Occurrence): string {
  return JSON.stringify([workshop ?? "", kind, occurrence, revision ?? ""]);
}

/** The unique key of WORKSHOPS.md 7.2: both parts are JSON, so no two pairs read the same. */
export function rowKey(occurrence: string, target: string): string {
  return `${occurrence} ${target}`;
}

/** Every key a row stands for: none of them may be sent again. */
export function keysOf({ key, parts, replaces }: PlannedRow): readonly string[] {
  return [key, ...replaces, ...parts.flatMap(keysOf)];
}
