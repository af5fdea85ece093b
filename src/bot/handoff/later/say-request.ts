import { numberOf, type Request } from "../../../model/request.ts";
import type { Language } from "../../../model/language.ts";
import type { OpeningHours } from "../../../model/directory.ts";
import { HOUR_MS } from "../../../model/durations.ts";
import { sayTerritory } from "../../../model/territory-names.ts";
import { workingDayMs, workingMs } from "../../../handoff/opening.ts";
import type { Knowledge } from "../../knowledge.ts";

/** What a request is to people who may not read what it says: its number, its theme, where it comes from. */
export function namesOf(
  request: Request,
  language: Language,
  { library, tell: tellIn }: Knowledge,
) {
  const tell = tellIn(language);
  const theme = library.themes.find(({ id }) => id === request.theme);
  return {
    number: numberOf(request),
    theme: theme?.name[language] ?? tell("ha-theme-none"),
    territory:
      request.territory === undefined ? tell("ht-no-territory") : sayTerritory(request.territory),
  };
}

/** How long something waits in opening hours, in words: "3 h ouvrées", "2 jours ouvrés". */
export function sayWaited(
  since: Date,
  now: Date,
  hours: OpeningHours,
  tell: ReturnType<Knowledge["tell"]>,
): string {
  const waitedMs = workingMs(hours, since, now);
  const days = Math.floor(waitedMs / workingDayMs(hours));
  if (days >= 2) return tell("ht-days", { count: days });
  const count = Math.floor(waitedMs / HOUR_MS);
  if (count <= 1) return tell(count === 0 ? "ht-hours-few" : "ht-hours-one");
  return tell("ht-hours", { count });
}
