import { KnownError } from "../../model/errors.ts";
import { badToken } from "./connection/close-codes.ts";
import { type DiscordRest, DiscordRefusal } from "./rest.ts";
import { idOf, textOf } from "./field-of.ts";

/** Who we are. */
export interface Us {
  readonly userId: string;
  readonly name: string;
  readonly applicationId: string;
}

/** What to do when something answers that is not Discord. */
const notDiscord =
  "What discord.apiBaseUrl names does not answer as Discord does. Check discord.apiBaseUrl, and discord.applicationId where it is set.";

/** Asks Discord who we are. @throws KnownError with the remedy when it does not say, DiscordUnreachable */
export async function learnUs(rest: DiscordRest, applicationId: string | undefined): Promise<Us> {
  try {
    return await ask(rest, applicationId);
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal)) throw cause;
    throw new KnownError(cause.status === 401 ? badToken : notDiscord, { cause });
  }
}

async function ask(rest: DiscordRest, applicationId: string | undefined): Promise<Us> {
  const me = await rest.request({ method: "GET", path: "/users/@me" });
  const application =
    applicationId === undefined
      ? await rest.request({ method: "GET", path: "/applications/@me" })
      : { id: applicationId };
  const userId = idOf(me, "id");
  const id = idOf(application, "id");
  if (userId === undefined || id === undefined) throw new KnownError(notDiscord);
  return { userId, name: textOf(me, "username") ?? "", applicationId: id };
}
