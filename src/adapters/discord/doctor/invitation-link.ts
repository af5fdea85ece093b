import { eventRight, invitedRights } from "../guilds/rights.ts";

/**
 * Where people let the assistant into their guild, with its commands and exactly the permissions it uses.
 * @param withEvents whether a guild shows the programme in its scheduled events
 */
export function invitationLink(
  apiBaseUrl: string,
  applicationId: string,
  withEvents = false,
): string {
  const site = apiBaseUrl.replace(/\/api$/, "");
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: String(withEvents ? invitedRights | eventRight : invitedRights),
  });
  return `${site}/oauth2/authorize?${query.toString()}`;
}
