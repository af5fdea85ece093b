import { invitedRights } from "../guilds/rights.ts";

/** Where people let the assistant into their guild, with its commands and exactly the permissions it uses. */
export function invitationLink(apiBaseUrl: string, applicationId: string): string {
  const site = apiBaseUrl.replace(/\/api$/, "");
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: String(invitedRights),
  });
  return `${site}/oauth2/authorize?${query.toString()}`;
}
