import { DAY_MS } from "./durations.ts";

/** What a platform keeps of a reply it has shown. */
export interface ShownReply {
  /** UTC instant (ISO 8601). */
  readonly at: string;
  /** The choices at its end. */
  readonly choices: readonly unknown[];
  /** Who alone may choose; undefined when everybody may. */
  readonly asker?: string | undefined;
  /** Whether it was sent as an announcement; undefined of anything else, and of older data. */
  readonly isAnnouncement?: boolean | undefined;
  /** Whether it opens a thread or is relayed: it is answered, corrected or taken away months later. */
  readonly isLasting?: boolean | undefined;
  /** UTC instant when it will be taken away. */
  readonly goneAt?: string | undefined;
}

/** How long what opens a thread, or is relayed, is known beyond others: a request lasts, and is erased 3 months after. */
export const LASTING_MS = 180 * DAY_MS;

/** How long announcements, and choices open to everybody, are known beyond others: workshops are weeks ahead. */
const WEEKS_AHEAD_MS = 52 * DAY_MS;

/**
 * When a shown reply is last useful: what is to be taken away is known until then, what everybody may choose
 * from is pressed long after it was sent, an announcement is corrected, or reacted to, as late, and what is lasting
 * later still.
 */
export function sentUsedAt({
  at,
  choices,
  asker,
  isAnnouncement,
  goneAt,
  isLasting,
}: ShownReply): string {
  if (goneAt !== undefined && goneAt > at) return goneAt;
  if (isLasting === true) return new Date(Date.parse(at) + LASTING_MS).toISOString();
  const isOpenChoice = choices.length > 0 && asker === undefined;
  if (isAnnouncement !== true && !isOpenChoice) return at;
  return new Date(Date.parse(at) + WEEKS_AHEAD_MS).toISOString();
}
