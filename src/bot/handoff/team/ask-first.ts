import { revise } from "../../../handoff/change-state.ts";
import { chosenAutomatically } from "../../../handoff/fairness.ts";
import type { Surroundings } from "../../../handoff/ladder.ts";
import { personKey } from "../../../model/address.ts";
import type { Adviser, Team } from "../../../model/directory.ts";
import type { Tell } from "../../../model/phrases.ts";
import { say, type Choice } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { surroundingsOf } from "../surroundings.ts";
import { tooLate, written } from "./change-request.ts";
import { answer, type RequestDesk } from "./desk.ts";

/**
 * Who is asked first in a team that gives requests out, among those not asked there yet; never its own asker,
 * who would be told apart. Undefined where it is anybody's. @param request as it is once told to the team
 */
export function whoIsAsked(
  request: Request,
  team: Team,
  around: Surroundings,
): Adviser | undefined {
  const asked = request.offers.findLast((offer) => offer.team === team.id)?.asked ?? [];
  const advisers = around.directory.advisers.filter(
    ({ id, accounts }) =>
      !asked.includes(id) &&
      !accounts.some(
        ({ platform, person }) => personKey(platform, person) === request.asker?.person,
      ),
  );
  return chosenAutomatically(request, team, {
    ...around,
    directory: { ...around.directory, advisers },
  });
}

/** The request with somebody noted as asked in a team. */
export function withAsked(request: Request, team: Team, { id }: Adviser): Request {
  const offers = request.offers.map((offer) =>
    offer.team === team.id ? { ...offer, asked: [...(offer.asked ?? []), id] } : offer,
  );
  return { ...request, offers };
}

/** « Je refuse », of what one was asked first: the next is asked, and it is anybody's once there is none. */
export async function declineAsked(desk: RequestDesk): Promise<readonly Change[]> {
  const { request, adviser, team, tell, now } = desk;
  const asked = request.offers.findLast((offer) => offer.team === team.id)?.asked;
  if (asked?.at(-1) !== adviser.id) return tooLate(desk);
  const next = whoIsAsked(request, team, await surroundingsOf(desk));
  const moved = revise(request, {}, now);
  const after = next ? withAsked(moved, team, next) : moved;
  const number = numberOf(request);
  const told = next
    ? say(tell("hd-asked-first", { who: next.name, number }), askedChoices(tell))
    : say(tell("hd-asked-nobody", { who: adviser.name, number }), askedChoices(tell).slice(0, 1));
  return [...written(desk, after, "declined"), ...answer({ ...desk, request: after }, told)];
}

function askedChoices(tell: Tell): readonly Choice[] {
  return [
    { label: tell("hd-take"), value: "take" },
    { label: tell("hd-decline"), value: "decline" },
  ];
}
