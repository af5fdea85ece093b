import { expect, it } from "vitest";
import { commandDefinitions } from "../../../src/adapters/discord/commands/command-definitions.ts";
import { areSameCommands } from "../../../src/adapters/discord/commands/compare-commands.ts";
import { scriptedKnowledge } from "../../support/small-library.ts";

const definitions = commandDefinitions(scriptedKnowledge({}).tell);

it("offers every command in guilds and in its own direct messages alone", () => {
  for (const { contexts, integration_types: types } of definitions) {
    expect({ contexts, types }).toEqual({ contexts: [0, 1], types: [0] });
  }
});

it("sees a command that is offered elsewhere as changed, save in a guild, where Discord keeps no contexts", () => {
  const listed = definitions.map((one) => ({ ...one, contexts: null }));
  expect(areSameCommands(listed, definitions)).toBe(false);
  const ofGuild = listed.map((one) => ({ ...one, guild_id: "1" }));
  expect(areSameCommands(ofGuild, definitions)).toBe(true);
});
