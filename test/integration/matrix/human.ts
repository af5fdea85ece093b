import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { PlainClient } from "./plain-client.ts";
import type { RoomSight, SeenEvent } from "./room-sight.ts";

/** Somebody with a Matrix program. */
export interface Human {
  /** What they see. */
  readonly sight: RoomSight;
  /** Their account, for what needs no encryption. */
  readonly client: PlainClient;
  readonly user: string;
  /** Sends an event, encrypted where the room is. @returns its id */
  send(room: string, type: string, content: object): Promise<string>;
  stop(): Promise<void>;
}

/** Says something in a room, with more content when given. @returns the event's id */
export function say(human: Human, room: string, body: string, more: object = {}): Promise<string> {
  return human.send(room, "m.room.message", { msgtype: "m.text", body, ...more });
}

/** Says something to somebody by name, as a program does for a mention, with more content when given. */
export function mention(
  human: Human,
  room: string,
  whom: string,
  body: string,
  more: object = {},
): Promise<string> {
  const mentions = { "m.mentions": { user_ids: [whom] } };
  return say(human, room, `${whom} ${body}`, { ...mentions, ...more });
}

/** Reacts to a message as somebody did first, who offered it. @returns the reaction's id */
export async function react(
  human: Human,
  room: string,
  by: string,
  { to, key }: { readonly to: string; readonly key: string },
): Promise<string> {
  const relation = { rel_type: "m.annotation", event_id: to, key };
  await human.sight.first(
    room,
    `the reaction ${key} offered`,
    ({ type, sender, content }) =>
      type === "m.reaction" &&
      sender === by &&
      fieldOf(content, "m.relates_to", "event_id") === to &&
      fieldOf(content, "m.relates_to", "key") === key,
  );
  return human.send(room, "m.reaction", { "m.relates_to": relation });
}

/** The first message of somebody after an event, leaving out those that edit another. */
export async function answerAfter(
  human: Human,
  room: string,
  by: { readonly from: string; readonly after: string; readonly saying?: string },
): Promise<SeenEvent> {
  const { from, after, saying = "" } = by;
  return human.sight.first(room, `${from} say "${saying}" after ${after}`, (event) => {
    const isLater = human.sight.isAfter(event, after);
    return isLater && isMessageOf(event, from) && bodyOf(event).includes(saying);
  });
}

/** The messages of somebody in a room, oldest first, leaving out those that edit another. */
export function messagesOf(human: Human, room: string, from: string): readonly SeenEvent[] {
  return human.sight.events(room).filter((event) => isMessageOf(event, from));
}

/** The messages of somebody that reply to an event. */
export function repliesTo(human: Human, room: string, by: { from: string; to: string }) {
  return messagesOf(human, room, by.from).filter((event) => repliedTo(event) === by.to);
}

/** The first reply of somebody to an event. */
export function replyTo(
  human: Human,
  room: string,
  by: { readonly from: string; readonly to: string },
): Promise<SeenEvent> {
  const what = `a reply of ${by.from} to ${by.to}`;
  return human.sight.first(
    room,
    what,
    (event) => isMessageOf(event, by.from) && repliedTo(event) === by.to,
  );
}

/** The first reply of somebody to a question. @throws when it is about something else, as an apology is */
export async function answerTo(
  human: Human,
  room: string,
  by: { readonly from: string; readonly to: string; readonly about: string },
): Promise<SeenEvent> {
  const reply = await replyTo(human, room, by);
  if (bodyOf(reply).includes(by.about)) return reply;
  throw new Error(`not about "${by.about}": ${bodyOf(reply)}`);
}

/** Waits until somebody is a member as told. */
export async function seesMember(
  human: Human,
  room: string,
  by: { readonly user: string; readonly membership: string },
): Promise<SeenEvent> {
  return human.sight.first(
    room,
    `${by.user} ${by.membership}`,
    ({ type, stateKey, content }) =>
      type === "m.room.member" &&
      stateKey === by.user &&
      fieldOf(content, "membership") === by.membership,
  );
}

export function bodyOf({ content }: SeenEvent): string {
  return String(fieldOf(content, "body"));
}

/** The event a message replies to. */
export function repliedTo({ content }: SeenEvent): unknown {
  return fieldOf(content, "m.relates_to", "m.in_reply_to", "event_id");
}

/** The event an edit takes the place of. */
export function edited({ content }: SeenEvent): unknown {
  if (fieldOf(content, "m.relates_to", "rel_type") !== "m.replace") return undefined;
  return fieldOf(content, "m.relates_to", "event_id");
}

function isMessageOf(event: SeenEvent, from: string): boolean {
  return event.type === "m.room.message" && event.sender === from && edited(event) === undefined;
}
