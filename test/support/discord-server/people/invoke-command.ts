import { commandTypes } from "../checks/check-command.ts";
import { type Interaction, interactionTypes } from "../interaction.ts";
import { isThere, type Json, listOf } from "../json.ts";
import type { RegisteredCommand, ServerCore } from "../server-core.ts";
import { messageView } from "../views/message-view.ts";
import { permissionsIn } from "../world/permissions-in.ts";
import { permissionBits } from "../world/permission-bits.ts";
import { isDirect } from "../world/world.ts";
import type { Account, Channel, Message } from "../world/world-data.ts";
import { beginInteraction } from "./begin-interaction.ts";
import { hasName } from "./command-names.ts";
import { fillOptions } from "./fill-options.ts";
import type { OptionValues } from "./person.ts";

/** A command as a person gives it. */
export interface Invocation {
  readonly person: Account;
  readonly channel: Channel;
  /** With its subcommand after a space. */
  readonly name: string;
  readonly options: OptionValues;
  /** The option that is being typed in. */
  readonly focused?: string;
  /** The message whose menu it is in. */
  readonly message?: Message;
}

/** Gives a command. @throws Error when the person is not offered it, or an option does not fit */
export function invokeCommand(
  core: ServerCore,
  { person, channel, name, options, focused, message }: Invocation,
): Interaction {
  const [first = "", ...rest] = message ? [name] : name.split(" ");
  const command = offered(
    core,
    person,
    channel,
    first,
    message ? commandTypes.message : commandTypes.slash,
  );
  const data = {
    id: command.id,
    name: command.fields["name"],
    type: command.fields["type"],
    ...(command.guildId !== undefined && { guild_id: command.guildId }),
    ...(message
      ? { target_id: message.id, resolved: { messages: { [message.id]: readable(core, message) } } }
      : { options: fillOptions(command.fields, rest, options, focused) }),
  };
  const type = focused === undefined ? interactionTypes.command : interactionTypes.autocomplete;
  return beginInteraction(core, { type, person, channel, data });
}

function offered(
  core: ServerCore,
  person: Account,
  channel: Channel,
  name: string,
  type: number,
): RegisteredCommand {
  const seen = [...core.commands.values()].filter((command) =>
    isOffered(core, person, channel, command),
  );
  const fits = seen.filter(({ fields }) => fields["type"] === type && hasName(fields, name));
  // A guild's own command hides the one that is everywhere.
  const found = fits.find(({ guildId }) => guildId !== undefined) ?? fits[0];
  const names = seen.map(({ fields }) => String(fields["name"])).join(", ");
  if (!found)
    throw new Error(`${person.username} is offered no command "${name}" here, only: ${names}`);
  return found;
}

function isOffered(
  { world }: ServerCore,
  person: Account,
  channel: Channel,
  { guildId, fields }: RegisteredCommand,
): boolean {
  const contexts = listOf(fields["contexts"]);
  if (isDirect(channel)) {
    const takesDirect =
      contexts.length === 0 ? fields["dm_permission"] !== false : contexts.includes(1);
    return guildId === undefined && takesDirect;
  }
  if (guildId !== undefined && guildId !== channel.guildId) return false;
  if (contexts.length > 0 && !contexts.includes(0)) return false;
  const bits = permissionsIn(world, channel, person.id);
  const needed = fields["default_member_permissions"];
  const mayUse = !isThere(needed) || (bits & BigInt(String(needed))) === BigInt(String(needed));
  return mayUse && (bits & permissionBits.UseApplicationCommands) !== 0n;
}

/** The message of a menu comes with its content: developers/events/gateway#message-content-intent */
function readable(core: ServerCore, message: Message): Json {
  return messageView(core.world, message, { ...core.viewing(), seesContent: true });
}
