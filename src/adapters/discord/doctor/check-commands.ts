import { bad, type Finding, good } from "../../../model/finding.ts";
import { areSameCommands } from "../commands/compare-commands.ts";
import { commandsPath } from "../commands/register-commands.ts";
import { DiscordRefusal } from "../rest.ts";
import type { Us } from "../us.ts";
import type { DiscordExamined } from "./examine-discord.ts";

/** Source: developers/topics/opcodes-and-status-codes#json-json-error-codes */
const noAccess = 50_001;

/** Whether the commands are registered as they should be, in each place they should be. */
export async function checkCommands(
  { rest, settings, definitions }: DiscordExamined,
  { applicationId }: Us,
): Promise<readonly Finding[]> {
  const { guildCommands } = settings;
  const places = guildCommands === "global" ? ["global"] : guildCommands;
  return Promise.all(places.map(check));

  async function check(place: string): Promise<Finding> {
    const where = place === "global" ? "everywhere" : `in the server ${place}`;
    try {
      const path = commandsPath(applicationId, place);
      const query = { with_localizations: "true" };
      const listed = await rest.request({ method: "GET", path, query });
      if (areSameCommands(listed, definitions)) return good(`commands are registered ${where}`);
      return bad(
        `commands are not registered ${where} as they should be`,
        "start the assistant: it registers them",
      );
    } catch (cause) {
      if (!(cause instanceof DiscordRefusal)) throw cause;
      return bad(
        `commands cannot be registered ${where}: ${cause.code === noAccess ? "the assistant was not invited there with its commands" : cause.message}`,
        "invite the assistant there with the link below, or take that server out of discord.guildCommands",
      );
    }
  }
}
