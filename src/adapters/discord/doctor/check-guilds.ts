import { bad, type Finding, good, unknown } from "../../../model/finding.ts";
import { idOf, listOf, numberOf, textOf } from "../field-of.ts";
import { permissionsInChannel, roleRights, rolesOfMember } from "../guilds/permissions-in.ts";
import { missingRights, type Right } from "../guilds/rights.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";
import type { Us } from "../us.ts";
import type { DiscordExamined } from "./examine-discord.ts";

/** A channel, and what we lack there. */
interface CheckedChannel {
  readonly id: string;
  readonly name: string;
  readonly type: number | undefined;
  readonly missing: readonly Right[];
}

/** Text and announcements. Source: developers/resources/channel#channel-object-channel-types */
const writtenTypes: ReadonlySet<number | undefined> = new Set([0, 5]);
/** As many as Discord tells at a time. */
const page = 200;

const remedy =
  "in Discord: Edit Channel, Permissions, add the assistant's role and allow what is missing";

/** Whether we may answer in the channels of each guild we are in, and in those that opted in. */
export async function checkGuilds(
  { rest, settings, teamRooms = [] }: Pick<DiscordExamined, "rest" | "settings" | "teamRooms">,
  us: Us,
): Promise<readonly Finding[]> {
  const guilds = await listGuilds(rest);
  const findings: Finding[] = [];
  const seen = new Map<string, CheckedChannel>();
  let areAllTold = true;
  for (const guild of guilds) {
    // One at a time: a check must not be what spends the pace.
    // oxlint-disable-next-line no-await-in-loop
    const channels = await channelsOf(guild, rest, us);
    if (channels === undefined) {
      findings.push(
        unknown(
          `${guild.name} (${guild.id}): Discord does not say what it may do there`,
          "try again in a moment",
        ),
      );
      areAllTold = false;
      continue;
    }
    for (const channel of channels) seen.set(channel.id, channel);
    const written = channels.filter(({ type }) => writtenTypes.has(type));
    findings.push(...findingsOf(guild, written, settings.rooms));
  }
  // In a guild that was not told of they may be.
  const lost = areAllTold ? settings.rooms.filter((room) => !seen.has(room)) : [];
  return [
    good(`servers it is in: ${guilds.length}`),
    ...findings,
    ...teamRooms.flatMap((room) => {
      const channel = seen.get(room);
      return channel || areAllTold ? teamRoomFinding(room, channel) : [];
    }),
    ...lost.map((room) =>
      bad(
        `discord.rooms names the channel ${room}, which is in none of its servers`,
        "take it out, or invite the assistant to the server it is in",
      ),
    ),
  ];
}

/** What a room of advisers needs: an offer, the thread below it, and signs on what is written there. */
function teamRoomFinding(room: string, channel: CheckedChannel | undefined): Finding {
  if (!channel) {
    return bad(
      `content/directory names the channel ${room}, which is in none of its servers`,
      "correct it there, or invite the assistant to the server it is in",
    );
  }
  const { name, missing } = channel;
  if (missing.length === 0) return good(`#${name} (${room}): advisers can be written to there`);
  return bad(`#${name} (${room}): advisers cannot work there, ${tell(missing)}`, remedy);
}

interface Guild {
  readonly id: string;
  readonly name: string;
}

async function listGuilds(rest: DiscordRest): Promise<readonly Guild[]> {
  const guilds: Guild[] = [];
  for (let after = "0"; ; after = guilds.at(-1)?.id ?? "") {
    const query = { limit: String(page), after };
    // Each page begins after the one before.
    // oxlint-disable-next-line no-await-in-loop
    const told = listOf(await rest.request({ method: "GET", path: "/users/@me/guilds", query }));
    const found = told.flatMap((guild) => {
      const id = idOf(guild, "id");
      return id === undefined ? [] : [{ id, name: textOf(guild, "name") ?? "" }];
    });
    guilds.push(...found);
    if (told.length < page || found.length === 0) return guilds;
  }
}

async function channelsOf(
  { id }: Guild,
  rest: DiscordRest,
  us: Us,
): Promise<readonly CheckedChannel[] | undefined> {
  const ask = (path: `/${string}`) => rest.request({ method: "GET", path });
  try {
    const roles = roleRights(listOf(await ask(`/guilds/${id}/roles`)));
    const me = await ask(`/guilds/${id}/members/${us.userId}`);
    const member = { user: us.userId, roles: rolesOfMember(me) };
    const guild = { id, ownerId: undefined, roles };
    return listOf(await ask(`/guilds/${id}/channels`)).flatMap((channel) => {
      const own = idOf(channel, "id");
      if (own === undefined) return [];
      const missing = missingRights(permissionsInChannel(member, guild, channel));
      const type = numberOf(channel, "type");
      return [{ id: own, name: textOf(channel, "name") ?? "", type, missing }];
    });
  } catch (cause) {
    // Out of order for now, or left meanwhile.
    if (cause instanceof DiscordRefusal) return undefined;
    throw cause;
  }
}

function findingsOf(
  guild: Guild,
  channels: readonly CheckedChannel[],
  rooms: readonly string[],
): readonly Finding[] {
  const hidden = channels.filter(isHidden);
  const lacking = channels.filter(
    (channel) =>
      channel.missing.some(({ isNeeded }) => isNeeded) &&
      // Channels are hidden from the assistant on purpose, unless it is to read everything there.
      (!isHidden(channel) || rooms.includes(channel.id)),
  );
  const open = channels.filter(({ missing }) => !missing.some(({ isNeeded }) => isNeeded));
  const better = open.filter(({ missing }) => missing.length > 0);
  return [
    good(
      `${guild.name} (${guild.id}): channels it may answer in: ${open.length} of ${channels.length}; hidden from it: ${hidden.length}`,
    ),
    ...lacking.map(({ id, name, missing }) =>
      bad(`${guild.name}, #${name} (${id}): nothing can be answered, ${tell(missing)}`, remedy),
    ),
    ...better.map(({ id, name, missing }) => ({
      ...good(`${guild.name}, #${name} (${id}): answers could be better, ${tell(missing)}`),
      remedy,
    })),
  ];
}

function isHidden({ missing }: CheckedChannel): boolean {
  return missing.some(({ name }) => name === "ViewChannel");
}

function tell(missing: readonly Right[]): string {
  return `missing: ${missing.map(({ name, purpose }) => `${spaced(name)} (${purpose})`).join(", ")}`;
}

/** As people read it in Discord: `Send Messages`. */
function spaced(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ");
}
