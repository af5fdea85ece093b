import { fieldOf, idOf, listOf, numberOf, textOf } from "../field-of.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";
import { permissionsInChannel, roleRights, rolesOfMember } from "./permissions-in.ts";
import { missingRights, type Right, rights } from "./rights.ts";

/** What we may do in a channel, as Discord says when asked. */
export interface ChannelRights {
  /** Undefined where not even that is told. */
  readonly guild: string | undefined;
  readonly name: string | undefined;
  /** Which of the rights we use are missing. */
  readonly missing: readonly Right[];
}

/** Public, private, of announcements. Source: developers/resources/channel#channel-object-channel-types */
const threadTypes: ReadonlySet<number> = new Set([10, 11, 12]);

/** Asks Discord what we lack in a channel. @throws DiscordUnreachable, or DiscordRefusal for another reason than a right */
export async function rightsInChannel(
  rest: DiscordRest,
  us: string,
  channel: string,
): Promise<ChannelRights> {
  const shown = await show(rest, channel);
  // What we do not see we are told nothing of.
  if (shown === undefined) return { guild: undefined, name: undefined, missing: unseen };
  const guild = idOf(shown, "guild_id");
  const name = textOf(shown, "name");
  if (guild === undefined) return { guild, name, missing: [] };
  const isThread = threadTypes.has(numberOf(shown, "type") ?? 0);
  const parent = isThread ? idOf(shown, "parent_id") : undefined;
  const place = parent === undefined ? shown : await show(rest, parent);
  if (place === undefined) return { guild, name, missing: unseen };
  const permissions = permissionsInChannel(
    { user: us, roles: rolesOfMember(await ask(rest, `/guilds/${guild}/members/${us}`)) },
    {
      id: guild,
      ownerId: undefined,
      roles: roleRights(listOf(await ask(rest, `/guilds/${guild}/roles`))),
    },
    place,
  );
  return { guild, name, missing: missingRights(permissions) };
}

const unseen = rights.filter(({ name }) => name === "ViewChannel");

async function ask(rest: DiscordRest, path: `/${string}`): Promise<unknown> {
  return rest.request({ method: "GET", path });
}

/** A channel; undefined when we may not see it. */
async function show(rest: DiscordRest, channel: string): Promise<unknown> {
  try {
    return fieldOf(await ask(rest, `/channels/${channel}`));
  } catch (cause) {
    if (cause instanceof DiscordRefusal && cause.status === 403) return undefined;
    throw cause;
  }
}
