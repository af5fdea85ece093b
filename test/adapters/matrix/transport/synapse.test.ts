import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { fieldOf } from "../../../../src/adapters/matrix/field-of.ts";
import type { SyncBatch } from "../../../../src/adapters/matrix/room-event.ts";
import { createHomeserver } from "../../../../src/adapters/matrix/transport/homeserver.ts";
import { logIn } from "../../../../src/adapters/matrix/transport/log-in.ts";
import { SyncLoop } from "../../../../src/adapters/matrix/transport/sync-loop.ts";
import { systemClock } from "../../../../src/system/system-clock.ts";
import { eventually } from "../../../support/eventually.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { MatrixAccount } from "../../../support/matrix-account.ts";
import { hasSynapse, startSynapse, type Synapse } from "../../../support/synapse.ts";
import { bodiesOf, KeptTokens } from "./kept-sync.ts";
import { sendPath } from "./talk-to-fake.ts";

describe.skipIf(!hasSynapse)("the transport, against a real Synapse", () => {
  let synapse: Synapse;
  beforeAll(async () => {
    synapse = await startSynapse();
  }, 120_000);
  afterAll(async () => {
    await synapse.stop();
  });

  const parts = () => ({ baseUrl: synapse.url, log: keptLog(), clock: systemClock });

  it("logs in, says who it is, sends once under a transaction id, and keeps files", async () => {
    const { password, user } = await synapse.register("bot");
    const anonymous = createHomeserver({ ...parts(), accessToken: "" });
    const logged = await logIn({ server: anonymous, user, password, deviceName: "Passerelle" });
    const wrong = logIn({ server: anonymous, user, password: "no", deviceName: "Passerelle" });
    await expect(wrong).rejects.toThrow(/refuses this user and password/);

    const server = createHomeserver({ ...parts(), accessToken: logged.accessToken });
    expect(await server.whoAmI()).toEqual({ user, device: logged.deviceId });
    const made = await server.request({ method: "POST", path: "/client/v3/createRoom", body: {} });
    const room = String(fieldOf(made, "room_id"));
    const body = { msgtype: "m.notice", body: "une fois" };
    const send = { method: "PUT", path: sendPath(room, "t1"), body } as const;
    expect(await server.request(send)).toEqual(await server.request(send));

    const bytes = Buffer.from('{"a":1}');
    const address = await server.upload(bytes, "application/json");
    expect(Buffer.from(await server.download(address, 100)).equals(bytes)).toBe(true);
    await expect(server.download(address, 3)).rejects.toThrow(RangeError);
  });

  it.each([120, 260])(
    "catches up with %i messages it was away for, the last 250 at least",
    async (count) => {
      const bot = await synapse.register(`bot${count}`);
      const amina = new MatrixAccount(synapse.url, await synapse.register(`amina${count}`));
      const botClient = new MatrixAccount(synapse.url, bot);
      const room = await amina.createEncryptedRoom([bot.user]);
      await botClient.join(room);
      await amina.say(room, "m.room.message", { msgtype: "m.text", body: "avant" });
      const tokens = new KeptTokens();
      const batches: SyncBatch[] = [];
      const run = () => {
        const server = createHomeserver({ ...parts(), accessToken: bot.token });
        const take = async (batch: SyncBatch) => void batches.push(batch);
        const loop = new SyncLoop({ ...parts(), server, user: bot.user, tokens, take });
        const ended = loop.run();
        onTestFinished(() => loop.stop());
        return { loop, ended };
      };
      const first = run();
      await eventually(() => {
        expect(tokens.written).toHaveLength(1);
      });
      await first.loop.stop();
      await first.ended;
      const said = Array.from({ length: count }, (_, place) => `message ${place}`);
      for (const body of said) await amina.say(room, "m.room.message", { msgtype: "m.text", body });
      batches.length = 0;
      run();
      // Synapse may answer first what it kept for the sync that was stopped.
      const timelines = () => batches.flatMap(({ joined }) => joined);
      await eventually(() => {
        const heard = timelines().flatMap(({ timeline }) => bodiesOf(timeline));
        expect(heard.at(-1)).toBe(said.at(-1));
      });
      const heard = timelines().flatMap(({ timeline }) => bodiesOf(timeline));
      // 50 of the sync itself, and 200 before.
      expect(heard.slice(-250)).toEqual(said.slice(-250));
      expect(new Set(heard).size).toBe(heard.length);
      expect(timelines().some(({ hasGap }) => hasGap)).toBe(count > 250);
    },
  );
});
