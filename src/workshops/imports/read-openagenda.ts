import { agendaFields, type AgendaWords } from "./agenda-fields.ts";
import { agendaSlots } from "./agenda-slots.ts";
import { faulty, finishLine } from "./finish-line.ts";
import {
  type ImportDefaults,
  type ImportedLine,
  type ImportProblemKey,
  type ImportReading,
  problem,
} from "./import-reading.ts";
import { isRecord, listIn, textIn, type JsonRecord } from "./json-values.ts";
import { MOST_WORKSHOPS, readBytes } from "./read-bytes.ts";

/** Published, among the states of moderation; refused is -1, to moderate 0, ready 1. */
const PUBLISHED = 2;

/**
 * Workshops of an OpenAgenda JSON file, one per slot of `timings`: only published events, and those listed
 * as removed. An offset that the zone does not have on that day keeps the written hour, with a warning.
 * Never throws.
 * Source: https://developers.openagenda.com/ (evenements/structure, lecture)
 */
export function readOpenAgenda(
  bytes: Uint8Array,
  defaults: ImportDefaults,
  words: AgendaWords,
): ImportReading {
  const file = readBytes(bytes);
  if (file.kind === "refused") return file;
  const agenda = parse(file.text);
  if (agenda === undefined) return refused("import-not-json");
  const events = isRecord(agenda) ? agenda["events"] : agenda;
  if (!Array.isArray(events)) return refused("import-not-agenda");
  const removed = isRecord(agenda) ? listIn(agenda, "removed") : [];
  const lines: ImportedLine[] = [];
  for (const [rank, event] of events.entries()) {
    const read = isRecord(event)
      ? eventLines(event, rank + 1, defaults, words)
      : [unread(rank + 1)];
    lines.push(...read);
    if (lines.length > MOST_WORKSHOPS) {
      return refused("import-too-many-workshops", { most: MOST_WORKSHOPS });
    }
  }
  const gone = removed.slice(0, MOST_WORKSHOPS).flatMap((entry) => {
    const externalId = isRecord(entry) ? idOf(entry) : textOfId(entry);
    return externalId === undefined ? [] : [{ kind: "removed", externalId } as const];
  });
  const total = isRecord(agenda) ? agenda["total"] : undefined;
  const isWhole = typeof total !== "number" || total <= events.length;
  return { kind: "read", lines: [...lines, ...gone], isWhole, notes: [] };
}

function eventLines(
  event: JsonRecord,
  line: number,
  defaults: ImportDefaults,
  words: AgendaWords,
): readonly ImportedLine[] {
  if ((event["state"] ?? PUBLISHED) !== PUBLISHED) return [];
  const uid = idOf(event);
  const slots = agendaSlots(event, textIn(event, "timezone") ?? defaults.timeZone);
  const { fields, themeWords } = agendaFields(event, defaults, words);
  return slots.map((slot) => {
    // Slots have no id of their own: a lone one may move and stay the same.
    const isLone = slot.kind === "problem" || slots.length === 1;
    const externalId = uid === undefined || isLone ? uid : `${uid}#${slot.fields.localStart}`;
    const place = externalId === undefined ? { line } : { line, externalId };
    if (slot.kind === "problem") return faulty(place, slot.problem);
    const { warnings } = slot;
    return finishLine(
      { place, fields: { ...fields, ...slot.fields }, warnings, themeWords },
      defaults,
    );
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch {
    // Told as a refusal: the file is somebody else's.
    return undefined;
  }
}

function idOf(event: JsonRecord): string | undefined {
  return textOfId(event["uid"]);
}

function textOfId(id: unknown): string | undefined {
  return typeof id === "number" || (typeof id === "string" && id !== "") ? String(id) : undefined;
}

function unread(line: number): ImportedLine {
  return faulty({ line }, problem("import-unread-event"));
}

function refused(key: ImportProblemKey, values: Record<string, number> = {}): ImportReading {
  return { kind: "refused", problem: problem(key, values) };
}
