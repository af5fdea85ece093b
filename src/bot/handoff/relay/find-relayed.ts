import type { Address } from "../../../model/address.ts";
import type { Directory } from "../../../model/directory.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import type { RelayHands } from "./relay-hands.ts";
import { askerSide, sideOf, teamSide } from "./side-of.ts";

/** A message that was carried over, with its request. */
export interface Found {
  readonly request: Request;
  readonly message: RequestMessage;
}

type Place = Pick<Address, "platform" | "room">;

/** Whether a message is shown, on the other side, as what has this id there. */
export function isShownAs({ shownAs, alsoShownAs = [] }: RequestMessage, id: string): boolean {
  return shownAs === id || alsoShownAs.includes(id);
}

/** What was typed as the message of this id; a correction told later counts with it. */
export async function findTyped(
  id: string,
  place: Place,
  hands: Omit<RelayHands, "now">,
): Promise<readonly Found[]> {
  return find(
    id,
    hands,
    (found, directory) => {
      return found.message.sourceId === id && isThere(place, typedAt(found, directory));
    },
    place,
  );
}

/** What is shown on the other side as the message of this id. */
export async function findShown(
  id: string,
  place: Place,
  hands: Omit<RelayHands, "now">,
): Promise<Found | undefined> {
  const found = await find(
    id,
    hands,
    (one, directory) => {
      return isShownAs(one.message, id) && isThere(place, shownAt(one, directory));
    },
    place,
  );
  return found[0];
}

/** What left under a key of the outbox. */
export async function findByKey(
  key: string,
  hands: Omit<RelayHands, "now">,
): Promise<Found | undefined> {
  const found = await find(key, hands, ({ message }) => message.keys.includes(key));
  return found[0];
}

/** What a sign was carried over to. @param source names what put it there */
export async function findSigned(
  source: string,
  hands: Omit<RelayHands, "now">,
): Promise<Found | undefined> {
  const found = await find(source, hands, ({ message: { signs = [] } }) =>
    signs.some((one) => one.source === source),
  );
  return found[0];
}

async function find(
  name: string,
  { parts, book }: Omit<RelayHands, "now">,
  isMeant: (found: Found, directory: Directory) => boolean,
  place?: Place,
): Promise<readonly Found[]> {
  const { documents, library } = parts.knowledge();
  // Asked of every correction and every sign there is: where no request is, the texts are left alone.
  if (!isOfRequests(await book.all(), library.directory, place)) return [];
  const named = await parts.store.list(documents.requestMessages, [JSON.stringify(name)]);
  const found: Found[] = [];
  for (const { document: message } of named) {
    // oxlint-disable-next-line no-await-in-loop
    const request = await book.get(message.request);
    if (request && isMeant({ request, message }, library.directory)) {
      found.push({ request, message });
    }
  }
  return found.toSorted((one, other) => one.message.position - other.message.position);
}

/** Whether one of some requests is talked of in a place, or anywhere. */
function isOfRequests(
  requests: readonly Request[],
  directory: Directory,
  place: Place | undefined,
): boolean {
  if (!place) return requests.length > 0;
  return requests.some((request) =>
    [askerSide(request), teamSide(request, directory)].some((side) => isThere(place, side?.to)),
  );
}

function typedAt({ request, message }: Found, directory: Directory): Place | undefined {
  return message.direction === "in" ? askerSide(request)?.to : teamSide(request, directory)?.to;
}

function shownAt({ request, message }: Found, directory: Directory): Place | undefined {
  return sideOf(message, request, directory)?.to;
}

function isThere(place: Place, other: Place | undefined): boolean {
  return other?.platform === place.platform && other.room === place.room;
}
