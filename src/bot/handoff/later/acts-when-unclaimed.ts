import { withMark, type Due } from "../../../handoff/due.ts";
import { revise } from "../../../handoff/change-state.ts";
import { ordinaryHours } from "../../../handoff/opening.ts";
import type { Team } from "../../../model/directory.ts";
import { say } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { offerRequest } from "../team/offer-request.ts";
import { tellAdviser, tellRoom, tellThread } from "../tell-people.ts";
import type { Passing } from "./carry-out-due.ts";
import { namesOf, sayWaited } from "./say-request.ts";

type DueOf<K extends Due["kind"]> = Extract<Due, { kind: K }>;
type Changes = Promise<readonly Change[]>;

/** Tells the first teams of it. */
export async function offer({ rung }: DueOf<"offer">, request: Request, passing: Passing): Changes {
  return (await offerRequest(request, rung, passing)).changes;
}

/** Says once in the room of the team told first that it still waits. */
export async function remindRoom(
  { team: id, mark }: DueOf<"remind-room">,
  request: Request,
  { book, parts, now }: Passing,
): Changes {
  const after = revise(request, { marks: withMark(request, mark, now) }, now);
  const team = teamOf(id, parts);
  const rows = team ? inRoom(after, team, `reminded.${mark.since}`, parts) : [];
  return Promise.resolve([
    book.change(request, after),
    book.record(after, "reminded", "bot", now),
    ...rows,
  ]);
}

/** Tells further teams of it, and those who were told that they are not alone with it. */
export async function widen(
  { rung, mark }: DueOf<"widen">,
  request: Request,
  passing: Passing,
): Changes {
  const { book, parts, now } = passing;
  const marked = { ...request, marks: withMark(request, mark, now) };
  const { request: after, changes } = await offerRequest(marked, rung, passing);
  const fresh = new Set(rung.teams.map(({ id }) => id));
  const before = request.offers.filter(({ team }) => !fresh.has(team));
  const teams = rung.teams.map(({ name }) => name).join(", ");
  const rows = before.flatMap((known) => {
    const team = teamOf(known.team, parts);
    if (!team) return [];
    const words = parts.knowledge().tell(team.language)("ht-team-widened", {
      number: numberOf(after),
      teams,
    });
    return tellThread(
      after,
      team,
      { draft: say(words), name: `${mark.kind}.${mark.since}` },
      parts,
    );
  });
  return [...changes, book.record(after, "widened", "bot", now), ...rows];
}

/** Writes to who coordinates, or in their room where nobody is named. */
export async function tellCoordinator(
  due: DueOf<"tell-coordinator" | "tell-second-coordinator">,
  request: Request,
  { book, parts, now }: Passing,
): Changes {
  const { mark, coordination, coordinator } = due;
  const after = revise(request, { marks: withMark(request, mark, now) }, now);
  const knowledge = parts.knowledge();
  const { language, timeZone } = knowledge.settings;
  const tell = knowledge.tell(language);
  const told = request.offers.flatMap(({ team }) => teamOf(team, parts) ?? []);
  const hours = told[0]?.hours ?? ordinaryHours(timeZone);
  const since = new Date(request.openedAt ?? request.at);
  const values = {
    ...namesOf(request, language, knowledge),
    name: coordinator?.name ?? "",
    waited: sayWaited(since, now, hours, tell),
    teams: told.map(({ name }) => name).join(", ") || tell("ht-no-team"),
  };
  const isFirst = due.kind === "tell-coordinator";
  const named = isFirst ? "ht-coordinator" : "ht-second-coordinator";
  const draft = say(tell(coordinator ? named : "ht-coordinators", values));
  const name = `${mark.kind}.${mark.since}`;
  const rows = coordinator
    ? tellAdviser({ accounts: [coordinator] }, language, request.id, { draft, name }, parts)
    : tellRoom(coordination.room, language, request.id, { draft, name }, parts);
  const kind = isFirst ? "coordinator-told" : "second-coordinator-told";
  return Promise.resolve([
    book.change(request, after),
    book.record(after, kind, "bot", now),
    ...rows,
  ]);
}

function inRoom(request: Request, team: Team, name: string, parts: Passing["parts"]): Change[] {
  const knowledge = parts.knowledge();
  const tell = knowledge.tell(team.language);
  const names = namesOf(request, team.language, knowledge);
  const take = tell("hd-take-number", { number: names.number });
  const draft = say(tell("ht-team-reminder", names), [{ label: take, value: "take" }]);
  return tellRoom(team.room, team.language, request.id, { draft, name }, parts);
}

function teamOf(id: string, { knowledge }: Passing["parts"]): Team | undefined {
  return knowledge().library.directory.teams.find((team) => team.id === id);
}
