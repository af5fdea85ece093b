import { describe, expect, it, onTestFinished } from "vitest";
import type { RoomEvent, SyncBatch } from "../../../../src/adapters/matrix/room-event.ts";
import { eventually } from "../../../support/eventually.ts";
import { oddSync } from "../../../support/odd-matrix.ts";
import { seededRandom } from "../../../support/seeded-random.ts";
import { bodiesOf, runSync } from "./kept-sync.ts";
import { talkToFake } from "./talk-to-fake.ts";

/** Odd events told; PASSERELLE_FULL_PROOFS=1 tells ten times as many. */
const oddEvents = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 20_000 : 2000;
const eventsPerSync = 100;

describe("odd events", () => {
  it(`${oddEvents} of them throw nothing, hold up nothing, and what is read is what it seems`, async () => {
    const unhandled: unknown[] = [];
    const note = (cause: unknown) => unhandled.push(cause);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));

    const talk = await talkToFake();
    const random = seededRandom(20_261_123);
    let rounds = 0;
    talk.fake.oddSyncs = (usual) => {
      const next = String(usual["next_batch"]);
      if (rounds >= oddEvents / eventsPerSync) return usual;
      rounds += 1;
      talk.fake.world.say(talk.room, talk.amina.user, `après ${rounds}`);
      return oddSync(random, next, eventsPerSync);
    };
    let events = 0;
    let last: string | undefined;
    runSync(talk, async (batch) => {
      events += mustBeSound(batch);
      last = batch.joined.flatMap(({ timeline }) => bodiesOf(timeline)).at(-1) ?? last;
    });
    await eventually(() => {
      expect(last).toBe(`après ${oddEvents / eventsPerSync}`);
    });
    expect(events).toBeGreaterThan(oddEvents / 10);
    expect(talk.waits).toEqual([]);
    expect(talk.log.lines.filter((line) => !line.includes('"gap-'))).toEqual([]);
    expect(unhandled).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  }, 60_000);
});

/** How many events a batch has. @throws when one is not as its type says */
function mustBeSound({ joined, crypto, invitations, left, directRooms }: SyncBatch): number {
  const rooms = [...joined, ...invitations].map(({ room }) => room);
  for (const room of [...rooms, ...left]) encodeURIComponent(room);
  const events = joined.flatMap(({ state, timeline }) => [...state, ...timeline]);
  for (const event of events) mustBeEvent(event);
  for (const { inviter } of invitations) expect(inviter).toMatch(/^@/);
  for (const list of Object.values(directRooms ?? {})) {
    for (const room of list) expect(typeof room).toBe("string");
  }
  for (const user of [...crypto.changedUsers, ...crypto.leftUsers]) {
    expect(typeof user).toBe("string");
  }
  for (const count of Object.values(crypto.oneTimeKeyCounts)) {
    expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
  }
  JSON.stringify(crypto.toDevice);
  return events.length + crypto.toDevice.length;
}

function mustBeEvent({ id, type, sender, sentAt, content, stateKey, redacts }: RoomEvent): void {
  encodeURIComponent(id);
  expect(`${id}${sender}`).toMatch(/^\$[^]*@/);
  expect(typeof type).toBe("string");
  sentAt.toISOString();
  expect(["string", "undefined"]).toContain(typeof stateKey);
  expect(["string", "undefined"]).toContain(typeof redacts);
  expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
  expect(JSON.stringify(content).length).toBeLessThan(200_000);
}
