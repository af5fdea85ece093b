import type { DiscordRest } from "../rest.ts";
import { unlessAborted } from "./in-time.ts";

/**
 * The API for as long as a signal lets it: what waits for its turn by then is not asked any more, and nobody
 * waits for what is. @throws the signal's reason from then on
 */
export function endedRest(rest: DiscordRest, signal: AbortSignal): DiscordRest {
  return {
    request: async (request) => {
      signal.throwIfAborted();
      return unlessAborted(rest.request({ ...request, signal }), signal);
    },
  };
}
