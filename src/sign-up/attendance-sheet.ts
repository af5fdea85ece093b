import { registrationKeptDays, type Registration } from "../model/registration.ts";
import type { Attachment } from "../model/reply.ts";
import { spreadsheetText } from "../model/spreadsheet-text.ts";
import { DAY_MS } from "../model/durations.ts";

/** The words at the head of the columns of a sheet, and those that say who came. */
export interface SheetWords {
  readonly number: string;
  readonly name: string;
  readonly seats: string;
  readonly needs: string;
  readonly present: string;
  readonly yes: string;
  readonly no: string;
}

/** A sheet for the host, and when it must be gone. */
export interface AttendanceSheet {
  readonly file: Attachment;
  /** 30 days after the workshop, as what it was made from: the message that carries it is then taken away. */
  readonly eraseAt: Date;
}

/**
 * The host's sheet: a line for each person expected, with the name and the needs they gave and no other
 * trace of who they are.
 * @param registrations of the workshop, in any order
 */
export function attendanceSheet(
  { endsAt, name }: { readonly endsAt: Date; readonly name: string },
  registrations: readonly Registration[],
  words: SheetWords,
): AttendanceSheet {
  const header = [words.number, words.name, words.seats, words.needs, words.present];
  const lines = registrations
    .filter(({ state: { kind } }) => ["registered", "attended", "absent"].includes(kind))
    .toSorted((a, b) => a.order - b.order)
    .map((one) => [
      String(one.order),
      one.name ?? "",
      String(one.seats),
      one.needs ?? "",
      presence(one, words),
    ]);
  return {
    file: { name, type: "text/csv", text: spreadsheetText([header, ...lines]) },
    eraseAt: new Date(endsAt.getTime() + registrationKeptDays * DAY_MS),
  };
}

function presence({ state: { kind } }: Registration, { yes, no }: SheetWords): string {
  if (kind === "attended") return yes;
  return kind === "absent" ? no : "";
}
