import { personKey, type Address } from "../../../model/address.ts";
import {
  samplePlatform,
  type Adviser,
  type Coordination,
  type Directory,
  type Team,
} from "../../../model/directory.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";

/** The team whose room it is, if it is one. */
export function teamOfRoom(address: Address, directory: Directory): Team | undefined {
  return isServed(address, directory)
    ? directory.teams.find(({ room }) => isRoom(room, address))
    : undefined;
}

/** The coordination whose room it is, if it is one. */
export function coordinationOfRoom(
  address: Address,
  directory: Directory,
): Coordination | undefined {
  return isServed(address, directory)
    ? directory.coordinations.find(({ room }) => isRoom(room, address))
    : undefined;
}

/** Who of the directory somebody is. */
export function adviserOf(
  { from, address }: Pick<IncomingMessage, "from" | "address">,
  { advisers }: Directory,
): Adviser | undefined {
  const key = personKey(address.platform, from);
  return advisers.find(({ accounts }) =>
    accounts.some(({ platform, person }) => personKey(platform, person) === key),
  );
}

/**
 * The request whose thread a message was written in, whose offer it was pressed, signed or answered on, or
 * whose number is said; undefined for what concerns none of those told to the team.
 */
export function requestMeant(
  message: IncomingMessage,
  number: number | undefined,
  { team, requests }: { readonly team: Team; readonly requests: readonly Request[] },
): Request | undefined {
  const { thread, pressedKey, repliesTo, reacts, pressedOn } = message;
  const told = requests.filter(({ offers }) => offers.some((offer) => offer.team === team.id));
  const ids = new Set([thread, pressedOn, repliesTo?.id, reacts?.on]);
  const here = told.find(({ offers }) =>
    offers.some(
      (offer) =>
        offer.team === team.id &&
        ((offer.shownAs !== undefined && ids.has(offer.shownAs)) ||
          (pressedKey !== undefined && pressedKey === offer.key)),
    ),
  );
  return here ?? told.find((request) => number !== undefined && request.number === number);
}

/** What was told to a team and waits for somebody to take it. */
export function waitingIn({ id }: Team, requests: readonly Request[]): readonly Request[] {
  return requests.filter(
    ({ state, offers }) => state.kind === "offered" && offers.some(({ team }) => team === id),
  );
}

/** The only request a bare « je prends » in the room can mean. */
export function onlyWaiting(team: Team, requests: readonly Request[]): Request | undefined {
  const waiting = waitingIn(team, requests);
  return waiting.length === 1 ? waiting[0] : undefined;
}

/** Whether what a message answers was carried over from, or to, who asked. */
export function answersRelayed(
  { repliesTo }: IncomingMessage,
  messages: readonly RequestMessage[],
): boolean {
  if (!repliesTo) return false;
  const { id } = repliesTo;
  return messages.some((message) => {
    if (message.state === "deleted") return false;
    if (message.direction === "in")
      return message.shownAs === id || message.alsoShownAs?.includes(id) === true;
    return message.direction === "out" && message.sourceId === id;
  });
}

/** A sample directory serves nobody real. */
function isServed({ platform, isDirect }: Address, { isSample }: Directory): boolean {
  return !isDirect && (!isSample || platform === samplePlatform);
}

function isRoom(room: Team["room"], { platform, room: id }: Address): boolean {
  return room.platform === platform && room.room === id;
}
