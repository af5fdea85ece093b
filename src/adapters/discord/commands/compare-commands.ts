import { createHash } from "node:crypto";
import { fieldOf, listOf, textOf } from "../field-of.ts";
import type { CommandDefinition } from "./command-definitions.ts";

/**
 * Whether what the API lists is what we would register. What we do not define (permissions an
 * administrator set, versions, ids) does not count; absent, null, false and empty are the same.
 */
export function areSameCommands(
  listed: unknown,
  definitions: readonly CommandDefinition[],
): boolean {
  // Those of one guild are offered there alone: Discord keeps no contexts of them.
  const isOfGuild = listOf(listed).some((one) => fieldOf(one, "guild_id") !== undefined);
  return canonical(listOf(listed), isOfGuild) === canonical(definitions, isOfGuild);
}

/** Names a set of definitions: the same commands, the same hash. */
export function hashOfCommands(definitions: readonly CommandDefinition[]): string {
  return createHash("sha256").update(canonical(definitions)).digest("base64url");
}

function canonical(commands: readonly unknown[], isOfGuild = false): string {
  return JSON.stringify(
    commands
      .map((command) => {
        const offered = isOfGuild ? [] : offeredIn.map((field) => listOf(command, field));
        return JSON.stringify([fieldOf(command, "type") ?? 1, offered, ...parts(command)]);
      })
      .toSorted(),
  );
}

const offeredIn = ["contexts", "integration_types"];

/** Fields that may be left out when they say nothing. */
const optional = ["required", "autocomplete", "min_length", "max_length", "value", "type"];

function parts(one: unknown): readonly unknown[] {
  return [
    textOf(one, "name"),
    sorted(fieldOf(one, "name_localizations")),
    textOf(one, "description") ?? "",
    sorted(fieldOf(one, "description_localizations")),
    optional.map((field) => fieldOf(one, field) || undefined),
    listOf(one, "options").map(parts),
    listOf(one, "choices").map(parts),
  ];
}

function sorted(localised: unknown): readonly (readonly [string, unknown])[] {
  return typeof localised === "object" && localised !== null
    ? Object.entries(localised).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : [];
}
