import { wallTimeAt } from "../../workshops/wall-time.ts";
import { isAsleep } from "../is-asleep.ts";
import type { Announcing } from "./announcing.ts";
import { sayStart } from "../../workshops/say-when.ts";

/** Whether messages are being looked after, in words: below the list of the next ones. */
export function watchdogWords(lastTickAt: Date | undefined, announcing: Announcing): string {
  const { tell, now, timeZone } = announcing;
  if (!lastTickAt) return tell("announcer-never");
  const when = sayStart(wallTimeAt(lastTickAt, timeZone), timeZone, announcing);
  return tell(isAsleep(lastTickAt, now) ? "announcer-asleep" : "announcer-alive", { when });
}
