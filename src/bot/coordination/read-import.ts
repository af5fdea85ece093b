import type { Language } from "../../model/language.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { ImportDefaults, ImportReading } from "../../workshops/imports/import-reading.ts";
import { planImport, type PlannedLine } from "../../workshops/imports/plan-import.ts";
import { readCsv } from "../../workshops/imports/read-csv.ts";
import { readIcs } from "../../workshops/imports/read-ics.ts";
import { readOpenAgenda } from "../../workshops/imports/read-openagenda.ts";
import type { Knowledge } from "../knowledge.ts";

/** What importing a text would do. */
export type ImportPlan =
  | {
      readonly kind: "planned";
      readonly lines: readonly PlannedLine[];
      readonly notes: Extract<ImportReading, { readonly kind: "read" }>["notes"];
    }
  | Exclude<ImportReading, { readonly kind: "read" }>;

/** What was pasted has no name of its own: everything that is pasted is one source, of which nothing is gone. */
const SOURCE = "chat";

/**
 * Reads a calendar, an agenda or a table, whichever the text looks like, and plans its import. Nothing is
 * done. What is pasted is never trusted: it makes drafts.
 */
export function planTextImport(
  { text, timeZone }: { readonly text: string; readonly timeZone: string | undefined },
  programme: readonly Workshop[],
  parts: { readonly knowledge: Knowledge; readonly language: Language; readonly now: Date },
): ImportPlan {
  const { knowledge, now } = parts;
  const { settings, library, tell } = knowledge;
  const defaults: ImportDefaults = {
    timeZone: timeZone ?? settings.timeZone,
    language: "fr",
    territories: [],
    themes: library.themes.map(({ id, name, words }) => ({
      id,
      names: [id, name.fr, name.en, ...words.fr, ...words.en],
    })),
  };
  const bytes = new TextEncoder().encode(text.trim());
  const kind = looksLike(text);
  const say = tell("fr");
  const accessibility = new Map(
    (["hi", "vi", "pi", "mi", "ii"] as const).map((code) => [code, say(`accessibility-${code}`)]),
  );
  const reading =
    kind === "calendar"
      ? readIcs(bytes, defaults, { now, zone: timeZone })
      : kind === "agenda"
        ? readOpenAgenda(bytes, defaults, { accessibility })
        : readCsv(bytes, defaults);
  if (reading.kind !== "read") return reading;
  // A pasted text is a part: what it does not hold is not gone.
  const told = { lines: reading.lines, isWhole: false };
  const lines = planImport(programme, told, { source: SOURCE, now, isTrusted: false });
  return { kind: "planned", lines, notes: reading.notes };
}

/** Whether a text is a file to import rather than a sentence. */
export function isImportable(text: string): boolean {
  return looksLike(text) !== "table" || /\n/u.test(text.trim());
}

function looksLike(text: string): "calendar" | "agenda" | "table" {
  const start = text.trimStart();
  if (/^BEGIN:VCALENDAR/iu.test(start)) return "calendar";
  return /^[[{]/u.test(start) ? "agenda" : "table";
}
