import { directToPerson, type Address } from "../../../model/address.ts";
import type { Directory, Team } from "../../../model/directory.ts";
import type { Language } from "../../../model/language.ts";
import type { Offer, Request } from "../../../model/request.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import { addressOf } from "../tell-people.ts";

/** Where words of the other side are shown. */
export interface Side {
  readonly to: Address;
  /** The platform's own id of the thread. */
  readonly thread?: string | undefined;
  readonly language: Language;
  /** Id of the team; undefined where its asker reads. */
  readonly team?: string | undefined;
  /** Key of the person who reads there alone; undefined for a team. */
  readonly owner?: string | undefined;
}

/** Where a message is shown, or would be now; undefined while there is no such place. */
export function sideOf(
  { direction, team }: Pick<RequestMessage, "direction" | "team">,
  request: Request,
  directory: Directory,
): Side | undefined {
  if (direction === "out") return askerSide(request);
  return teamSide(team === undefined ? request : { ...request, team }, directory);
}

/** Where its asker reads; undefined once they are erased. */
export function askerSide({ asker }: Request): Side | undefined {
  return asker && { to: asker.answerIn, language: asker.language, owner: asker.person };
}

/** The thread it is treated in; undefined before there is one. */
export function teamSide(request: Request, directory: Directory): Side | undefined {
  const offer = offerOf(request);
  const team = directory.teams.find(({ id }) => id === offer?.team);
  if (offer?.shownAs === undefined || !team) return undefined;
  const { id, room, language } = team;
  return { to: addressOf(room), thread: offer.shownAs, language, team: id };
}

/** The team whose thread it is treated in. */
export function teamOf(request: Request, directory: Directory): Team | undefined {
  const offer = offerOf(request);
  return directory.teams.find(({ id }) => id === offer?.team);
}

/** The id, on its platform, of the person who asks. */
export function askerIn({ asker }: Request): string {
  return (asker && directToPerson(asker.person).person) ?? "";
}

/** Told in several rooms, it is treated in none of them until somebody takes it. */
function offerOf({ team, offers }: Request): Offer | undefined {
  if (team !== undefined) return offers.findLast((offer) => offer.team === team);
  return offers.length === 1 ? offers[0] : undefined;
}
