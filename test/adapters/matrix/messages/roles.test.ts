import { expect, it } from "vitest";
import { rolesOf } from "../../../../src/adapters/matrix/messages/roles.ts";
import { amina, direct, shared, us } from "./a-room.ts";

const powers = (users: unknown, more = {}) => ({ ...shared, powerLevels: { users, ...more } });

it.each([
  ["nobody special", amina, shared, []],
  ["two configured roles", "@claire:example.org", shared, ["coordinator", "adviser"]],
  ["a configured mediator, in private too", "@malik:example.org", direct, ["mediator"]],
  ["a moderator of the room", amina, powers({ [amina]: 50 }), ["room-coordinator"]],
  ["one by old levels, written as text", amina, powers({ [amina]: " 100 " }), ["room-coordinator"]],
  ["one below", amina, powers({ [amina]: 49 }), []],
  [
    "one who has what everybody has",
    amina,
    powers({}, { users_default: 50 }),
    ["room-coordinator"],
  ],
  ["one set below everybody", amina, powers({ [amina]: 0 }, { users_default: 50 }), []],
  ["a creator of the room", amina, { ...shared, creators: [amina] }, ["room-coordinator"]],
  ["one by odd levels", amina, powers({ [amina]: { level: 100 } }, { users_default: "x" }), []],
  ["one in no list at all", amina, powers(["@amina:example.org"]), []],
  ["a name of every object", "constructor", powers({}), []],
])("knows the roles of %s", (_, user, room, roles) => {
  expect(rolesOf(user, room, us)).toEqual(roles);
});

it("gives no power in a direct room, where everybody has it", () => {
  const own = { ...direct, powerLevels: { users: { [amina]: 100 } }, creators: [amina] };
  expect(rolesOf(amina, own, us)).toEqual([]);
});
