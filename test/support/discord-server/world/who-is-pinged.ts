import { isJson, isThere, listOf, textOf } from "../json.ts";
import { may } from "./permissions-in.ts";
import type { World } from "./world.ts";
import type { Account, Channel, Message, Pinged } from "./world-data.ts";

/** A message on its way, as far as mentions go. */
export interface MentioningText {
  readonly channel: Channel;
  readonly author: Account;
  readonly content: string;
  readonly repliedTo: Message | undefined;
  /** `allowed_mentions` of the request: absent, everything in the text pings. */
  readonly allowed: unknown;
}

/**
 * Who a message really pings.
 * Source: discord-api-docs developers/resources/message#allowed-mentions-object
 */
export function whoIsPinged(
  world: World,
  { channel, author, content, repliedTo, allowed }: MentioningText,
): Pinged {
  const rules = isJson(allowed) ? allowed : undefined;
  const parse = listOf(rules?.["parse"]);
  const allows = (kind: string, id: string): boolean =>
    !rules || parse.includes(kind) || listOf(rules[kind]).includes(id);
  const mayMentionAll = may(world, channel, author.id, "MentionEveryone");
  const users = usersNamed(content).filter((id) => world.accounts.has(id) && allows("users", id));
  const { roles: known } = world.guildOf(channel) ?? { roles: undefined };
  const roles = rolesNamed(content).filter(
    (id) => known?.has(id) && (mayMentionAll || known.get(id)?.mentionable) && allows("roles", id),
  );
  const saysAll = /@(?:everyone|here)\b/.test(content) && known !== undefined && mayMentionAll;
  const pingsReplied = repliedTo && (rules ? rules["replied_user"] === true : true);
  if (pingsReplied) users.push(repliedTo.authorId);
  return {
    users: [...new Set(users)],
    roles,
    everyone: saysAll && (!rules || parse.includes("everyone")),
  };
}

/** The people named in a text. */
export function usersNamed(content: string): string[] {
  return idsIn(content, /<@!?(\d+)>/g);
}

/** What is wrong with `allowed_mentions`, in the API's words. */
export function wrongMentions(allowed: unknown): string | undefined {
  if (!isThere(allowed)) return undefined;
  if (!isJson(allowed)) return "Only dictionaries may be used in a DictType";
  const parse = listOf(allowed["parse"]).map((one) => textOf(one) ?? "");
  if (parse.some((one) => !["users", "roles", "everyone"].includes(one)))
    return "Value must be one of ('users', 'roles', 'everyone').";
  for (const kind of ["users", "roles"]) {
    const ids = listOf(allowed[kind]);
    if (ids.length > 100) return "Must be 100 or fewer in length.";
    if (ids.length > 0 && parse.includes(kind))
      return `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
  }
  return undefined;
}

function rolesNamed(content: string): string[] {
  return idsIn(content, /<@&(\d+)>/g);
}

function idsIn(content: string, pattern: RegExp): string[] {
  return [...content.matchAll(pattern)].map(([, id = ""]) => id);
}
