import { KnownError } from "../../../model/errors.ts";
import { bad, type Finding, good } from "../../../model/finding.ts";
import type { CommandDefinition } from "../commands/command-definitions.ts";
import { intentsStatement } from "../connection/intents.ts";
import type { DiscordSettings } from "../discord-settings.ts";
import { DiscordRefusal, type DiscordRest, DiscordUnreachable } from "../rest.ts";
import { learnUs, type Us } from "../us.ts";
import { badToken } from "../connection/close-codes.ts";
import { checkApplication } from "./check-application.ts";
import { checkCalendars } from "./check-calendars.ts";
import { checkCommands } from "./check-commands.ts";
import { checkConnection } from "./check-connection.ts";
import { checkGuilds } from "./check-guilds.ts";
import { invitationLink } from "./invitation-link.ts";

/** What is looked at. */
export interface DiscordExamined {
  readonly settings: DiscordSettings;
  readonly rest: DiscordRest;
  /** As they should be registered. */
  readonly definitions: readonly CommandDefinition[];
  /** Channels of those who answer, coordinate or curate. */
  readonly teamRooms?: readonly string[] | undefined;
}

/** Everything that is wrong with the application, each with its remedy. It looks only: nothing is changed. */
export async function examineDiscord(examined: DiscordExamined): Promise<readonly Finding[]> {
  const { settings } = examined;
  const us = await reach(examined);
  if ("state" in us) return [us];
  const { messageContent, scheduledEvents = [] } = settings;
  const hasEvents = scheduledEvents.length > 0;
  const { asked, privileged } = intentsStatement({ messageContent, scheduledEvents: hasEvents });
  const parts = [
    () => checkApplication(examined, us),
    () => checkConnection(examined),
    () => checkCommands(examined, us),
    () => checkGuilds(examined, us),
    () => checkCalendars(examined, us),
  ];
  const findings: Finding[] = [
    good(`the token is that of ${us.name} (application ${us.applicationId})`),
    good(`intents it asks for: ${asked}; privileged ones: ${privileged}`),
  ];
  for (const part of parts) {
    // One after the other: a check must not be what spends the pace.
    // oxlint-disable-next-line no-await-in-loop
    findings.push(...(await attempt(part)));
  }
  const link = invitationLink(settings.apiBaseUrl, us.applicationId, hasEvents);
  return [...findings, good(`to invite it, with exactly what it needs: ${link}`)];
}

async function reach({ rest, settings }: DiscordExamined): Promise<Us | Finding> {
  try {
    // As the token says, whatever discord.applicationId says: that is checked too.
    return await learnUs(rest, undefined);
  } catch (cause) {
    if (cause instanceof KnownError && cause.message === badToken) {
      return bad("the token is refused", badToken);
    }
    if (!(cause instanceof KnownError) && !(cause instanceof DiscordUnreachable)) throw cause;
    return bad(
      `${settings.apiBaseUrl} does not answer as Discord does (${cause.message})`,
      "check the connection of this machine, and discord.apiBaseUrl",
    );
  }
}

async function attempt(part: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await part();
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal) && !(cause instanceof DiscordUnreachable)) throw cause;
    return [bad(`not everything could be asked: ${cause.message}`, "try again in a moment")];
  }
}
