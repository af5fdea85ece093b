import { formatShortDay } from "../../../answers/format-day.ts";
import { expectedAnswer } from "../../../handoff/expected.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Request } from "../../../model/request.ts";
import { sayBareStart, sayStart } from "../../../workshops/say-when.ts";
import { wallTimeAt } from "../../../workshops/wall-time.ts";
import { workshopSaying } from "../../knowledge.ts";
import type { Surroundings } from "../../../handoff/ladder.ts";
import type { Language } from "../../../model/language.ts";
import type { Knowledge } from "../../knowledge.ts";
import { zoneOfReader } from "../later/notice-draft.ts";

/** In which words, on whose knowledge. */
export interface ExpectedSaying {
  readonly knowledge: Knowledge;
  readonly language: Language;
}

/**
 * What may honestly be said of when an answer comes: who waits before, by when, and when it opens again, on the
 * asker's own clock too. A date is said only where past cases or opening hours tell it. Source: HANDOFF.md, 2 and 6.
 */
export function sayExpected(
  request: Request,
  around: Surroundings,
  { knowledge, language }: ExpectedSaying,
): string {
  const tell = knowledge.tell(language);
  const { now } = around;
  const expected = expectedAnswer(request, around);
  if (expected.kind !== "teams") return tell("ha-expected-coordinators");
  const { before, by, opensAt, closedUntil, isOverloaded, teams } = expected;
  const zone = teams[0]?.hours.timeZone ?? around.timeZone;
  const moment = (at: Date) => sayMoment(at, zone, { request, knowledge, language, now });
  const delay = by && moment(by);
  const opening =
    closedUntil !== undefined
      ? [tell("ha-closed-until", { when: moment(closedUntil) })]
      : opensAt !== undefined
        ? [tell("ha-opens", { when: moment(opensAt) })]
        : [];
  const answer = sayDelay(before, delay, tell);
  return [...opening, ...(isOverloaded ? [tell("ha-overloaded")] : []), answer].join(" ");
}

/** "2 personnes avant vous, réponse attendue avant mardi 24 novembre, 18 h." @param when undefined: past cases tell nothing */
function sayDelay(count: number, when: string | undefined, tell: Tell): string {
  if (count === 0) {
    return when === undefined ? tell("ha-expected-days") : tell("ha-expected-by", { when });
  }
  const before = tell(count === 1 ? "ha-before-one" : "ha-before-many", { count });
  return when === undefined
    ? tell("ha-before-expected-days", { before })
    : tell("ha-before-expected-by", { before, when });
}

/** An instant on the team's clock, and on the asker's where it shows another time. @param zone IANA, the team's */
function sayMoment(
  at: Date,
  zone: string,
  saying: ExpectedSaying & { readonly request: Request; readonly now: Date },
): string {
  const { request, knowledge, language, now } = saying;
  const timeZone = zoneOfReader(request, knowledge);
  const time = {
    ...workshopSaying(knowledge, language, now),
    sayShortDay: (day: string) => formatShortDay(day, language),
    timeZone,
  };
  const there = wallTimeAt(at, zone);
  const here = wallTimeAt(at, timeZone);
  if (there === here) return sayBareStart(there, zone, time);
  const when = sayStart(there, zone, time);
  return time.tell("ha-moment-both", { when, theirs: sayBareStart(here, timeZone, time) });
}
