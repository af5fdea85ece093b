import { isOpen, type Request } from "../../../../model/request.ts";
import type { Change } from "../../../../ports/store.ts";
import type { Acting } from "../../acting.ts";
import { toldTeams } from "./around.ts";

/** What those who were told of requests read once their asker erased them: nobody waits for an answer any more. */
export function tellErased(requests: readonly Request[], acting: Acting): readonly Change[] {
  return requests
    .filter((request) => isOpen(request) && request.offers.length > 0)
    .flatMap((request) => {
      // Nothing of what waits names them.
      const alone = { ...request, asker: undefined, revision: request.revision + 1 };
      return toldTeams(alone, "ha-team-erased", acting);
    });
}
