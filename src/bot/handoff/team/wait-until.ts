import { changeState, revise } from "../../../handoff/change-state.ts";
import { numberOf, type RequestState } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { readDate } from "../../../workshops/read-date.ts";
import { instantOf } from "../../../workshops/wall-time.ts";
import { formatShortDay } from "../../../answers/format-day.ts";
import { wallTimeAt, dayOf } from "../../../workshops/wall-time.ts";
import { askRest, tooLate, unlessTheirs, written } from "./change-request.ts";
import { answer, type RequestDesk } from "./desk.ts";

/** A day without an hour is meant from its morning on. */
const MORNING = "09:00";

/** « Attendre jusqu'à … »: nothing is asked of anybody until then; without a date, until whoever asked writes. */
export function waitUntil(desk: RequestDesk, until?: string): readonly Change[] {
  const { request, adviser, team, now, tell } = desk;
  const refused = unlessTheirs(desk);
  if (refused) return refused;
  const { kind } = request.state;
  if (kind === "claimed") {
    return answer(desk, say(tell("hd-answer-first", { number: numberOf(request) })));
  }
  if (until === undefined) return askRest(desk, "attendre jusqu'à", tell("hd-wait-until"));
  const at = instantMeant(until, now, team.hours.timeZone);
  if (!at) return askRest(desk, "attendre jusqu'à", tell("hd-wait-unread", { until }));
  const since = now.toISOString();
  const state: RequestState = {
    kind: "waiting-asker",
    adviser: adviser.id,
    since,
    until: at.toISOString(),
  };
  const after =
    changeState(request, state, now) ??
    (kind === state.kind ? { ...revise(request, {}, now), state } : undefined);
  if (!after) return tooLate(desk);
  const day = formatShortDay(dayOf(wallTimeAt(at, team.hours.timeZone)), team.language);
  return [
    ...written(desk, after, "waiting"),
    ...answer(
      { ...desk, request: after },
      say(tell("hd-waiting", { number: numberOf(after), day })),
    ),
  ];
}

/** The instant a date said in chat is, the first of several it can be; undefined for one nobody can tell. */
function instantMeant(text: string, now: Date, zone: string): Date | undefined {
  const read = readDate(text, { now, zone });
  if (read.kind === "understood") return instantOf(read.localStart, zone);
  // "Tuesday", said on a Tuesday, is the next one.
  const days = read.kind === "needs-hour" ? read.days : [];
  return days.map((day) => instantOf(`${day}T${MORNING}`, zone)).find((at) => at > now);
}
