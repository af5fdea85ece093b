import type { ReactionSign } from "../../../model/reply.ts";
import type { Log } from "../../../ports/log.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";

/**
 * Puts a sign of ours on a message, or takes it away: doing it twice is doing it once. A sign is good manners:
 * one that Discord refuses is logged, and tried no more.
 * @throws DiscordUnreachable when it is not known whether it is there; DiscordRefusal where that may pass
 */
export async function putReaction(
  { sign, on, isTakenAway }: ReactionSign,
  channel: string,
  { rest, log }: { readonly rest: DiscordRest; readonly log: Log },
): Promise<void> {
  const method = isTakenAway === true ? "DELETE" : "PUT";
  const place: `/${string}` = `/channels/${channel}/messages/${on}/reactions/${encodeURIComponent(sign)}/@me`;
  try {
    await rest.request({ method, path: place });
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal) || cause.status === 401) throw cause;
    log.info("sign-not-shown", { channel, code: cause.code });
  }
}
