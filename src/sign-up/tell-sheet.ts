import type { Tell } from "../model/phrases.ts";
import type { Registration } from "../model/registration.ts";
import { say, type ReplyDraft } from "../model/reply.ts";
import type { Workshop } from "../model/workshop.ts";
import { sayWhen, type TimeSaying } from "../workshops/say-when.ts";
import { dayOf, wallTimeAt } from "../workshops/wall-time.ts";
import { endOf } from "../workshops/workshop-time.ts";
import { attendanceSheet, type SheetWords } from "./attendance-sheet.ts";
import { nameOf } from "./tell-notice.ts";

/** The host's list of who comes, with its file. */
export function tellSheet(
  workshop: Workshop,
  registrations: readonly Registration[],
  saying: TimeSaying,
): ReplyDraft {
  const { tell, sayDay } = saying;
  const { number, timeZone } = workshop;
  const named = { workshop: nameOf(workshop, saying), when: sayWhen([workshop], saying) };
  const expected = registrations.filter(({ state: { kind } }) =>
    ["registered", "attended", "absent"].includes(kind),
  );
  const requests = sayRequests(registrations, number, tell);
  if (expected.length === 0) return say([tell("sheet-none", named), ...requests].join("\n\n"));
  const about = { endsAt: endOf(workshop), name: tell("sheet-name", { number }) };
  const { file, eraseAt } = attendanceSheet(about, registrations, wordsIn(tell));
  const seats = expected.reduce((sum, one) => sum + one.seats, 0);
  const erase = sayDay(dayOf(wallTimeAt(eraseAt, timeZone)));
  const text = tell("sheet-ready", { ...named, people: expected.length, seats, erase });
  return {
    ...say([text, ...requests].join("\n\n")),
    attachments: [{ ...file, alt: tell("sheet-what") }],
    goneAt: eraseAt.toISOString(),
  };
}

/** Those who wait for the host's yes, by the number that answers them. */
function sayRequests(
  registrations: readonly Registration[],
  number: number,
  tell: Tell,
): readonly string[] {
  const lines = registrations
    .filter(({ state }) => state.kind === "waiting" && state.awaits === "approval")
    .toSorted((a, b) => a.order - b.order)
    .map(({ order, seats, name = "", needs = "" }) => {
      const said = [name, needs].filter((one) => one !== "").join(", ");
      return tell("sheet-request", { order, seats, said: said === "" ? "" : ` (${said})` });
    });
  const [first] = lines;
  if (first === undefined) return [];
  return [[tell("sheet-requests", { number }), ...lines].join("\n")];
}

function wordsIn(tell: Tell): SheetWords {
  return {
    number: tell("sheet-column-number"),
    name: tell("sheet-column-name"),
    seats: tell("sheet-column-seats"),
    needs: tell("sheet-column-needs"),
    present: tell("sheet-column-present"),
    yes: tell("sheet-yes"),
    no: tell("sheet-no"),
  };
}
