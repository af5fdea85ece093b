import { grouped } from "../../../../diagnostic/grouped.ts";
import {
  FEWEST,
  FEWEST_CROSSED,
  rounded,
  shareableParts,
  shownCount,
} from "../../../../diagnostic/shareable.ts";
import { HOUR_MS } from "../../../../model/durations.ts";

/** What figures know of one request. */
export interface CountedRequest {
  /** When it was agreed to, UTC (ISO 8601). */
  readonly openedAt: string;
  readonly theme?: string | undefined;
  /** Who treated it. */
  readonly team?: string | undefined;
  /** Milliseconds until the first human word; undefined while there is none. */
  readonly firstWord?: { readonly workingMs: number; readonly realMs: number } | undefined;
  /** Whether somebody took it within one working day. */
  readonly wasTakenInADay: boolean;
  readonly wasReferred: boolean;
  readonly wasReopened: boolean;
}

/** Whole hours; undefined where there are too few. */
export interface Spread {
  readonly median: number | undefined;
  /** Nine out of ten wait no longer. */
  readonly ninetieth: number | undefined;
}

/** A count of a list, as it is shown. */
export interface ShownCount {
  readonly id: string;
  readonly count: number;
}

/** How requests went, in numbers that are about nobody. Source: HANDOFF.md, 10; DIAGNOSTIC.md, 10.3. */
export interface HandoffFigures {
  readonly requests: number | undefined;
  readonly firstWordWorking: Spread;
  readonly firstWordReal: Spread;
  /** Out of a hundred, in steps of five. */
  readonly takenInADay: number | undefined;
  readonly referred: number | undefined;
  readonly reopened: number | undefined;
  readonly teams: readonly ShownCount[];
  readonly subjects: readonly ShownCount[];
}

/** The figures of some requests; fewer than five are behind none of them. */
export function handoffFigures(requests: readonly CountedRequest[]): HandoffFigures {
  const firstWords = requests.flatMap(({ firstWord }) => firstWord ?? []);
  return {
    requests: shownCount(requests.length),
    firstWordWorking: spreadOf(firstWords.map(({ workingMs }) => workingMs)),
    firstWordReal: spreadOf(firstWords.map(({ realMs }) => realMs)),
    takenInADay: share(requests, ({ wasTakenInADay }) => wasTakenInADay),
    referred: share(requests, ({ wasReferred }) => wasReferred),
    reopened: share(requests, ({ wasReopened }) => wasReopened),
    teams: countsBy(requests, ({ team }) => team),
    subjects: countsBy(requests, ({ theme }) => theme),
  };
}

/** The ninetieth of fewer than ten would be that of one request. */
function spreadOf(waits: readonly number[]): Spread {
  const sorted = waits.toSorted((one, other) => one - other);
  return {
    median: sorted.length < FEWEST ? undefined : hoursAt(sorted, 0.5),
    ninetieth: sorted.length < FEWEST_CROSSED ? undefined : hoursAt(sorted, 0.9),
  };
}

/** By the nearest rank, rounded up: a delay that is told is one that was kept. */
function hoursAt(sorted: readonly number[], rank: number): number {
  const waitMs = sorted[Math.ceil(sorted.length * rank) - 1] ?? 0;
  return Math.ceil(waitMs / HOUR_MS);
}

/** Both those who are in it and those who are not are enough, or none are told of. */
function share(
  requests: readonly CountedRequest[],
  isIn: (request: CountedRequest) => boolean,
): number | undefined {
  const some = requests.filter((request) => isIn(request)).length;
  const [isShown] = shareableParts([some, requests.length - some], FEWEST);
  return isShown === true ? rounded((100 * some) / requests.length) : undefined;
}

/** Those that may be shown, the most first; what is of none is a part of the line too. */
function countsBy(
  requests: readonly CountedRequest[],
  idOf: (request: CountedRequest) => string | undefined,
): readonly ShownCount[] {
  const parts = [...grouped(requests, (request) => idOf(request) ?? "")];
  const isShown = shareableParts(
    parts.map(([, theirs]) => theirs.length),
    FEWEST,
  );
  return parts
    .flatMap(([id, theirs], at) =>
      isShown[at] === true && id !== "" ? [{ id, count: rounded(theirs.length) }] : [],
    )
    .toSorted((one, other) => other.count - one.count);
}
