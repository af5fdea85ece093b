import { expect, vi } from "vitest";
import { type IncomingMessage, isDeletion } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import { FixedClock } from "./fixed-clock.ts";
import { MatrixRig } from "./matrix-rig.ts";
import { message } from "./matrix-sending.ts";

const roomOf = (room: string) => ({ platform: "matrix", room, isDirect: false });
/** What says that a message is in a thread. */
export const inThread = (root: string) => ({
  "m.relates_to": { rel_type: "m.thread", event_id: root, is_falling_back: true },
});
/** What says that a message answers one. */
export const answering = (event: string) => ({
  "m.relates_to": { "m.in_reply_to": { event_id: event } },
});

/** Two advisers in their room, the adapter with a core that only listens. */
export async function inTeam() {
  const clock = new FixedClock("2026-11-24T09:00:00Z");
  const rig = await MatrixRig.start({ clock, answer: () => [] });
  const [camille, bob] = [rig.homeserver.register("camille"), rig.homeserver.register("bob")];
  const room = rig.sharedRoom(camille, bob);
  const heard = async (count: number) =>
    vi.waitFor(() => expect(rig.received).toHaveLength(count), { timeout: 5000, interval: 10 });
  const messages = (): readonly IncomingMessage[] =>
    rig.received.flatMap((one) => (isDeletion(one) ? [] : [one]));
  const last = () => messages().at(-1);
  const relay = (text: string, more: Partial<Reply> = {}) =>
    rig.platform.send(message(room, text, { to: roomOf(room), kind: "relay", ...more }));
  return { rig, clock, camille, bob, room, heard, last, relay };
}

/** The same, a message of ours having opened a thread. */
export async function offered() {
  const team = await inTeam();
  const text = "**A-127** · Données";
  const root = await team.relay(text, { opensThread: true, kind: "reply" });
  if (root === undefined) throw new Error("not shown");
  return { ...team, root };
}
