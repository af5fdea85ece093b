import type { Workshop, WorkshopOrigin } from "../../model/workshop.ts";
import { instantOf } from "../wall-time.ts";
import { canBeCancelled } from "../workshop-state.ts";
import { changesOf, type FieldChange } from "./field-changes.ts";
import {
  type ImportedFields,
  type ImportedLine,
  type ImportedWorkshop,
  type ImportProblem,
  problem,
} from "./import-reading.ts";
import { hashOf, keyOf } from "./import-keys.ts";

/** What an import would do with a line, or with a workshop its source no longer holds. */
export type PlannedLine =
  | {
      readonly kind: "new";
      readonly line: ImportedWorkshop;
      readonly origin: WorkshopOrigin;
      /** Trusted sources publish what nobody needs to look at; the others make drafts. */
      readonly publication: "draft" | "published";
    }
  | {
      readonly kind: "changed";
      readonly line: ImportedWorkshop;
      readonly workshop: Workshop;
      readonly changes: readonly FieldChange[];
      /** To be written over the workshop's own; what the source does not speak of stays. */
      readonly fields: ImportedFields;
      readonly origin: WorkshopOrigin;
    }
  | { readonly kind: "unchanged"; readonly line: ImportedWorkshop; readonly workshop: Workshop }
  /** Unknown here, and already begun or never to be: nobody need hear of it. */
  | {
      readonly kind: "left-out";
      readonly line: ImportedWorkshop;
      readonly why: "past" | "cancelled";
    }
  | { readonly kind: "error"; readonly line: number; readonly problem: ImportProblem }
  | { readonly kind: "cancel?"; readonly workshop: Workshop };

/** How an import is planned. */
export interface ImportOptions {
  /** The file, feed or agenda, by a name that stays. */
  readonly source: string;
  readonly now: Date;
  readonly isTrusted: boolean;
}

/**
 * What importing lines into a programme would do; nothing is done. A workshop is known again by source and
 * external id, else by title, start and place; one taken from another source is left to that one. The same
 * lines a second time change nothing, and what somebody changed by hand since stays until the source changes.
 */
export function planImport(
  programme: readonly Workshop[],
  { lines, isWhole }: { readonly lines: readonly ImportedLine[]; readonly isWhole: boolean },
  options: ImportOptions,
): readonly PlannedLine[] {
  const known = new KnownWorkshops(programme, lines, options.source);
  const planned: PlannedLine[] = [];
  const seen = new Map<string, number>();
  const kept = new Set<Workshop>();
  const removed = new Set<Workshop>();
  for (const line of lines) {
    if (line.kind === "removed") {
      for (const workshop of known.allOf(line.externalId)) removed.add(workshop);
    } else if (line.kind === "problem") {
      // What cannot be read is still there.
      for (const workshop of known.allOf(line.externalId)) kept.add(workshop);
      planned.push({ kind: "error", line: line.line, problem: line.problem });
    } else {
      const externalId = idOf(line);
      const other = seen.get(externalId);
      const found = known.find(externalId, line.fields);
      const workshop = found !== undefined && kept.has(found) ? undefined : found;
      seen.set(externalId, other ?? line.line);
      if (workshop !== undefined) kept.add(workshop);
      planned.push(
        other === undefined
          ? planLine(line, workshop, options)
          : { kind: "error", line: line.line, problem: problem("import-same-as", { other }) },
      );
    }
  }
  const gone = goneFrom(programme, options).filter(
    (workshop) => removed.has(workshop) || (isWhole && !kept.has(workshop)),
  );
  return [...planned, ...gone.map((workshop) => ({ kind: "cancel?", workshop }) as const)];
}

/** How many lines of each kind. */
export function countPlanned(
  planned: readonly PlannedLine[],
): Readonly<Record<PlannedLine["kind"], number>> {
  const counts = { new: 0, changed: 0, unchanged: 0, "left-out": 0, error: 0, "cancel?": 0 };
  for (const { kind } of planned) counts[kind] += 1;
  return counts;
}

function idOf({ externalId, fields }: ImportedWorkshop): string {
  return externalId ?? keyOf(fields);
}

function planLine(
  line: ImportedWorkshop,
  workshop: Workshop | undefined,
  { source, now, isTrusted }: ImportOptions,
): PlannedLine {
  const { fields, warnings } = line;
  const hash = hashOf(fields);
  const origin = { source, externalId: idOf(line), hash };
  if (workshop === undefined) {
    if (instantOf(fields.localStart, fields.timeZone) <= now) {
      return { kind: "left-out", line, why: "past" };
    }
    if (fields.status === "cancelled") return { kind: "left-out", line, why: "cancelled" };
    const publication = isTrusted && warnings.length === 0 ? "published" : "draft";
    return { kind: "new", line, origin, publication };
  }
  const isOthers = workshop.origin !== undefined && workshop.origin.source !== source;
  const changes = isOthers || workshop.origin?.hash === hash ? [] : changesOf(workshop, fields);
  if (changes.length === 0) return { kind: "unchanged", line, workshop };
  return { kind: "changed", line, workshop, changes, fields: keptStatus(workshop, fields), origin };
}

/** That it takes place as planned does not undo that it was moved here. */
function keptStatus(workshop: Workshop, fields: ImportedFields): ImportedFields {
  const isSaid = changesOf(workshop, { ...fields }).some(({ field }) => field === "status");
  return isSaid ? fields : { ...fields, status: workshop.status };
}

/** Those of the source that could be cancelled: they are still to come. */
function goneFrom(
  programme: readonly Workshop[],
  { source, now }: ImportOptions,
): readonly Workshop[] {
  return programme.filter(
    (workshop) => workshop.origin?.source === source && canBeCancelled(workshop, now),
  );
}

/** The programme by what lines may know it by. */
class KnownWorkshops {
  private readonly byId: ReadonlyMap<string, Workshop>;
  private readonly byKey: ReadonlyMap<string, Workshop>;

  constructor(programme: readonly Workshop[], lines: readonly ImportedLine[], source: string) {
    const told = new Set(lines.map((line) => (line.kind === "workshop" ? idOf(line) : undefined)));
    const isTold = ({ origin }: Workshop): boolean =>
      origin?.source === source && told.has(origin.externalId);
    this.byId = new Map(
      programme.flatMap((workshop) =>
        workshop.origin?.source === source ? [[workshop.origin.externalId, workshop] as const] : [],
      ),
    );
    // What another line knows by its id is not found by its looks.
    const others = programme.filter((workshop) => !isTold(workshop));
    this.byKey = new Map(others.map((workshop) => [keyOf(workshop), workshop]));
  }

  find(externalId: string, fields: ImportedFields): Workshop | undefined {
    return this.byId.get(externalId) ?? this.byKey.get(keyOf(fields));
  }

  /** With the occurrences of a series. */
  allOf(externalId: string | undefined): readonly Workshop[] {
    if (externalId === undefined) return [];
    const ids = [...this.byId].filter(
      ([id]) => id === externalId || id.startsWith(`${externalId}#`),
    );
    return ids.map(([, workshop]) => workshop);
  }
}
