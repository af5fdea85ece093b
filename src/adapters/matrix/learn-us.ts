import { fieldOf } from "./field-of.ts";
import type { MatrixSettings } from "./matrix-settings.ts";
import type { Us } from "./messages/us.ts";
import type { Homeserver } from "./room-event.ts";
import type { SentReplies } from "./sending/sent-replies.ts";
import { isServerFault } from "./transport/server-faults.ts";

/** Who we are: by what the configuration, the account's profile and what we sent say. */
export async function learnUs(
  server: Homeserver,
  settings: MatrixSettings,
  sent: SentReplies,
): Promise<Us> {
  const name = await displayName(server, settings.userId);
  return {
    userId: settings.userId,
    names: name === undefined ? [] : [name],
    settings,
    ours: (event) => {
      const found = sent.findEvent(event);
      const key = sent.keyOf(event);
      if (!found) return undefined;
      const { choices, signs, asker, thread } = found;
      return { key, choices, signs, asker, thread };
    },
    hasAnswered: (event) => sent.hasAnswered(event),
  };
}

async function displayName(server: Homeserver, user: string): Promise<string | undefined> {
  const path = `/client/v3/profile/${encodeURIComponent(user)}`;
  try {
    const name = fieldOf(await server.request({ method: "GET", path, tries: 2 }), "displayname");
    return typeof name === "string" && name.trim() !== "" ? name : undefined;
  } catch (cause) {
    // Without a name, we are called by our id.
    if (isServerFault(cause)) return undefined;
    throw cause;
  }
}
