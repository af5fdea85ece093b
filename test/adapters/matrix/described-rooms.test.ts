import { describe, expect, it } from "vitest";
import { MatrixRig } from "../../support/matrix-rig.ts";

const address = (room: string) => ({ platform: "matrix", room, isDirect: false });

/** A room with Amina, Bob and the assistant in it, and Claire invited. */
async function shared() {
  const rig = await MatrixRig.start({ settings: { bots: ["@pont:fake.test"] } });
  const { world } = rig;
  const [amina, bob] = [rig.homeserver.register("amina"), rig.homeserver.register("bob")];
  const room = world.createRoom(amina.user, { members: [bob.user, rig.bot.user] });
  world.setMember(room, amina.user, "@pont:fake.test", "invite");
  world.setMember(room, "@pont:fake.test", "@pont:fake.test", "join");
  world.invite(room, amina.user, "@claire:fake.test");
  return { rig, world, amina, room };
}

describe("a room of Matrix", () => {
  it("is told by its name, else its address, with the people who are in it", async () => {
    const { rig, world, amina, room } = await shared();
    expect(await rig.platform.describeRoom(address(room))).toBeUndefined();
    world.add(room, amina.user, {
      type: "m.room.canonical_alias",
      stateKey: "",
      content: { alias: "#a:fake.test" },
    });
    await expect
      .poll(() => rig.platform.describeRoom(address(room)))
      .toEqual({ name: "#a:fake.test", people: 2 });
    world.add(room, amina.user, {
      type: "m.room.name",
      stateKey: "",
      content: { name: "Saint-Nazaire" },
    });
    await expect
      .poll(() => rig.platform.describeRoom(address(room)))
      .toEqual({ name: "Saint-Nazaire", people: 2 });
  });

  it("holds nobody up that the server does not tell of", async () => {
    const rig = await MatrixRig.start();
    rig.homeserver.fail({ path: /\/members$/, times: 99, fault: { kind: "silence" } });
    expect(await rig.platform.describeRoom(address("!nowhere:fake.test"))).toBeUndefined();
  });
});
