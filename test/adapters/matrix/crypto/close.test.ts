import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import {
  type KeyServer,
  RefusedByServer,
} from "../../../../src/adapters/matrix/crypto/key-server.ts";
import { openOlmMachine } from "../../../../src/adapters/matrix/crypto/olm-machine.ts";
import { StoreError } from "../../../../src/model/errors.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

const encryption = {
  historyVisibility: undefined,
  rotationPeriodMs: undefined,
  rotationPeriodMessages: undefined,
};

async function machineOn(server: KeyServer) {
  const faults: Error[] = [];
  const machine = await openOlmMachine({
    user: "@bot:x.y",
    device: "PHONE",
    server,
    folder: temporaryFolder(),
    log: keptLog(),
    sharing: "all-devices",
    trust: "everybody",
    onFatal: (cause) => void faults.push(cause),
  });
  return { machine, faults };
}

describe("an encryption that is closed", () => {
  it("refuses all that is asked of it, in words", async () => {
    const { machine } = await machineOn({ send: () => Promise.resolve("{}") });
    await machine.close();
    const message = {
      room: "!a:x.y",
      type: "m.room.message",
      content: {},
      members: [],
      encryption,
    };
    const sync = {
      toDevice: [],
      changedUsers: [],
      leftUsers: [],
      oneTimeKeyCounts: {},
      unusedFallbackKeys: undefined,
    };
    const asked = [
      machine.decrypt({}, "!a:x.y"),
      machine.encrypt(message),
      machine.receive(sync),
      machine.track([]),
      machine.announce(),
      machine.crossSign(),
    ];
    for (const answer of asked) await expect(answer).rejects.toThrow(StoreError);
  });

  it("has waited for the requests under way, when another of them was refused too", async () => {
    let answer: (text: string) => void = () => undefined;
    const { machine, faults } = await machineOn({
      send: ({ path }) => {
        if (path === "/keys/query") return Promise.reject(new RefusedByServer(400, "{}"));
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const tracking = machine.track(["@amina:x.y"]);
    tracking.catch(() => undefined);
    await ticks();
    let isClosed = false;
    const closing = machine.close().then(() => (isClosed = true));
    await ticks();
    expect(isClosed).toBe(false);
    answer('{"one_time_key_counts":{"signed_curve25519":50}}');
    await closing;
    await expect(tracking).rejects.toThrow(RefusedByServer);
    expect(faults).toEqual([]);
  });
});

/** Time for whatever waits for nothing. */
async function ticks(): Promise<void> {
  for (let tick = 0; tick < 50; tick += 1) await setImmediate();
}
