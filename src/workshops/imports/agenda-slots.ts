import type { WallTime, Workshop } from "../../model/workshop.ts";
import { instantsOf, isZone, readWallTime, wallTimeAt } from "../wall-time.ts";
import { type ImportProblem, problem } from "./import-reading.ts";
import { isRecord, type JsonRecord, listIn, textIn } from "./json-values.ts";

/** A slot of an event on the clocks of its zone. */
export type AgendaSlot =
  | {
      readonly kind: "slot";
      readonly fields: Pick<Workshop, "localStart" | "localEnd" | "timeZone">;
      readonly warnings: readonly ImportProblem[];
    }
  | { readonly kind: "problem"; readonly problem: ImportProblem };

/** The slots of an event, or one problem for each that cannot be told. */
export function agendaSlots(event: JsonRecord, timeZone: string): readonly AgendaSlot[] {
  if (!isZone(timeZone)) return [fault("import-zone-unknown", timeZone)];
  const timings = listIn(event, "timings");
  if (timings.length === 0) return [fault("import-date-missing", "")];
  return timings.map((timing) => slotOf(isRecord(timing) ? timing : {}, timeZone));
}

function slotOf(timing: JsonRecord, timeZone: string): AgendaSlot {
  const begin = textIn(timing, "begin") ?? textIn(timing, "start") ?? "";
  const start = readStamp(begin, timeZone);
  if (start === undefined) return fault("import-date-unread", begin);
  const written = textIn(timing, "end");
  const end = written === undefined ? undefined : readStamp(written, timeZone);
  if (written !== undefined && end === undefined) return fault("import-end-unread", written);
  const isTrue = start.fitsZone && (end?.fitsZone ?? true);
  const fields = { localStart: start.wall, localEnd: end?.wall, timeZone };
  const warnings = isTrue ? [] : [problem("import-offset-wrong", { text: begin, zone: timeZone })];
  return { kind: "slot", fields, warnings };
}

interface Stamp {
  readonly wall: WallTime;
  /** Whether the written offset is that of the zone on that day. */
  readonly fitsZone: boolean;
}

function readStamp(text: string, timeZone: string): Stamp | undefined {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u.exec(
    text,
  );
  const wall = readWallTime(found?.[1] ?? "");
  if (wall === undefined) return undefined;
  const offset = found?.[2];
  if (offset === undefined) return { wall, fitsZone: true };
  const minutes = minutesOf(offset);
  const at = new Date(Date.parse(`${wall}Z`) - minutes * 60_000);
  // UTC is no claim about the hour of the place.
  if (minutes === 0) return { wall: wallTimeAt(at, timeZone), fitsZone: true };
  const isThen = instantsOf(wall, timeZone).some((instant) => instant.getTime() === at.getTime());
  // Of two times alike, the offset tells which.
  return { wall: isThen ? wallTimeAt(at, timeZone) : wall, fitsZone: isThen };
}

function minutesOf(offset: string): number {
  if (offset === "Z") return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith("-") ? -minutes : minutes;
}

function fault(
  key: "import-zone-unknown" | "import-date-missing" | "import-date-unread" | "import-end-unread",
  text: string,
): AgendaSlot {
  return { kind: "problem", problem: problem(key, { text: text.slice(0, 60) }) };
}
