import { refusal } from "../api-refusal.ts";
import { checkCommand } from "../checks/check-command.ts";
import { FormCheck } from "../checks/form-check.ts";
import { created, noContent, ok, on, type Call, type Route } from "../http/route.ts";
import { type Json, numberOf, objectOf } from "../json.ts";
import type { RegisteredCommand, ServerCore } from "../server-core.ts";

/** How many commands a place may have, by type. Source: developers/interactions/application-commands#registering-a-command */
const mostOfType: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };

/** The assistant's commands, everywhere or in one guild. */
export const commandRoutes: readonly Route[] = [
  "/applications/:app/commands",
  "/applications/:app/guilds/:guild/commands",
].flatMap((path) => [
  on("GET", path, (core, call) =>
    ok(commandsOf(core, placeOf(core, call)).map((one) => shown(core, one, call))),
  ),
  on("PUT", path, (core, call) => ok(replaceAll(core, call).map((one) => view(core, one)))),
  on("POST", path, (core, call) => {
    const place = placeOf(core, call);
    check([call.body], [[]]);
    const same = sameName(core, place, call.body);
    checkRoom([
      ...commandsOf(core, place)
        .filter((one) => one !== same)
        .map(({ fields }) => fields),
      call.body,
    ]);
    const command = keep(core, place, call.body, same?.id);
    return same ? ok(view(core, command)) : created(view(core, command));
  }),
  on("GET", `${path}/:command`, (core, call) => ok(view(core, commandOf(core, call)))),
  on("PATCH", `${path}/:command`, (core, call) => {
    const command = commandOf(core, call);
    const fields = { ...command.fields, ...call.body };
    check([fields], [[]]);
    return ok(view(core, keep(core, command.guildId, fields, command.id)));
  }),
  on("DELETE", `${path}/:command`, (core, call) => {
    core.commands.delete(commandOf(core, call).id);
    core.changes.happened();
    return noContent;
  }),
]);

function placeOf(core: ServerCore, { params }: Call): string | undefined {
  const [app, guildId] = params;
  if (app !== core.applicationId) throw refusal("missingAccess");
  const guild = guildId === undefined ? undefined : core.world.guild(guildId);
  if (guild && !guild.members.has(core.bot.id)) throw refusal("missingAccess");
  return guild?.id;
}

function commandOf(core: ServerCore, call: Call): RegisteredCommand {
  if (call.params[0] !== core.applicationId) throw refusal("missingAccess");
  const guildId = call.params.length === 3 ? call.params[1] : undefined;
  const command = core.command(call.params.at(-1));
  if (!command || command.guildId !== guildId) throw refusal("unknownCommand");
  return command;
}

function commandsOf(core: ServerCore, guildId: string | undefined): readonly RegisteredCommand[] {
  return [...core.commands.values()].filter((command) => command.guildId === guildId);
}

function replaceAll(core: ServerCore, call: Call): readonly RegisteredCommand[] {
  const place = placeOf(core, call);
  const all = call.list.map(objectOf);
  check(
    all,
    all.map((_one, index) => [index]),
  );
  checkRoom(all);
  const before = commandsOf(core, place);
  const ids = all.map((one) => sameName(core, place, one)?.id);
  for (const { id } of before) core.commands.delete(id);
  return all.map((fields, index) => keep(core, place, fields, ids[index]));
}

function check(all: readonly Json[], paths: readonly (readonly number[])[]): void {
  const form = new FormCheck();
  const seen = new Set<string>();
  for (const [index, fields] of all.entries()) {
    checkCommand(form, paths[index] ?? [], fields);
    const key = keyOf(fields);
    if (seen.has(key))
      form.wrong(
        [...(paths[index] ?? []), "name"],
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
        "Application command names must be unique",
      );
    seen.add(key);
  }
  form.done();
}

function checkRoom(all: readonly Json[]): void {
  const form = new FormCheck();
  for (const [type, most] of Object.entries(mostOfType)) {
    const count = all.filter((fields) => String(numberOf(fields["type"]) ?? 1) === type).length;
    if (count > most)
      form.wrong(
        [],
        "BASE_TYPE_BAD_LENGTH",
        `Maximum number of application commands reached (${most})`,
      );
  }
  form.done();
}

function keep(
  core: ServerCore,
  guildId: string | undefined,
  fields: Json,
  id = core.world.ids.next(),
): RegisteredCommand {
  const command = { id, guildId, version: core.world.ids.next(), fields: { type: 1, ...fields } };
  core.commands.set(id, command);
  core.changes.happened();
  return command;
}

function sameName(
  core: ServerCore,
  place: string | undefined,
  fields: Json,
): RegisteredCommand | undefined {
  return commandsOf(core, place).find((command) => keyOf(command.fields) === keyOf(fields));
}

function keyOf(fields: Json): string {
  return `${numberOf(fields["type"]) ?? 1} ${String(fields["name"])}`;
}

function shown(core: ServerCore, command: RegisteredCommand, { query }: Call): Json {
  const full = view(core, command);
  if (query.get("with_localizations") === "true") return full;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = full;
  return rest;
}

function view(core: ServerCore, { id, guildId, version, fields }: RegisteredCommand): Json {
  return {
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    description: "",
    nsfw: false,
    integration_types: [0],
    contexts: null,
    ...fields,
    id,
    application_id: core.applicationId,
    version,
    ...(guildId !== undefined && { guild_id: guildId }),
  };
}
