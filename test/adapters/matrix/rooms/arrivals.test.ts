import { describe, expect, it, onTestFinished, vi } from "vitest";
import { matrixKinds } from "../../../../src/adapters/matrix/matrix-documents.ts";
import type { MatrixSettings } from "../../../../src/adapters/matrix/matrix-settings.ts";
import type { RoomEvent } from "../../../../src/adapters/matrix/room-event.ts";
import { Arrivals } from "../../../../src/adapters/matrix/rooms/arrivals.ts";
import { Rooms } from "../../../../src/adapters/matrix/rooms/rooms.ts";
import { createMemoryStore } from "../../../../src/stores/memory-store.ts";
import { eventually } from "../../../support/eventually.ts";
import { serverError } from "../../../support/fake-matrix/fake-faults.ts";
import { holdStep } from "../../../support/held-step.ts";
import { talkToFake } from "../transport/talk-to-fake.ts";

type Invitations = MatrixSettings["invitations"];

async function prepare(invitations: Invitations = "anyone") {
  const talk = await talkToFake();
  const { fake, server, bot, amina, clock, log } = talk;
  const store = createMemoryStore(matrixKinds);
  const rooms = new Rooms({ server, store, clock, ourUser: bot.user, bots: [] });
  /** A process, on the same store as the one before. */
  const start = async (): Promise<Arrivals> => {
    const arrivals = new Arrivals({
      server,
      rooms,
      clock,
      log,
      settings: { invitations },
      ourUser: bot.user,
      refusal: "no",
      onArrival: async () => undefined,
    });
    onTestFinished(() => arrivals.stop());
    await arrivals.start();
    return arrivals;
  };
  const invited = () => {
    const room = fake.world.createRoom(amina.user);
    fake.world.invite(room, amina.user, bot.user);
    return { room, inviter: amina.user, isDirect: false };
  };
  const logged = (event: string) => eventually(() => expect(log.lines.join("")).toContain(event));
  const ours = (room: string) => fake.world.membership(room, bot.user);
  return { ...talk, world: fake.world, store, rooms, start, invited, logged, ours };
}

function tombstone(successor: string, sender: string): RoomEvent {
  const content = { replacement_room: successor };
  const at = { sentAt: new Date(0), stateKey: "", redacts: undefined };
  return { id: "$t", type: "m.room.tombstone", sender, content, ...at };
}

describe("an invitation", () => {
  it("is tried again, later and later, for as long as the server does not do it", async () => {
    const { start, invited, fake, clock, logged, ours } = await prepare();
    fake.fail({ path: /\/join\//, times: 3, fault: serverError(502) });
    const arrivals = await start();
    const { room, ...by } = invited();
    await arrivals.answer({ room, ...by });
    await logged("room-tried-again-later");
    arrivals.retryDue();
    expect(fake.requestsTo(/\/join\//)).toHaveLength(1);
    await eventually(() => {
      clock.moveByMs(3000);
      arrivals.retryDue();
      expect(ours(room)).toBe("join");
    });
    await arrivals.stop();
    expect(fake.requestsTo(/\/join\//)).toHaveLength(4);
    expect(fake.requestsTo(/\/join\//)[0]?.query.get("server_name")).toBe("fake.test");
  });

  it("is forgotten once the server refuses it", async () => {
    const { start, invited, fake, clock, logged, rooms } = await prepare();
    const { room, ...by } = invited();
    fake.world.setMember(room, by.inviter, "@bot:fake.test", "ban");
    const arrivals = await start();
    await arrivals.answer({ room, ...by });
    await logged("room-not-joined-or-left");
    clock.moveByMs(86_400_000);
    arrivals.retryDue();
    await arrivals.stop();
    expect(fake.requestsTo(/\/join\//)).toHaveLength(1);
    expect(await rooms.kept(room)).toBeUndefined();
  });

  it("that is not for us is refused by the next run when this one could not, and then forgotten", async () => {
    const { start, invited, fake, logged, ours, rooms } = await prepare({ from: ["elsewhere"] });
    fake.fail({ path: /\/leave$/, fault: serverError(502) });
    const arrivals = await start();
    const { room, ...by } = invited();
    await arrivals.answer({ room, ...by });
    await logged("room-tried-again-later");
    await arrivals.stop();
    expect(ours(room)).toBe("invite");
    await (await start()).stop();
    expect(ours(room)).toBe("leave");
    expect(await rooms.kept(room)).toBeUndefined();
  });

  it("is one of four that are accepted at once", async () => {
    const { start, invited, fake, ours } = await prepare();
    const step = holdStep();
    fake.fail({ path: /\/join\//, times: 4, fault: { kind: "slow", until: step.pass() } });
    const arrivals = await start();
    const all = Array.from({ length: 10 }, invited);
    await Promise.all(all.map((invitation) => arrivals.answer(invitation)));
    await eventually(() => expect(fake.requestsTo(/\/join\//)).toHaveLength(4));
    step.release();
    await eventually(() => expect(all.every(({ room }) => ours(room) === "join")).toBe(true));
  });
});

describe("a room that was replaced", () => {
  it("is kept as such and as the reason to join the other in one write", async () => {
    const { start, store, room, amina } = await prepare();
    const arrivals = await start();
    await arrivals.welcome(room, []);
    const write = vi.spyOn(store, "write");
    await arrivals.followUpgrade(room, [tombstone("!next:fake.test", amina.user)]);
    expect(write.mock.calls.map(([changes]) => changes.map(({ id }) => id))).toEqual([
      [room, "!next:fake.test"],
    ]);
  });

  it("has no successor by its word alone, be it a room we are in already", async () => {
    const { start, rooms, room, amina, bot, world, logged, ours } = await prepare();
    const trap = world.createRoom(amina.user, { members: [bot.user] });
    const arrivals = await start();
    for (const one of [room, trap]) await arrivals.welcome(one, []);
    await arrivals.followUpgrade(trap, [tombstone(room, amina.user)]);
    expect(await rooms.successorOf(trap)).toBeUndefined();
    await logged("room-replaced-not-confirmed");
    await arrivals.stop();
    expect(await rooms.successorOf(trap)).toBeUndefined();
    expect(ours(room)).toBe("join");
  });

  it("has one that says so too, be it a room we are in already", async () => {
    const { start, rooms, room, amina, bot, world } = await prepare();
    const next = world.upgradeRoom(room, amina.user);
    world.setMember(next, amina.user, bot.user, "join");
    const arrivals = await start();
    for (const one of [room, next]) await arrivals.welcome(one, []);
    await rooms.keep(room, { isDirect: true });
    await arrivals.followUpgrade(room, [tombstone(next, amina.user)]);
    await arrivals.stop();
    expect(await rooms.successorOf(room)).toBe(next);
    expect(await rooms.kept(next)).toMatchObject({ isDirect: true });
  });

  it.each([true, false])(
    "has its successor looked at by the next run (real: %s)",
    async (isReal) => {
      const { start, rooms, room, amina, world, fake, logged, ours } = await prepare();
      const next = isReal ? world.upgradeRoom(room, amina.user) : world.createRoom(amina.user);
      world.add(next, amina.user, {
        type: "m.room.join_rules",
        content: { join_rule: "public" },
        stateKey: "",
      });
      const arrivals = await start();
      await arrivals.welcome(room, []);
      fake.fail({ path: /m\.room\.create/, times: 3, fault: serverError(502) });
      await arrivals.followUpgrade(room, [tombstone(next, amina.user)]);
      await logged("room-tried-again-later");
      // The sync shows that we are there, and the process dies.
      await arrivals.welcome(next, []);
      await arrivals.stop();
      expect(await rooms.successorOf(room)).toBeUndefined();
      await (await start()).stop();
      expect(await rooms.successorOf(room)).toBe(isReal ? next : undefined);
      expect(ours(next)).toBe(isReal ? "join" : "leave");
    },
  );
});

describe("a room in use", () => {
  it("has what is kept of it renewed, at most once a month", async () => {
    const { start, rooms, room, clock } = await prepare();
    const arrivals = await start();
    await arrivals.welcome(room, []);
    const first = (await rooms.kept(room))?.at;
    clock.moveByMs(20 * 86_400_000);
    await arrivals.welcome(room, []);
    expect((await rooms.kept(room))?.at).toBe(first);
    clock.moveByMs(20 * 86_400_000);
    await arrivals.welcome(room, []);
    expect((await rooms.kept(room))?.at).toBe(clock.now().toISOString());
  });
});
