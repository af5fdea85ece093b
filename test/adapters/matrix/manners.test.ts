import { describe, expect, it } from "vitest";
import { Manners } from "../../../src/adapters/matrix/manners.ts";
import type { EventContent, RoomEvent } from "../../../src/adapters/matrix/room-event.ts";
import { eventually } from "../../support/eventually.ts";
import { serverError } from "../../support/fake-matrix/fake-faults.ts";
import { holdStep } from "../../support/held-step.ts";
import { talkToFake } from "./transport/talk-to-fake.ts";

async function prepare() {
  const talk = await talkToFake();
  const { fake, server, bot, amina, clock, log } = talk;
  const manners = new Manners({ server, ourUser: bot.user, clock, log });
  const powerLevels = { events: { "m.reaction": 50 } };
  const strict = fake.world.createRoom(amina.user, { members: [bot.user], powerLevels });
  const offer = (room: string) => manners.offer({ room, event: "$1", signs: ["1️⃣", "2️⃣"] });
  const reactions = () => fake.world.events.filter(({ type }) => type === "m.reaction").length;
  return { ...talk, manners, strict, offer, reactions };
}

function event(id: string, content: EventContent = {}): RoomEvent {
  const sentAt = new Date(0);
  const rest = { type: "m.room.message", sender: "@a:x", stateKey: undefined, redacts: undefined };
  return { id, content, sentAt, ...rest };
}

describe("reactions to tap", () => {
  it("are not tried for a while where they are not allowed, and put elsewhere", async () => {
    const { fake, offer, strict, room, reactions, clock } = await prepare();
    await offer(strict);
    await offer(strict);
    expect(fake.requestsTo(/m\.reaction/)).toHaveLength(1);
    await offer(room);
    expect(reactions()).toBe(2);
    clock.moveByMs(3_600_000);
    await offer(strict);
    expect(fake.requestsTo(/m\.reaction/)).toHaveLength(4);
  });

  it("are not tried anywhere while the server has no time for them", async () => {
    const { fake, offer, strict, room } = await prepare();
    fake.fail({ path: /m\.reaction/, fault: serverError(503) });
    await offer(strict);
    await offer(room);
    expect(fake.requestsTo(/m\.reaction/)).toHaveLength(1);
  });
});

describe("receipts", () => {
  it("are for the latest of the events that wait", async () => {
    const { fake, manners, room } = await prepare();
    const step = holdStep();
    fake.fail({ path: /receipt/, fault: { kind: "slow", until: step.pass() } });
    const read = [manners.read(room, event("$0"))];
    await eventually(() => expect(fake.requestsTo(/receipt/)).toHaveLength(1));
    for (let at = 1; at <= 50; at += 1) read.push(manners.read(room, event(`$${at}`)));
    step.release();
    await Promise.all(read);
    expect(fake.state.receipts.map((receipt) => receipt.event)).toEqual(["$0", "$50"]);
  });

  it.each([
    [{}, "main"],
    [{ "m.in_reply_to": { event_id: "$r" } }, "main"],
    [{ rel_type: "m.thread", event_id: "$root" }, "$root"],
    [{ rel_type: "m.replace", event_id: "$edited" }, undefined],
    [{ rel_type: "m.annotation", event_id: "$liked" }, undefined],
  ])("of an event related by %j name the thread %s", async (relation, thread) => {
    const { fake, manners, room } = await prepare();
    await manners.read(room, event("$1", { "m.relates_to": relation }));
    const body: unknown = JSON.parse(fake.requestsTo(/receipt/)[0]?.body ?? "");
    expect(body).toEqual(thread === undefined ? {} : { thread_id: thread });
  });
});
