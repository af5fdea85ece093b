import { expect, it } from "vitest";
import { rolesOf } from "../../../src/adapters/matrix/messages/roles.ts";
import { loadRoom } from "../../../src/adapters/matrix/rooms/load-room.ts";
import { createHomeserver } from "../../../src/adapters/matrix/transport/homeserver.ts";
import { systemClock } from "../../../src/system/system-clock.ts";
import { keptLog } from "../../support/kept-log.ts";
import { PlainClient } from "./plain-client.ts";
import { describeOnMatrix } from "./stage.ts";

describeOnMatrix("roles on Matrix", (stage) => {
  // Nothing the assistant does today depends on a role: what it makes of a real room is read instead.
  it.each(["11", "12"])(
    "are given by power in a room of version %s, and by name",
    async (version) => {
      const maker = new PlainClient(stage.synapse.url, await stage.account("amina"));
      const [bot, driss, claire] = [
        await stage.account("bot"),
        await stage.account("driss"),
        await stage.account("claire"),
      ];
      const named = version === "11" ? { [maker.account.user]: 100 } : {};
      const room = await maker.createRoom({
        version,
        invite: [bot.user],
        powerLevels: { ...named, [driss.user]: 50, [claire.user]: 49 },
      });
      await new PlainClient(stage.synapse.url, bot).join(room);
      const server = createHomeserver({
        baseUrl: stage.synapse.url,
        accessToken: bot.token,
        log: keptLog(),
        clock: systemClock,
      });
      const { powerLevels, creators } = await loadRoom(server, room);
      const settings = {
        coordinators: [],
        mediators: [claire.user],
        advisers: [],
        coordinatorPowerLevel: 50,
        prefix: "!assistant",
        bots: [],
      };
      const rolesIn = (user: string, isDirect: boolean) =>
        rolesOf(user, { room, isDirect, powerLevels, creators }, { settings });
      expect(rolesIn(maker.account.user, false)).toEqual(["room-coordinator"]);
      expect(rolesIn(driss.user, false)).toEqual(["room-coordinator"]);
      expect(rolesIn(claire.user, false)).toEqual(["mediator"]);
      expect(rolesIn(driss.user, true)).toEqual([]);
    },
  );
});
