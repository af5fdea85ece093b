import { proofOf, type DeliveryProof } from "../delivery/campaigns.ts";
import type { Campaign, LedgerEntry } from "../model/ledger-entry.ts";

/** Announcements that are one for those who confirmed them, with what the ledger says of all of them. */
export interface ProvedOccasion {
  /** By number, and none of a lower one joins later. */
  readonly campaigns: readonly [Campaign, ...Campaign[]];
  readonly entries: readonly LedgerEntry[];
}

/**
 * Announcements of new workshops are several once rooms that follow other themes are told several workshops in
 * one message: those that share a workshop are proved together. Anything else is proved by itself.
 * @param entries what the ledger says of each, by number
 */
export function provedOccasions(
  open: Iterable<Campaign>,
  entries: ReadonlyMap<number, readonly LedgerEntry[]>,
): readonly ProvedOccasion[] {
  let groups: (ProvedOccasion & { readonly workshops: ReadonlySet<string> })[] = [];
  for (const campaign of [...open].toSorted((a, b) => a.number - b.number)) {
    const theirs = entries.get(campaign.number) ?? [];
    // What waits may be told in a message of another announcement when it is sent.
    const named = theirs.flatMap(({ workshops }) => workshops);
    const workshops = new Set([...campaign.workshops, ...named]);
    const isShared = (group: (typeof groups)[number]) =>
      isTogether(group.campaigns[0], campaign) &&
      [...workshops].some((id) => group.workshops.has(id));
    const joined = groups.filter((group) => isShared(group));
    const [first, ...others] = joined.flatMap((group) => group.campaigns);
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      {
        campaigns: first ? [first, ...others, campaign] : [campaign],
        entries: [...joined.flatMap((group) => group.entries), ...theirs],
        workshops: new Set([...joined.flatMap((group) => [...group.workshops]), ...workshops]),
      },
    ];
  }
  return groups;
}

/** What became of an occasion for some of its workshops: in the rooms that were told of one of them. */
export function proofAbout(
  { campaigns, entries }: ProvedOccasion,
  workshops: readonly string[],
): DeliveryProof {
  const isAbout = (one: Pick<Campaign, "workshops">) =>
    one.workshops.some((id) => workshops.includes(id));
  const lead = campaigns.find((one) => isAbout(one)) ?? campaigns[0];
  const about = entries.filter((one) => isAbout(one));
  const told = new Set(about.filter((one) => !isToldElsewhere(one)).map((one) => placeOf(one)));
  // The message that tells it stands for it.
  const counted = about.filter((one) => !isToldElsewhere(one) || !told.has(placeOf(one)));
  return proofOf({ ...lead, workshops }, counted);
}

/** What was told so far at one moment is told to the end at one moment. */
function isTogether(one: Campaign, other: Campaign): boolean {
  return one.kind === "new" && other.kind === "new" && one.provedAt === other.provedAt;
}

function isToldElsewhere({ state }: LedgerEntry): boolean {
  return state.kind === "skipped" && state.reason === "told-in-another";
}

function placeOf({ to: { platform, room } }: LedgerEntry): string {
  return JSON.stringify([platform, room]);
}
