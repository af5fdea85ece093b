import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import { openOlmMachine } from "../../../src/adapters/matrix/crypto/olm-machine.ts";
import { createHomeserver } from "../../../src/adapters/matrix/transport/homeserver.ts";
import { keptLog } from "../../support/kept-log.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";
import { oddRoom, oddSync } from "../../support/odd-matrix.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const isFull = process.env["PASSERELLE_FULL_PROOFS"] === "1";
const oddEvents = isFull ? 20_000 : 1000;
const eventsInSync = 100;

describe("odd events", () => {
  it(
    `go by (${oddEvents} of them) without harm to those that follow, with encryption too`,
    { timeout: 600_000 },
    async () => {
      const rig = await MatrixRig.prepare();
      const machine = await machineFor(rig);
      const { world, homeserver } = rig;
      world.createRoom("@a:fake.test", { id: oddRoom, members: [rig.bot.user] });
      await rig.startBot({ machine });
      const random = seededRandom(4);
      const heaps: number[] = [];
      let syncs = oddEvents / eventsInSync;
      homeserver.oddSyncs = (usual) => {
        syncs -= 1;
        // The next one is answered at once too.
        homeserver.replay = syncs > 0 ? 1 : 0;
        if (isFull && [150, 0].includes(syncs)) heaps.push(usedHeap());
        return syncs < 0 ? usual : oddSync(random, `s${world.place}`, eventsInSync);
      };
      world.say(rig.directRoom(homeserver.register("driss")), "@driss:fake.test", "début");
      await vi.waitFor(() => expect(syncs).toBeLessThan(1), { timeout: 500_000, interval: 100 });
      const room = rig.directRoom(homeserver.register("amina"));
      world.say(room, "@amina:fake.test", "toujours là ?");
      expect(await rig.heard(room, 1, 20_000)).toEqual(["echo: toujours là ?"]);
      // It was no empty exercise: many were read, and heard.
      expect(rig.received.length).toBeGreaterThan(oddEvents / 100);
      const faults = rig.log.lines.filter((line) => /sync-not-taken|unread-not-tried/.test(line));
      expect(faults).toEqual([]);
      // What 15,000 of them leave behind.
      const [before = 0, after = 0] = heaps;
      expect(after - before).toBeLessThan(10_000_000);
      await rig.stopBot();
      await machine.close();
    },
  );
});

async function machineFor({ homeserver, bot }: MatrixRig) {
  const log = keptLog();
  const { user, device, token } = bot;
  const clock = { now: () => new Date() };
  const server = createHomeserver({ baseUrl: homeserver.url, accessToken: token, log, clock });
  const machine = await openOlmMachine({
    user,
    device,
    folder: temporaryFolder(),
    server,
    log,
    sharing: "all-devices",
    trust: "everybody",
    onFatal: (cause) => {
      throw cause;
    },
  });
  await machine.announce();
  return machine;
}

/** Bytes, once what nobody holds is gone. */
function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}
