import { describe, expect, it, vi } from "vitest";
import { tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import type { FakeDevice } from "../../../support/fake-matrix/fake-state.ts";
import { MatrixRig } from "../../../support/matrix-rig.ts";
import {
  FakeMachine,
  keepSending,
  message,
  sendingPath,
  sentTo,
} from "../../../support/matrix-sending.ts";

/** Nobody but its maker says anything in a room any more. */
function close(rig: MatrixRig, room: string, maker: FakeDevice): void {
  const content = { users: { [maker.user]: 100 }, events_default: 50 };
  rig.world.add(room, maker.user, { type: "m.room.power_levels", content, stateKey: "" });
}

describe("an answer under way while its room is replaced", () => {
  it("is shown in the new room once we are in it", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    await rig.platform.send(message(room, "ici"));
    await rig.heard(room, 1);
    rig.homeserver.fail({ path: sendingPath, fault: tooMany(100) });
    await rig.platform.send(message(room, "en route"));
    await vi.waitFor(() => expect(rig.homeserver.requestsTo(sendingPath)).toHaveLength(2));
    let goOn: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (goOn = resolve));
    // Nothing is known of the replacement for a while: syncs are late.
    rig.homeserver.fail({ path: /\/sync$/, fault: { kind: "slow", until } });
    const next = rig.world.upgradeRoom(room, amina.user);
    close(rig, room, amina);
    rig.world.invite(next, amina.user, rig.bot.user);
    await vi.waitFor(() => expect(rig.log.lines.join()).toContain("StillMoving"));
    goOn();
    expect(await rig.heard(next, 1, 10_000)).toEqual(["en route"]);
    expect(rig.log.lines.join()).not.toContain("message-refused");
  });

  it("is given up when that takes too long", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    await rig.stopBot();
    const reply = message(room, "en route");
    const sealed = { type: "m.room.message", content: { body: "en route" } };
    const sealedAt = new Date(rig.now().getTime() - 3_700_000).toISOString();
    const at = sealedAt;
    await keepSending(rig, { reply, done: [], sealed, sealedAt, at });
    rig.world.upgradeRoom(room, amina.user);
    close(rig, room, amina);
    await rig.startBot();
    await vi.waitFor(() => expect(rig.log.lines.join()).toContain("message-refused"));
  });

  it.each([
    ["encrypted anew where both rooms are encrypted", true],
    ["not shown in clear where only its own was encrypted", false],
  ])("is %s", async (_, isNextEncrypted) => {
    const machine = new FakeMachine();
    const rig = await MatrixRig.start({ machine });
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted: true });
    rig.homeserver.fail({ path: sendingPath, fault: tooMany(500) });
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(() => expect(rig.homeserver.requestsTo(sendingPath)).toHaveLength(1));
    const creationContent = { predecessor: { room_id: room } };
    const next = rig.world.createRoom(amina.user, { creationContent, encrypted: isNextEncrypted });
    rig.world.invite(next, amina.user, rig.bot.user);
    const content = { body: "moved", replacement_room: next };
    rig.world.add(room, amina.user, { type: "m.room.tombstone", content, stateKey: "" });
    close(rig, room, amina);
    const isOver = () =>
      sentTo(rig, next).length + Number(rig.log.lines.join().includes("refused"));
    await vi.waitFor(() => expect(isOver()).toBe(1), { timeout: 10_000 });
    expect(sentTo(rig, next).map((event) => event.content["ciphertext"])).toEqual(
      // The first was made for those of the room that was left.
      isNextEncrypted ? ["ciphertext 2"] : [],
    );
  });
});
