import { describe, expect, it, vi } from "vitest";
import { openOlmMachine } from "../../../../src/adapters/matrix/crypto/olm-machine.ts";
import { createHomeserver } from "../../../../src/adapters/matrix/transport/homeserver.ts";
import { serverError, tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import { MatrixRig } from "../../../support/matrix-rig.ts";
import {
  FakeMachine,
  message,
  roomEncryption,
  sendingPath,
  sentTo,
} from "../../../support/matrix-sending.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

describe("a room that becomes encrypted", () => {
  it.each([
    ["the server has no time", tooMany(300)],
    ["the server has a fault", serverError(502)],
  ])("gets nothing in clear any more that waits because %s", async (_, fault) => {
    const rig = await MatrixRig.start({ machine: new FakeMachine() });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.homeserver.fail({ path: sendingPath, fault });
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(() => expect(rig.homeserver.requestsTo(sendingPath)).toHaveLength(1));
    rig.world.add(room, amina.user, roomEncryption);
    await vi.waitFor(() => expect(sentTo(rig, room)).toHaveLength(1), { timeout: 5000 });
    expect(sentTo(rig, room)).toMatchObject([{ type: "m.room.encrypted" }]);
    expect(rig.log.lines.join("\n")).not.toContain('"level":"error"');
  });

  it("while a file is on its way gets it encrypted", async () => {
    const machine = new FakeMachine();
    const rig = await MatrixRig.start({ machine });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    let goOn: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (goOn = resolve));
    rig.homeserver.fail({ path: /media\/v3\/upload/, fault: { kind: "slow", until } });
    const attachments = [{ name: "a.json", type: "application/json", text: "[secret]" }];
    await rig.platform.send(message(room, "", { key: "file", attachments }));
    await vi.waitFor(() => expect(rig.homeserver.requestsTo(/upload/)).toHaveLength(1));
    rig.world.add(room, amina.user, roomEncryption);
    rig.world.say(room, amina.user, "et puis ?");
    // The encryption came with this or before.
    await vi.waitFor(() => expect(rig.received).toHaveLength(1));
    goOn();
    await vi.waitFor(() => expect(machine.encrypted.length).toBeGreaterThan(0));
    const [uploadedFirst, uploaded] = [...rig.homeserver.state.media.values()];
    expect(uploadedFirst?.bytes.toString()).toBe("[secret]");
    expect(uploaded?.bytes.toString()).not.toContain("secret");
    expect(machine.encrypted[0]).toHaveProperty("file.url");
    expect(machine.encrypted[0]).not.toHaveProperty("url");
  });
});

describe("an encrypted message", () => {
  it.each([
    ["for ever to take keys of ours", /keys\/upload/, Infinity],
    ["now and then to say who has which keys", /keys\/query/, 2],
  ])("is not lost when the server refuses %s", async (_, path, times) => {
    const rig = await MatrixRig.prepare();
    const { user, device, token } = rig.bot;
    const clock = { now: () => new Date() };
    const connection = { baseUrl: rig.homeserver.url, accessToken: token, log: rig.log, clock };
    const server = createHomeserver(connection);
    const machine = await openOlmMachine({
      user,
      device,
      server,
      folder: temporaryFolder(),
      log: rig.log,
      sharing: "all-devices",
      trust: "everybody",
      onFatal: (cause) => {
        throw cause;
      },
    });
    await machine.announce();
    await rig.startBot({ machine });
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user, { members: [user], encrypted: true });
    const body = { errcode: "M_UNKNOWN", error: "One time key already exists" };
    rig.homeserver.fail({ path, times, fault: { kind: "refuse", status: 400, body } });
    // None of our keys is left: new ones are owed to the server.
    const ask = { one_time_keys: { [user]: { [device]: "signed_curve25519" } } };
    while (rig.homeserver.state.keys.oneTimeKeysLeft(user, device) > 0) {
      rig.homeserver.state.keys.claim(ask);
    }
    rig.world.changeDevices(amina.user);
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(() => expect(sentTo(rig, room)).toHaveLength(1), { timeout: 15_000 });
    expect(rig.homeserver.requestsTo(path).length).toBeGreaterThan(1);
    await rig.stopBot();
    await machine.close();
  });
});
