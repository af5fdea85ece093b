import { expect, it } from "vitest";
import { RoomNames } from "../../../src/adapters/discord/guilds/room-names.ts";
import { DiscordRig } from "../../support/discord-rig.ts";
import { eventually } from "../../support/eventually.ts";

it("tells of channels and threads by their names, with about as many people as the guild has", async () => {
  const rig = await DiscordRig.prepare();
  const [olga, amina, bob] = ["olga", "amina", "bob"].map((name) => rig.server.person(name));
  if (!olga || !amina || !bob) throw new Error("nobody");
  const guild = rig.server.guild("Les Amis", { owner: olga, members: [amina, bob] });
  await rig.startBot();
  const describe = async (room: string) =>
    rig.platform.describeRoom({ platform: "discord", room, isDirect: false });
  await eventually(async () => {
    expect(await describe(guild.channel("general").id)).toEqual({ name: "#general", people: 3 });
  });
  const later = guild.addChannel("ateliers");
  const thread = olga.startThread(later, "Mardi");
  await eventually(async () => {
    expect(await describe(later.id)).toEqual({ name: "#ateliers", people: 3 });
    expect(await describe(thread.id)).toEqual({ name: "#Mardi", people: 3 });
  });
  guild.removeChannel(later);
  await eventually(async () => expect(await describe(later.id)).toBeUndefined());
  expect(rig.server.requests.filter(({ path }) => path.startsWith("/channels"))).toEqual([]);
});

it("follows names that change, and forgets a guild that was left", () => {
  const names = new RoomNames();
  const channels = [{ id: "2", name: "avant" }];
  names.hear({ type: "GUILD_CREATE", data: { id: "1", member_count: 5, channels } });
  expect(names.describe("2")).toEqual({ name: "#avant", people: 4 });
  names.hear({ type: "CHANNEL_UPDATE", data: { id: "2", guild_id: "1", name: "après" } });
  expect(names.describe("2")?.name).toBe("#après");
  names.hear({ type: "GUILD_DELETE", data: { id: "1" } });
  expect(names.describe("2")).toBeUndefined();
});
