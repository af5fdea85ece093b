import { PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { GuildRoles } from "../../../src/adapters/discord/receiving/guild-roles.ts";
import { rolesOf } from "../../../src/adapters/discord/receiving/roles.ts";

const settings = {
  roles: { coordinators: ["1", "bureau"], mediators: ["2"], advisers: ["experts"] },
  coordinatorPermission: "ManageEvents",
};

const { ManageEvents, Administrator, SendMessages } = PermissionFlagsBits;

describe("roles", () => {
  it.each([
    ["a person that is named", { user: "1", roles: [] }, ["coordinator"]],
    ["a Discord role that is named", { user: "9", roles: ["bureau"] }, ["coordinator"]],
    [
      "several",
      { user: "2", roles: ["bureau", "experts"] },
      ["coordinator", "mediator", "adviser"],
    ],
    ["the permission", { user: "9", roles: [], permissions: ManageEvents }, ["room-coordinator"]],
    [
      "an administrator",
      { user: "9", roles: [], permissions: Administrator },
      ["room-coordinator"],
    ],
    ["another permission", { user: "9", roles: [], permissions: SendMessages }, []],
    ["nothing at all", { user: "9", roles: [] }, []],
  ])("come from %s", (_what, person, roles) => {
    expect(rolesOf({ permissions: undefined, ...person }, settings)).toEqual(roles);
  });

  it("give nobody power when the permission does not exist", () => {
    const person = { user: "9", roles: [], permissions: ManageEvents | SendMessages };
    expect(rolesOf(person, { ...settings, coordinatorPermission: "Fly" })).toEqual([]);
  });

  it("are learnt from the guild, for messages that tell no permissions", () => {
    const roles = new GuildRoles(settings);
    const guild = (permissions: bigint) => ({
      type: "GUILD_CREATE",
      data: {
        id: "100",
        owner_id: "5",
        roles: [
          { id: "100", permissions: String(SendMessages) },
          { id: "200", permissions: String(permissions) },
        ],
      },
      shard: 0,
    });
    roles.hear(guild(ManageEvents));
    expect(roles.rolesOf("9", "100", { roles: ["200"] })).toEqual(["room-coordinator"]);
    expect(roles.rolesOf("9", "100", { roles: [] })).toEqual([]);
    expect(roles.rolesOf("5", "100", { roles: [] })).toEqual(["room-coordinator"]);
    expect(roles.rolesOf("9", undefined, undefined)).toEqual([]);
    const role = { id: "200", permissions: "0" };
    roles.hear({ type: "GUILD_ROLE_UPDATE", data: { guild_id: "100", role }, shard: 0 });
    expect(roles.rolesOf("9", "100", { roles: ["200"] })).toEqual([]);
    roles.hear(guild(ManageEvents));
    roles.hear({ type: "GUILD_ROLE_DELETE", data: { guild_id: "100", role_id: "200" }, shard: 0 });
    expect(roles.rolesOf("9", "100", { roles: ["200"] })).toEqual([]);
    expect(roles.rolesOf("9", "100", { roles: [], permissions: String(ManageEvents) })).toEqual([
      "room-coordinator",
    ]);
  });

  it.each([[null], [{}], [{ roles: null }], [{ roles: [null, 3, {}] }], ["text"]])(
    "are none for a member told as %j",
    (member) => {
      const roles = new GuildRoles(settings);
      roles.hear({ type: "GUILD_CREATE", data: { id: "100", roles: [null, { id: 3 }] }, shard: 0 });
      expect(roles.rolesOf("9", "100", member)).toEqual([]);
    },
  );
});
