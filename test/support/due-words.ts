import type { Due } from "../../src/handoff/due.ts";
import type { Surroundings } from "../../src/handoff/ladder.ts";
import {
  samplePlatform,
  type Absence,
  type Directory,
  type Team,
} from "../../src/model/directory.ts";
import type { Request } from "../../src/model/request.ts";
import type { Done } from "./carry-out-due.ts";
import { handoffDirectory } from "./handoff-directory.ts";
import { requestLike } from "./request-like.ts";

/** A Monday, 9:00 in Paris. Élise's team has days of 6 hours: 9–12 and 14–17. */
export const MONDAY = "2026-11-23T08:00:00.000Z";

/** What was done, to the minute, in a few words. */
export function told(done: readonly Done[]): readonly string[] {
  return done.map(({ at, due }) => [at.toISOString().slice(0, 16), ...wordsOf(due)].join(" "));
}

function wordsOf(due: Due): readonly string[] {
  if ("rung" in due)
    return [due.kind, String(due.rung.rung), ...due.rung.teams.map(({ id }) => id)];
  if ("team" in due) return [due.kind, due.team];
  if ("coordination" in due) return [due.kind, due.coordinator?.name ?? "nobody"];
  if (due.kind === "release") return [due.kind, due.adviser, due.why];
  if (due.kind === "hand-over") return [due.kind, due.adviser, "to", due.to];
  if ("adviser" in due) return [due.kind, due.adviser];
  if ("to" in due) return [due.kind, due.to];
  return "what" in due ? [due.kind, due.what] : [due.kind];
}

/** A question on a theme that generalists answer: `loire-aide`, then `sans-frontiere`. */
export function website(at: string, changes: Partial<Request> = {}): Request {
  return requestLike(at, { theme: "website", ...changes });
}

/** One held by Élise of `loire-aide` since Monday, our turn unless its state says otherwise. */
export function held(kind: "claimed" | "active" | "waiting-asker" | "undeliverable"): Request {
  const isOurs = kind === "claimed" || kind === "active";
  return website(MONDAY, {
    state: { kind, adviser: "elise", since: MONDAY },
    turn: isOurs ? "adviser" : "asker",
    waitingSince: isOurs ? MONDAY : undefined,
    ...(kind === "claimed" ? {} : { firstReplyAt: MONDAY }),
    team: "loire-aide",
    offers: [{ team: "loire-aide", rung: 2, at: MONDAY, key: "k" }],
  });
}

/** Everybody at their post, nothing else asked. */
export function around(changes: Partial<Surroundings> = {}): Omit<Surroundings, "now"> {
  return {
    directory: handoffDirectory({ team: samplePlatform }),
    standings: new Map(),
    others: [],
    platforms: [samplePlatform],
    timeZone: "Europe/Paris",
    ...changes,
  };
}

/** The directory with one team otherwise. */
export function withTeam(id: string, changes: Partial<Team>): Directory {
  const directory = handoffDirectory({ team: samplePlatform });
  const teams = directory.teams.map((team) => (team.id === id ? { ...team, ...changes } : team));
  return { ...directory, teams };
}

/** The directory with some advisers away. */
export function withAbsences(absences: Readonly<Record<string, Absence>>): Directory {
  const directory = handoffDirectory({ team: samplePlatform });
  const advisers = directory.advisers.map((adviser) => {
    const absence = absences[adviser.id];
    return absence ? { ...adviser, absences: [absence] } : adviser;
  });
  return { ...directory, advisers };
}
