import type { Workshop } from "../../model/workshop.ts";
import { groupSessions } from "../../workshops/group-sessions.ts";
import type { Sessions } from "../../workshops/say-when.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import { addDays, dayOf, instantOf, wallTimeAt } from "../../workshops/wall-time.ts";
import { startsGivenUp, takesPlace } from "../../workshops/workshop-state.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { lines, paragraphs, type Announcing, type Words } from "./announcing.ts";
import { sayBareStart, sayDayNear, sayWhen, sayTimes } from "../../workshops/say-when.ts";
import { sayElsewhereBriefly, sayPlace } from "./say-practical.ts";
import { detailsChoice } from "./workshop-choices.ts";

/** How far ahead a digest looks, in days of the room. */
const DAYS = 14;

/** More are not read on a phone. */
const MOST_WORKSHOPS = 7;

/** What a digest is made of. */
export interface DigestContent {
  /** Those of the room's themes and territories, by start. */
  readonly workshops: readonly Workshop[];
  /** Whether people were first told of a workshop since the last digest. */
  readonly isNew: (workshop: Workshop) => boolean;
}

/** A digest in words, and what it tells of. */
export interface DigestWords extends Words {
  readonly workshops: readonly Workshop[];
}

/**
 * The digest of the week: what changes on top, then the next two weeks by day, at most seven workshops.
 * Source: WORKSHOPS.md 6.1.
 * @returns undefined when there is nothing to tell
 */
export function digestWords(
  { workshops, isNew }: DigestContent,
  announcing: Announcing,
): DigestWords | undefined {
  const { tell, now } = announcing;
  const until = lastInstant(announcing);
  const isNear = (start: Date) => start > now && start < until;
  const published = workshops.filter(({ publication }) => publication === "published");
  const changed = groupSessions(published.filter((one) => givenUpBefore(one, until, now)));
  const coming = groupSessions(
    published.filter(
      (one) => takesPlace(one) && isNear(startOf(one)) && !givenUpBefore(one, until, now),
    ),
  );
  const shownChanges = changed.slice(0, MOST_WORKSHOPS);
  const shown = coming.slice(0, MOST_WORKSHOPS - shownChanges.length);
  if (shownChanges.length + shown.length === 0) return undefined;
  const left = changed.length + coming.length - shownChanges.length - shown.length;
  const told = [...shownChanges, ...shown].flat();
  return {
    text: paragraphs(
      tell("digest-title"),
      shownChanges.length === 0
        ? ""
        : lines(tell("digest-changes"), ...shownChanges.map((one) => sayChange(one, announcing))),
      ...byDay(shown).map((ofDay) => sayDayOf(ofDay, isNew, announcing)),
      left === 0 ? "" : tell(left === 1 ? "digest-more-one" : "digest-more", { count: left }),
    ),
    choices: [...shownChanges, ...shown].map(([first]) => detailsChoice(first, announcing)),
    times: [],
    workshops: told,
  };
}

function lastInstant({ now, timeZone }: Announcing): Date {
  const day = dayOf(addDays(wallTimeAt(now, timeZone), DAYS));
  return instantOf(`${day}T00:00`, timeZone);
}

/** Whether people may still think it is at a time, within the digest's days, that it gave up. */
function givenUpBefore(workshop: Workshop, until: Date, now: Date): boolean {
  const { timeZone } = workshop;
  return startsGivenUp(workshop, now).some((start) => instantOf(start, timeZone) < until);
}

function sayChange(sessions: Sessions, announcing: Announcing): string {
  const { tell, now } = announcing;
  const [first] = sessions;
  const { status } = first;
  const shared = { title: inLanguage(first.title, announcing), number: numbers(sessions, tell) };
  const when = sayWhen(sessions, announcing);
  if (status === "cancelled") return tell("digest-cancelled", { ...shared, when });
  if (status === "postponed") return tell("digest-postponed", { ...shared, when });
  const before = startsGivenUp(first, now)
    .map((start) => sayBareStart(start, first.timeZone, announcing))
    .join(tell("or-word"));
  return tell("digest-moved", { ...shared, before, when });
}

type Days = readonly [Sessions, ...Sessions[]];

function byDay(all: readonly Sessions[]): readonly Days[] {
  const days = new Map<string, Days>();
  for (const sessions of all) {
    const day = dayOf(sessions[0].localStart);
    const same = days.get(day);
    days.set(day, same ? [...same, sessions] : [sessions]);
  }
  return [...days.values()];
}

function sayDayOf(ofDay: Days, isNew: DigestContent["isNew"], announcing: Announcing): string {
  const { tell } = announcing;
  const [[first]] = ofDay;
  const day = capitalised(sayDayNear(first.localStart, announcing));
  return lines(
    tell("digest-day", { day }),
    ...ofDay.map((sessions) => {
      const [workshop] = sessions;
      const details = [
        sayTimes(sessions, announcing),
        sayPlace(workshop, announcing),
        sayElsewhereBriefly(workshop, announcing),
      ];
      return tell(isNew(workshop) ? "digest-line-new" : "digest-line", {
        title: inLanguage(workshop.title, announcing),
        number: numbers(sessions, tell),
        details: details.filter((part) => part !== "").join(" · "),
      });
    }),
  );
}

function numbers(sessions: Sessions, tell: Announcing["tell"]): string {
  return sessions.map(({ number }) => number).join(tell("or-word"));
}

function capitalised(words: string): string {
  const [first = "", ...others] = words;
  return [first.toLocaleUpperCase(), ...others].join("");
}
