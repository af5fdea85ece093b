import { z } from "zod";

/** Where a message goes: a room of a platform, a direct one or one shared by several people. */
export interface Address {
  readonly platform: string;
  readonly room: string;
  readonly isDirect: boolean;
  /**
   * The platform's own id of the person who is to read it alone, where no room with them is known yet: the
   * platform finds it, or opens it. `room` then only names who is written to, for the order of messages.
   */
  readonly person?: string | undefined;
}

/** Where one person is written to directly, in whichever room they and we have. */
export function directTo(platform: string, person: string): Address {
  return { platform, room: `@${person}`, isDirect: true, person };
}

/** Names one person of one platform; two platforms never share a key. */
export function personKey(platform: string, person: string): string {
  return JSON.stringify([platform, person]);
}

/** Where the person of a key is written to directly. @param key from `personKey` */
export function directToPerson(key: string): Address {
  const [platform, person] = personKeySchema.parse(JSON.parse(key));
  return directTo(platform, person);
}

const personKeySchema = z.tuple([z.string(), z.string()]);

/** Names what one person says in one room: two people in a room, or one person in two rooms, never mix. */
export function conversationKey(address: Address, person: string): string {
  return JSON.stringify([address.platform, address.room, person]);
}
