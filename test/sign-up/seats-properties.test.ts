import { describe, expect, it } from "vitest";
import type { Registration } from "../../src/model/registration.ts";
import { isLastDay } from "../../src/sign-up/offer.ts";
import { isLive, seatsHeld } from "../../src/sign-up/seat-count.ts";
import { decideSeats } from "../../src/sign-up/seats.ts";
import { nights } from "./seat-fixtures.ts";
import { findStory, type Moment } from "./seat-stories.ts";

type List = readonly Registration[];

function kindOf(list: List, { person }: Registration): string | undefined {
  return list.find((one) => one.person === person)?.state.kind;
}

/** Those in line whose party the workshop could take at all. */
function lineOf(list: List, { terms: { capacity = 0 } }: Moment): List {
  return list
    .filter(({ state }) => state.kind === "waiting" && state.awaits === "seat")
    .filter(({ seats }) => seats <= capacity)
    .toSorted((a, b) => a.order - b.order);
}

describe("whatever people, hosts and time do", () => {
  it("never gives more seats than there are", () => {
    const story = findStory(
      ({ terms: { capacity = 0 }, before, after }) =>
        seatsHeld(after) <= Math.max(capacity, seatsHeld(before)),
    );
    expect(story).toBeNull();
  });

  it("counts a person once, whichever accounts they act from", () => {
    const story = findStory(({ after }) => {
      const names = after.filter(isLive).map(({ answerIn }) => answerIn.room);
      return new Set(names).size === names.length;
    });
    expect(story).toBeNull();
  });

  it("lets nobody be overtaken before the last day", () => {
    const story = findStory((moment) => {
      const { before, after } = moment;
      if (isLastDay(moment)) return true;
      // Who held an offer had their turn already.
      const served = after.filter(
        (one) =>
          (one.state.kind === "registered" || one.state.kind === "offered") &&
          !["registered", "offered"].includes(kindOf(before, one) ?? "nobody"),
      );
      // A party made smaller just now could not have been taken when the seat went to the next.
      const servable = new Set(lineOf(before, moment).map(({ person }) => person));
      const isNew = ({ person }: Registration) => !before.some((one) => one.person === person);
      const first = lineOf(after, moment).find((one) => isNew(one) || servable.has(one.person));
      return served.every(({ order }) => order < (first?.order ?? Infinity));
    });
    expect(story).toBeNull();
  });

  it("leaves no seat empty that the first in line could have, and nobody in line once it began", () => {
    const story = findStory((moment) => {
      const { terms, now, after } = moment;
      const first = lineOf(after, moment)[0];
      if (!first) return true;
      return now < terms.startsAt && first.seats > (terms.capacity ?? 0) - seatsHeld(after);
    });
    expect(story).toBeNull();
  });

  it("tells each promotion once, and no other", () => {
    const story = findStory(({ act, before, after, notices }) =>
      after.every((one) => {
        const about = notices.filter(({ registration }) => registration?.person === one.person);
        const count = (...reasons: string[]) =>
          about.filter(({ because }) => reasons.includes(because)).length;
        // Too late by an hour, and back on the list at once: both are told.
        const isNew = one.state.kind !== kindOf(before, one) || count("seat-released") === 1;
        const isOffered = isNew && one.state.kind === "offered";
        const isMovedOffer = act.kind === "moved" && kindOf(before, one) === "offered";
        const isSeated = isNew && one.state.kind === "registered" && !isMovedOffer;
        return (
          count("offered") === Number(isOffered) &&
          count("registered", "seat-given", "approved") === Number(isSeated)
        );
      }),
    );
    expect(story).toBeNull();
  });

  it("names each notice differently", () => {
    const story = findStory(({ notices }) => {
      const keys = notices.map(({ key }) => JSON.stringify(key));
      return new Set(keys).size === keys.length;
    });
    expect(story).toBeNull();
  });

  it("takes a seat from nobody but by their own act, or for want of the answer they were asked for", () => {
    const story = findStory(({ act, before, after }) =>
      before
        .filter(({ state }) => state.kind === "registered")
        .filter((one) => kindOf(after, one) !== "registered")
        .every((one) => {
          const wasAsked = one.state.kind === "registered" && one.state.confirmBy !== undefined;
          return wasAsked || ["give-up", "link", "forget"].includes(act.kind);
        }),
    );
    expect(story).toBeNull();
  });

  it("ends nothing in the night, short of the start", () => {
    const story = findStory(({ notices, now, terms: { startsAt } }) =>
      notices.every(
        ({ because, registration }) =>
          (because !== "offer-expired" && because !== "seat-released") ||
          now >= startsAt ||
          (registration !== undefined && nights(now, registration) === undefined),
      ),
    );
    expect(story).toBeNull();
  });

  it("changes nothing when the same is done twice", () => {
    const story = findStory(({ act, terms, now, after }) => {
      const situation = { terms, registrations: after, now, quietSpan: nights, cause: "again" };
      const again = decideSeats(situation, act).registrations;
      return JSON.stringify(again) === JSON.stringify(after);
    });
    expect(story).toBeNull();
  });
});
