import { usefulUntil } from "./catch-up.ts";
import type { DueGroup, Unsettled } from "./due-group.ts";
import { after } from "./moments.ts";
import { occasionGroups } from "./occasion-groups.ts";
import type { Programme, Window } from "./programme.ts";
import { settle } from "./quiet-hours.ts";
import { attendeeGroups, reminderGroups } from "./reminder-groups.ts";
import { digestSlots } from "./schedule.ts";
import type { Recipient, Subscription } from "../model/subscription.ts";
import { DAY_MS } from "../model/durations.ts";

/** Quiet hours, with a Sunday morning after them, move a message by less than that. */
const MOST_MOVED_MS = 2 * DAY_MS;

/** No digest is useful a week later: older ones are not looked for. */
const OLDEST_DIGEST_MS = 7 * DAY_MS;

/**
 * Everything due in a window, settled among quiet hours, each group once. Occasions are all given once their
 * moment has come, so that none is lost that was written while a tick was under way; those that wait for
 * the end of quiet hours as well, since nobody plans them again.
 */
export function dueGroups(programme: Programme, window: Window): readonly DueGroup[] {
  // What quiet hours move into the window lies around it.
  const around = {
    from: after(window.from, -MOST_MOVED_MS),
    to: after(window.to, MOST_MOVED_MS),
  };
  const groups = [
    ...digestGroups(programme, around),
    // First those who signed up: somebody who also subscribed gets theirs.
    ...attendeeGroups(programme, around),
    ...reminderGroups(programme, around),
    ...occasionGroups(programme, window.to),
  ];
  return groups.flatMap((group) => {
    const dueAt = settle(group, group.hours);
    const isIn = dueAt && dueAt > window.from && dueAt <= window.to;
    if (!isIn && !group.earliest) return [];
    const recipients = () => group.recipients().filter((one) => isListening(one, group));
    return [{ ...group, dueAt, recipients }];
  });
}

function digestGroups({ cohorts }: Programme, { from, to }: Window): readonly Unsettled[] {
  const oldest = after(to, -OLDEST_DIGEST_MS);
  const recent = { from: from > oldest ? from : oldest, to };
  return cohorts.flatMap(({ hours, digests }) =>
    digests.flatMap(({ slot, members }) =>
      digestSlots(slot, hours.zone, recent).map(({ day, at }) => ({
        kind: "digest" as const,
        workshops: [],
        occurrence: day,
        isRegistered: false,
        at,
        usefulUntil: usefulUntil("digest", { at }),
        hours,
        recipients: () => members,
      })),
    ),
  );
}

/** What somebody signed up for is not silenced with the rest. */
function isListening(
  recipient: Recipient | Subscription,
  { at, isRegistered }: Unsettled,
): boolean {
  const { silentUntil } = recipient;
  const isSilent = silentUntil !== undefined && at.getTime() < Date.parse(silentUntil);
  if (isSilent && !isRegistered) return false;
  return !("createdAt" in recipient) || Date.parse(recipient.createdAt) <= at.getTime();
}
