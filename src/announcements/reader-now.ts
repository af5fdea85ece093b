import type { SubscriptionKind } from "../model/subscription.ts";
import type { Workshop } from "../model/workshop.ts";
import type { AnnouncementOutbox, AnnouncementPeople } from "./announcer-ports.ts";
import { audienceOf, indexAudience } from "./audience.ts";
import type { PlannedRow } from "./planned-row.ts";
import type { AttendeeKind } from "./programme.ts";
import { withoutSecret } from "./without-secret.ts";
import type { WordsContent } from "./words/words-of.ts";

/** Where readers are looked up. */
export interface ReaderParts {
  readonly people: Pick<AnnouncementPeople, "standing">;
  readonly outbox: Pick<AnnouncementOutbox, "toldOf">;
  readonly content: Pick<WordsContent, "now" | "find" | "subscription">;
}

/**
 * A row as its reader is to have it now: many a night may lie between planning and sending. Who lost their seat
 * is not told any more what only registered people may know.
 * @returns undefined when they no longer want it
 */
export async function readerNow(
  row: PlannedRow,
  parts: ReaderParts,
): Promise<PlannedRow | undefined> {
  // What stands in a room is corrected there, whoever listens since.
  if (row.corrects !== undefined) return row;
  if (row.parts.length > 0) {
    const all = await Promise.all(row.parts.map((part) => readerNow(part, parts)));
    const kept = all.filter((part) => part !== undefined);
    const workshops = [...new Set(kept.flatMap((part) => part.workshops))];
    return kept.length === 0 ? undefined : { ...row, parts: kept, workshops };
  }
  if (row.isRegistered) return registeredNow(row, parts);
  return (await isWanted(row, parts)) ? row : undefined;
}

async function registeredNow(row: PlannedRow, parts: ReaderParts): Promise<PlannedRow | undefined> {
  const { kind, workshops, recipient, before } = row;
  const standing = await parts.people.standing(workshops[0] ?? "", recipient);
  const isTold = kind === "change" || kind === "cancellation";
  const isStillTheirs = isTold
    ? standing?.isListed === true
    : standing?.wants.some((one) => one === kind) === true;
  const isSeated = standing?.isSeated === true || kind === "cancellation";
  if (isStillTheirs && isSeated) return row;
  const open = { ...row, isRegistered: false, before: before && withoutSecret(before) };
  return isStillTheirs || (await isForAnybody(open, parts)) ? open : undefined;
}

/** Whether they are to have it as those who did not sign up. */
async function isForAnybody(row: PlannedRow, parts: ReaderParts): Promise<boolean> {
  const { kind } = row;
  if (kind !== "change" && kind !== "cancellation") return isWanted(row, parts);
  return isSubscribed(row, "change", parts) || wasTold(row, parts);
}

async function isWanted(row: PlannedRow, parts: ReaderParts): Promise<boolean> {
  const { kind, workshops, recipient, target } = row;
  const { people, content } = parts;
  const [first = ""] = workshops;
  switch (kind) {
    case "several":
      return false;
    case "digest":
    case "new":
      return isSubscribed(row, kind, parts);
    case "change":
    case "cancellation": {
      if (content.subscription(target)) return true;
      if ((await people.standing(first, recipient))?.isListed === true) return true;
      return wasTold(row, parts);
    }
    case "day-before":
    case "hour-before":
      return isSubscribed(row, kind, parts) || wants(kind);
    case "three-days-before":
    case "satisfaction":
      return wants(kind);
  }

  async function wants(reminder: AttendeeKind): Promise<boolean> {
    const standing = await people.standing(first, recipient);
    return standing?.wants.includes(reminder) ?? false;
  }
}

/** Whether they were told of it as anybody is: they must know, whatever they wish since. */
async function wasTold(
  { workshops: [first = ""], recipient }: PlannedRow,
  { outbox }: ReaderParts,
): Promise<boolean> {
  const told = await outbox.toldOf(first);
  return told.some(
    ({ to, person }) =>
      to.platform === recipient.to.platform &&
      (person === undefined ? to.room === recipient.to.room : person === recipient.person),
  );
}

/** Whether they still subscribe to it, and did not ask for silence. */
function isSubscribed(
  { target, workshops }: PlannedRow,
  kind: SubscriptionKind,
  { content }: ReaderParts,
): boolean {
  const subscription = content.subscription(target);
  if (!subscription?.kinds.includes(kind)) return false;
  const { silentUntil } = subscription;
  if (silentUntil !== undefined && Date.parse(silentUntil) > content.now.getTime()) return false;
  if (kind === "digest") return true;
  const audience = indexAudience([subscription]);
  const isTheirs = (one: Workshop | undefined) => one && audienceOf(one, audience).length > 0;
  return workshops.some((id) => isTheirs(content.find(id)));
}
