import { bad, type Finding, good } from "../../../model/finding.ts";
import { fieldOf, numberOf, textOf } from "../field-of.ts";
import type { Us } from "../us.ts";
import type { DiscordExamined } from "./examine-discord.ts";

/** Source: developers/resources/application#application-object-application-flags */
const messageContentFlags = (1 << 18) | (1 << 19);

/** Whether the application is set up as we need it. */
export async function checkApplication(
  { rest, settings }: Pick<DiscordExamined, "rest" | "settings">,
  us: Us,
): Promise<readonly Finding[]> {
  const application = await rest.request({ method: "GET", path: "/applications/@me" });
  const findings: Finding[] = [];
  const asked = settings.applicationId;
  if (asked !== undefined && asked !== us.applicationId) {
    findings.push(
      bad(
        `discord.applicationId is ${asked}, and the token is that of the application ${us.applicationId}`,
        "take discord.applicationId out: the token says it",
      ),
    );
  }
  const endpoint = textOf(application, "interactions_endpoint_url");
  if (endpoint !== undefined && endpoint !== "") {
    findings.push(
      bad(
        `commands and buttons are sent to ${endpoint}, not to the assistant`,
        "empty Interactions Endpoint URL in the developer portal (General Information)",
      ),
    );
  }
  if (fieldOf(application, "bot_require_code_grant") === true) {
    findings.push(
      bad(
        "nobody can invite the assistant: the application asks for a code grant",
        "turn Requires OAuth2 Code Grant off in the developer portal (Bot)",
      ),
    );
  }
  if (fieldOf(application, "bot_public") === false) {
    findings.push({
      ...good("only the application's owner can invite the assistant"),
      remedy: "for others to invite it, turn Public Bot on in the developer portal (Bot)",
    });
  }
  const flags = numberOf(application, "flags") ?? 0;
  if (settings.messageContent && (flags & messageContentFlags) === 0) {
    findings.push(
      bad(
        "the intent Message Content is asked for and was not granted: Discord will refuse it",
        "grant it in the developer portal (Bot, Privileged Gateway Intents), or set discord.messageContent to false",
      ),
    );
  }
  if (!settings.messageContent && settings.rooms.length > 0) {
    findings.push(
      bad(
        "discord.rooms is of no use without Message Content: messages there are read when they mention the assistant only",
        "empty discord.rooms, or grant the intent and set discord.messageContent to true",
      ),
    );
  }
  return findings.length > 0 ? findings : [good("the application is set up as it should be")];
}
