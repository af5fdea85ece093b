import { fieldsOf } from "../json-object.ts";
import { isName, textsOf } from "./read-event-json.ts";

/** The account's direct rooms, by person. */
export type DirectRooms = Readonly<Record<string, readonly string[]>>;

/** What an `m.direct` holds that can be understood. */
export function directRoomsIn(content: unknown): DirectRooms {
  const lists = Object.entries(fieldsOf(content)).filter(([user]) => isName(user, "@"));
  return Object.fromEntries(lists.map(([user, rooms]) => [user, textsOf(rooms)]));
}
