import type { Tell } from "../model/phrases.ts";
import { origins } from "../model/registration.ts";
import { fewestOpinions } from "./sum-opinions.ts";
import type { Figures } from "./figures.ts";
import { countAll, sayFailures, sayReasons } from "./say-reasons.ts";

/** Figures in lines of words; what there is nothing of is not said. */
export function sayFigures(figures: Figures, tell: Tell): readonly string[] {
  const { workshops, calledOff, people, peopleSeats, waiting } = figures;
  return [
    tell("statistics-workshops", { count: workshops }),
    calledOff > 0 ? tell("statistics-called-off", { count: calledOff }) : "",
    saySeats(figures, tell),
    tell("statistics-people", { people, seats: peopleSeats }),
    waiting > 0 ? tell("statistics-waiting", { count: waiting }) : "",
    sayGivenUp(figures, tell),
    sayCame(figures, tell),
    figures.opinions
      ? tell("statistics-opinions", { ...figures.opinions })
      : tell("statistics-opinions-few", { fewest: fewestOpinions }),
    sayOrigins(figures, tell),
    figures.leadDays === undefined
      ? ""
      : tell("statistics-lead", { days: Math.round(figures.leadDays) }),
    tell("statistics-reached", { rooms: figures.rooms, people: figures.peopleTold }),
    ...sayMessages(figures, tell),
  ].filter((line) => line !== "");
}

/** Whole percents of a share. */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}

function saySeats({ seats, seatsTaken, filling }: Figures, tell: Tell): string {
  if (filling === undefined) return "";
  return tell("statistics-seats", { seats, taken: seatsTaken, percent: percentOf(filling) });
}

function sayGivenUp({ gaveUp: { earlier, lastWeek, lastDay } }: Figures, tell: Tell): string {
  const count = earlier + lastWeek + lastDay;
  return count === 0 ? "" : tell("statistics-gave-up", { count, earlier, lastWeek, lastDay });
}

function sayCame({ came, cameCounted, workshops }: Figures, tell: Tell): string {
  return came === undefined
    ? tell("statistics-came-unknown")
    : tell("statistics-came", { came, counted: cameCounted, workshops });
}

function sayOrigins(figures: Figures, tell: Tell): string {
  const said = origins
    .filter((origin) => figures.origins[origin] > 0)
    .map((origin) =>
      tell("statistics-reason", {
        reason: tell(`statistics-origin-${origin}`),
        count: figures.origins[origin],
      }),
    );
  return said.length === 0 ? "" : tell("statistics-origins", { origins: said.join(", ") });
}

function sayMessages({ sent, skipped, failed }: Figures, tell: Tell): readonly string[] {
  const skips = { count: countAll(skipped), reasons: sayReasons(skipped, tell) };
  const failures = { count: countAll(failed), reasons: sayFailures(failed, tell) };
  return [
    tell("statistics-sent", { count: sent }),
    skips.count > 0 ? tell("statistics-skipped", skips) : "",
    failures.count > 0 ? tell("statistics-failed", failures) : "",
  ];
}
