import { type Finding, good } from "../../../model/finding.ts";
import type { KnownGuild } from "../discord-documents.ts";
import { erasedOn } from "../guilds/departures.ts";

/** What is told of the guilds that were left: until when what was said there is kept. */
export function checkDepartures(
  guilds: readonly { readonly id: string; readonly document: KnownGuild }[],
): readonly Finding[] {
  return guilds.flatMap(({ id, document: { leftAt } }) => {
    if (leftAt === undefined) return [];
    const [left, erased] = [leftAt, erasedOn(leftAt).toISOString()].map((at) => at.slice(0, 10));
    return [
      good(
        `the server ${id} was left on ${left}: what was said there is erased on ${erased}, but for questions kept for the curators`,
      ),
    ];
  });
}
