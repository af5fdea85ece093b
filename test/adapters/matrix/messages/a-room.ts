import type { OurMessage, RoomView, Us } from "../../../../src/adapters/matrix/messages/us.ts";
import type { EventContent, RoomEvent } from "../../../../src/adapters/matrix/room-event.ts";

/** Our account in tests. */
export const me = "@passerelle:example.org";

/** Somebody who asks. */
export const amina = "@amina:example.org";

/** A room several people share. */
export const shared: RoomView = {
  room: "!room:example.org",
  isDirect: false,
  powerLevels: undefined,
  creators: [],
};

/** A room between two. */
export const direct: RoomView = { ...shared, room: "!dm:example.org", isDirect: true };

/** An answer of ours to Amina, with choices. */
export const answer: OurMessage = {
  key: "the-answer",
  choices: ["Combien ça coûte ?", "👍 Cela m'aide", "👎 Cela ne m'aide pas"],
  asker: amina,
  thread: undefined,
};

/** Us, having answered `$question` by `$ours`. */
export const us: Us = {
  userId: me,
  names: ["Passerelle"],
  settings: {
    prefix: "!assistant",
    bots: ["@bridge:example.org"],
    coordinators: ["@claire:example.org"],
    mediators: ["@malik:example.org"],
    advisers: ["@claire:example.org"],
    coordinatorPowerLevel: 50,
  },
  ours: (id) => (id === "$ours" ? answer : undefined),
  hasAnswered: (id) => id === "$question",
};

/** An event of a room. */
export function event(content: EventContent, changes: Partial<RoomEvent> = {}): RoomEvent {
  return {
    id: "$event",
    type: "m.room.message",
    sender: amina,
    sentAt: new Date("2026-11-23T09:00:00Z"),
    content,
    stateKey: undefined,
    redacts: undefined,
    ...changes,
  };
}

/** The content of a text message. */
export function text(body: string, more: EventContent = {}): EventContent {
  return { msgtype: "m.text", body, ...more };
}
