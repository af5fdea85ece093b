import { formatShortDay } from "../../../answers/format-day.ts";
import { awayUntil, takesPart } from "../../../handoff/absence.ts";
import { hoursOf, mayBeTold } from "../../../handoff/fairness.ts";
import { isReachable } from "../../../handoff/ladder.ts";
import { numberOf } from "../../../model/request.ts";
import { dayOf, wallTimeAt } from "../../../workshops/wall-time.ts";
import { surroundingsOf } from "../surroundings.ts";
import type { RequestDesk } from "./desk.ts";
import type { TransferTarget } from "./find-target.ts";

/** Why a request cannot be passed to somebody, or a team, in a sentence; undefined when it can. */
export async function whyNotPass(
  desk: RequestDesk,
  { team, adviser }: TransferTarget,
): Promise<string | undefined> {
  const { request, tell, now } = desk;
  const around = await surroundingsOf(desk);
  const who = adviser?.name ?? team.name;
  const values = { who, number: numberOf(request) };
  if (request.notTo.includes(team.id)) return tell("hd-transfer-not-wished", values);
  if (!isReachable(team, around)) return tell("hd-transfer-nobody", values);
  if (!adviser) return undefined;
  if (!takesPart(adviser.id, around)) return tell("hd-transfer-no-part", values);
  if (!mayBeTold(request, adviser)) return tell("hd-transfer-gave-back", values);
  const day = dayOf(wallTimeAt(now, hoursOf(adviser, team).timeZone));
  const until = awayUntil(adviser.id, day, around);
  if (until === undefined) return undefined;
  return tell("hd-transfer-away", { ...values, day: formatShortDay(until, desk.team.language) });
}

/** Whether people of another organisation would read it: the one it is passed to, or those of that one's room. */
export function isElsewhere(
  { team, adviser, parts }: RequestDesk,
  { team: to, adviser: person }: TransferTarget,
): boolean {
  if (person && person.organisation !== adviser.organisation) return true;
  if (to.id === team.id) return false;
  const { advisers } = parts.knowledge().library.directory;
  return advisers.some(
    ({ id, organisation }) => to.advisers.includes(id) && organisation !== adviser.organisation,
  );
}
