/** Where a message goes: a room of a platform, a direct one or one shared by several people. */
export interface Address {
  readonly platform: string;
  readonly room: string;
  readonly isDirect: boolean;
}

/** Names one person of one platform; two platforms never share a key. */
export function personKey(platform: string, person: string): string {
  return JSON.stringify([platform, person]);
}

/** Names what one person says in one room: two people in a room, or one person in two rooms, never mix. */
export function conversationKey(address: Address, person: string): string {
  return JSON.stringify([address.platform, address.room, person]);
}
