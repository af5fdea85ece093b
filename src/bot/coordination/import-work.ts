import { messageKey } from "../../delivery/message-key.ts";
import type { IncomingWorkshop } from "../../model/incoming-workshop.ts";
import type { StoredWorkshop, WorkshopChange } from "../../model/stored-workshops.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { ProgrammeWork } from "../../workshops/kept-programme.ts";
import type { Doing } from "../../workshops/life-cycle.ts";
import { newWorkshop } from "../../workshops/imports/new-workshop.ts";
import type { PlannedLine } from "../../workshops/imports/plan-import.ts";
import { bringIn } from "../../workshops/programme.ts";
import { revise } from "../../workshops/revise.ts";
import { faultsOf, type WorkshopFinding } from "../../workshops/workshop-rules.ts";
import { createdRecord } from "./wish-work.ts";

/** What importing came to. */
export interface ImportWork extends ProgrammeWork {
  readonly added: number;
  readonly changed: number;
  /** Lines that break a rule of the programme, and the first rule they break. */
  readonly refused: readonly { readonly line: number; readonly fault: WorkshopFinding }[];
}

/** Takes planned lines into a programme, as drafts where they are new. Pure: the caller stores it. */
export function importWork(
  lines: readonly PlannedLine[],
  entries: readonly StoredWorkshop[],
  doing: Doing & { readonly key: string },
): ImportWork {
  const byId = new Map(entries.map((entry) => [entry.workshop.id, entry]));
  const changedEntries: StoredWorkshop[] = [];
  const records: WorkshopChange[] = [];
  const refused: { line: number; fault: WorkshopFinding }[] = [];
  const incoming: { readonly line: number; readonly one: IncomingWorkshop }[] = [];
  for (const [rank, planned] of lines.entries()) {
    if (planned.kind === "new") {
      const id = `w-${messageKey("import", doing.key, rank)}`;
      const {
        number: _number,
        revision: _revision,
        createdAt: _at,
        updatedAt: _since,
        ...one
      } = newWorkshop(planned, { id, number: 0, now: doing.at });
      incoming.push({ line: planned.line.line, one });
    }
    if (planned.kind === "changed") {
      const before = planned.workshop;
      const revised = revise(before, planned.fields, doing.at);
      const [fault] = faultsOf(revised);
      if (fault) refused.push({ line: planned.line.line, fault });
      else {
        const workshop: Workshop = { ...revised, origin: planned.origin };
        changedEntries.push({ ...byId.get(before.id), workshop });
        if (revised !== before) {
          records.push({
            owner: doing.by,
            workshop: before.id,
            kind: "edit",
            before,
            at: revised.updatedAt,
          });
        }
      }
    }
  }
  const update = bringIn(
    entries,
    incoming.map(({ one }) => one),
    doing.at,
  );
  const added = update.broughtIn.flatMap((brought, rank) => {
    if (brought.outcome === "refused") {
      const [fault] = brought.faults;
      if (fault) refused.push({ line: incoming[rank]?.line ?? 0, fault });
      return [];
    }
    return brought.outcome === "new" ? [brought.stored.workshop] : [];
  });
  return {
    entries: [...changedEntries, ...added.map((workshop) => ({ workshop }))],
    records: [...records, ...added.map((workshop) => createdRecord(workshop, doing))],
    added: added.length,
    changed: changedEntries.length,
    refused,
  };
}
