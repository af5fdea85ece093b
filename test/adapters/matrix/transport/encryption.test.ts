import { expect, it, onTestFinished } from "vitest";
import { fieldOf } from "../../../../src/adapters/matrix/field-of.ts";
import {
  type DurableOlmMachine,
  openOlmMachine,
} from "../../../../src/adapters/matrix/crypto/olm-machine.ts";
import { createHomeserver } from "../../../../src/adapters/matrix/transport/homeserver.ts";
import { eventually } from "../../../support/eventually.ts";
import { serverError, tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import type { FakeDevice } from "../../../support/fake-matrix/fake-state.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { runSync } from "./kept-sync.ts";
import { sendPath, talkToFake, type Talk } from "./talk-to-fake.ts";

async function openMachine(talk: Talk, by: FakeDevice): Promise<DurableOlmMachine> {
  const { fake, clock, wait } = talk;
  const log = keptLog();
  const machine = await openOlmMachine({
    user: by.user,
    device: by.device,
    folder: temporaryFolder(),
    server: createHomeserver({ baseUrl: fake.url, accessToken: by.token, log, clock, wait }),
    log,
    sharing: "signed-devices",
    trust: "signed-or-older",
    onFatal: (cause) => {
      throw cause;
    },
  });
  onTestFinished(() => machine.close());
  await machine.announce();
  expect(await machine.crossSign()).toMatchObject({ kind: "signed" });
  return machine;
}

it("carries the keys of two cross-signed devices through faults, and an encrypted message after them", async () => {
  const talk = await talkToFake();
  const { fake, room, bot, amina } = talk;
  fake.fail({ path: /keys\/upload/, fault: { kind: "cut-after" } });
  fake.fail({ path: /keys\/(query|claim)/, fault: serverError(502) });
  fake.fail({ path: /sendToDevice/, fault: { kind: "cut-after" } });
  fake.fail({ path: /sendToDevice/, after: 1, fault: tooMany(500) });
  const theirs = await openMachine(talk, amina);
  const ours = await openMachine(talk, bot);
  const sync = runSync(talk, async ({ crypto }) => ours.receive(crypto));
  await ours.track([amina.user]);

  const content = await theirs.encrypt({
    room,
    type: "m.room.message",
    content: { msgtype: "m.text", body: "une page de collecte ?" },
    members: [amina.user, bot.user],
    encryption: {
      historyVisibility: "shared",
      rotationPeriodMs: undefined,
      rotationPeriodMessages: undefined,
    },
  });
  const path = sendPath(room, "t1").replace("m.room.message", "m.room.encrypted");
  const { clock, log } = talk;
  const server = createHomeserver({ baseUrl: fake.url, accessToken: amina.token, log, clock });
  await server.request({ method: "PUT", path, body: content });

  await eventually(() => {
    const events = sync.batches.flatMap(({ joined }) => joined).flatMap((one) => one.timeline);
    expect(events.at(-1)?.type).toBe("m.room.encrypted");
  });
  const event = fake.world.eventsIn(room).at(-1);
  const heard = await ours.decrypt(event, room);
  expect(heard.kind).toBe("decrypted");
  expect(fieldOf(heard, "event", "content", "body")).toBe("une page de collecte ?");
  expect(fake.requestsTo(/sendToDevice/).length).toBeGreaterThan(1);
});
