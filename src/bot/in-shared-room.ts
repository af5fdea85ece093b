import { roomsOf, type Directory } from "../model/directory.ts";
import type { Incoming } from "../model/incoming-message.ts";

/** Whether people of the directory share the room something was said in. */
export function isSharedRoom(
  { address: { platform, room } }: Pick<Incoming, "address">,
  directory: Directory,
): boolean {
  return roomsOf(directory).some((one) => one.platform === platform && one.room === room);
}

/**
 * What was said, where it was said: a room of a team in which one person is so far looks like one between them and
 * us, and nothing that is private is said there.
 */
export function inSharedRoom<T extends Incoming>(incoming: T, directory: Directory): T {
  const { address } = incoming;
  if (!address.isDirect || !isSharedRoom(incoming, directory)) return incoming;
  return { ...incoming, address: { ...address, isDirect: false } };
}
