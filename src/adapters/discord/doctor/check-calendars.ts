import { bad, type Finding, good } from "../../../model/finding.ts";
import { listOf } from "../field-of.ts";
import { permissionsInGuild, roleRights, rolesOfMember } from "../guilds/permissions-in.ts";
import { hasRight } from "../guilds/rights.ts";
import { DiscordRefusal } from "../rest.ts";
import type { Us } from "../us.ts";
import type { DiscordExamined } from "./examine-discord.ts";

/** Whether the programme can be shown in the scheduled events of the guilds that chose it. */
export async function checkCalendars(
  { rest, settings }: Pick<DiscordExamined, "rest" | "settings">,
  us: Us,
): Promise<readonly Finding[]> {
  const ask = (path: `/${string}`) => rest.request({ method: "GET", path });
  const check = async (id: string): Promise<Finding> => {
    try {
      const roles = roleRights(listOf(await ask(`/guilds/${id}/roles`)));
      const me = rolesOfMember(await ask(`/guilds/${id}/members/${us.userId}`));
      const rights = permissionsInGuild(
        { user: us.userId, roles: me },
        { id, ownerId: undefined, roles },
      );
      return hasRight(rights, "CreateEvents")
        ? good(`it may show workshops in the events of the server ${id}`)
        : bad(
            `workshops are not shown in the events of the server ${id}: it lacks Create Events`,
            "in Discord: Server Settings, Roles, the assistant's role, allow Create Events; or take the server out of discord.scheduledEvents",
          );
    } catch (cause) {
      if (!(cause instanceof DiscordRefusal)) throw cause;
      return bad(
        `discord.scheduledEvents names the server ${id}, which it is not in`,
        "take it out, or invite the assistant there",
      );
    }
  };
  const findings: Finding[] = [];
  for (const guild of settings.scheduledEvents ?? []) {
    // One at a time: a check must not be what spends the pace.
    // oxlint-disable-next-line no-await-in-loop
    findings.push(await check(guild));
  }
  return findings;
}
