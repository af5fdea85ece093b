import type { Workshop } from "../../model/workshop.ts";
import { addMinutes, isZone } from "../wall-time.ts";
import type { CellOf } from "./csv-columns.ts";
import { type ImportDefaults, type ImportProblem, problem } from "./import-reading.ts";
import { readDay } from "./read-day.ts";
import { type Hours, readDuration, readHour, readHours } from "./read-hours.ts";

/** When a line of a table says its workshop is. */
export type TableTimes =
  | {
      readonly kind: "times";
      readonly fields: Pick<Workshop, "localStart" | "localEnd" | "timeZone">;
      readonly warnings: readonly ImportProblem[];
    }
  | { readonly kind: "problem"; readonly problem: ImportProblem };

/** Reads the day, the hours and the zone, each in its column, or day and hour together in one. */
export function tableTimes(wholeCellOf: CellOf, defaults: ImportDefaults): TableTimes {
  // No day nor hour is longer, and long ones take long to search.
  const cellOf: CellOf = (column) => wholeCellOf(column)?.slice(0, 100);
  const timeZone = cellOf("zone") || defaults.timeZone;
  if (!isZone(timeZone)) return fault("import-zone-unknown", timeZone);
  const start = moment(cellOf("date") ?? "", cellOf("start") ?? "");
  if (start.day === "") return fault("import-date-missing", "");
  const day = readDay(start.day);
  if (day.kind === "problem") return day;
  if (start.hours === "") return fault("import-hour-missing", start.day);
  const hours = readHours(start.hours);
  if (hours === undefined) return fault("import-hour-unread", start.hours);
  const localStart = addMinutes(`${day.day}T00:00`, hours.start);
  const end = endOf(cellOf, day.day, hours);
  if (end.kind === "problem") return end;
  const fields = { localStart, localEnd: end.localEnd, timeZone };
  return { kind: "times", fields, warnings: day.warnings };
}

type EndReading =
  | { readonly kind: "end"; readonly localEnd: string | undefined }
  | { readonly kind: "problem"; readonly problem: ImportProblem };

function endOf(cellOf: CellOf, startDay: string, { start, end }: Hours): EndReading {
  const written = moment(cellOf("endDate") ?? "", cellOf("end") ?? "");
  const day = written.day === "" ? undefined : readDay(written.day);
  if (day?.kind === "problem") return day;
  const onDay = day?.day ?? startDay;
  if (written.hours !== "") {
    const hour = readHour(written.hours);
    if (hour === undefined) return fault("import-end-unread", written.hours);
    // Midnight is the end of a day rather than its beginning.
    const minutes = hour === 0 && day === undefined ? 1440 : hour;
    return { kind: "end", localEnd: addMinutes(`${onDay}T00:00`, minutes) };
  }
  if (end !== undefined) return { kind: "end", localEnd: addMinutes(`${onDay}T00:00`, end) };
  const duration = cellOf("duration") ?? "";
  if (duration === "") return { kind: "end", localEnd: undefined };
  const minutes = readDuration(duration);
  if (minutes === undefined) return fault("import-end-unread", duration);
  return { kind: "end", localEnd: addMinutes(`${startDay}T00:00`, start + minutes) };
}

/** A day and an hour, which one cell may hold together: `09/03/2027 18:00`, `2027-03-09T18:00`, `46455,75`. */
function moment(day: string, hours: string): { readonly day: string; readonly hours: string } {
  if (day !== "" && hours !== "" && !together.test(hours)) return { day: stripHour(day), hours };
  const written = together.exec(hours === "" ? day : hours);
  if (written) {
    const [, itsDay = "", itsHours = "", fraction] = written;
    return { day: itsDay, hours: fraction === undefined ? itsHours : `0${fraction}` };
  }
  return { day, hours };
}

const together =
  /^(\d{5}(?=[.,])|\d{4}-\d{2}-\d{2}(?=T)|.*\d{4}|\d{4}-\d{2}-\d{2})(?:(?:T|,?\s+(?:à|at|de|from|[-–—:])?\s*)(\d{1,2}\s*[h:].*)|([.,]\d+))$/iu;

/** Spreadsheets write days as `09/03/2027 00:00:00`. */
function stripHour(day: string): string {
  return day.replace(/[T\s]+00:00(?::00)?$/u, "");
}

function fault(
  key:
    | "import-zone-unknown"
    | "import-date-missing"
    | "import-hour-missing"
    | "import-hour-unread"
    | "import-end-unread",
  text: string,
): { readonly kind: "problem"; readonly problem: ImportProblem } {
  return { kind: "problem", problem: problem(key, { text: text.slice(0, 60) }) };
}
