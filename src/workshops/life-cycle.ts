import type { PhraseKey } from "../model/phrases.ts";
import type { WorkshopChange } from "../model/stored-workshops.ts";
import type { Workshop } from "../model/workshop.ts";
import { revise } from "./revise.ts";
import { faultsOf, faultsToPublish, placeFaults, type WorkshopFinding } from "./workshop-rules.ts";
import { isOver, takesPlace } from "./workshop-state.ts";

/** What people write of a workshop; the rest follows from what is done with it. */
export type WorkshopFields = Partial<
  Omit<
    Workshop,
    | "id"
    | "number"
    | "publication"
    | "status"
    | "previousStarts"
    | "revision"
    | "origin"
    | "createdAt"
    | "updatedAt"
  >
>;

/** What can be done with a workshop. */
export type Transition =
  | { readonly kind: "submit" | "approve" | "publish" | "archive" }
  | { readonly kind: "refuse" | "postpone" | "cancel"; readonly reason: string }
  /** Another start or place moves it. */
  | { readonly kind: "edit"; readonly fields: WorkshopFields; readonly reason?: string }
  | {
      readonly kind: "move-online";
      readonly fields: Pick<WorkshopFields, "joinUrl" | "joinSecret" | "phone">;
      readonly reason: string;
    };

/** Who does it, and when. */
export interface Doing {
  /** Key of the person, see `personKey`. */
  readonly by: string;
  readonly at: Date;
}

/** The workshop afterwards with the record of who did what; or why it cannot be done. */
export type TransitionOutcome =
  | { readonly kind: "done"; readonly workshop: Workshop; readonly change: WorkshopChange }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly why: PhraseKey }
  | { readonly kind: "faulty"; readonly faults: readonly WorkshopFinding[] };

/**
 * Does something with a workshop. Who may do it, and whether a review comes first, is for the caller: the
 * steps alone are checked here.
 */
export function transition(
  workshop: Workshop,
  wanted: Transition,
  { by, at }: Doing,
): TransitionOutcome {
  const why = refusalOf(workshop, wanted, at);
  if (why !== undefined) return { kind: "refused", why };
  const changed = revise(workshop, fieldsOf(wanted), at);
  if (changed === workshop) return { kind: "unchanged" };
  const faults = faultsAfter(workshop, changed, at);
  if (faults.length > 0) return { kind: "faulty", faults };
  return {
    kind: "done",
    workshop: changed,
    change: {
      owner: by,
      workshop: workshop.id,
      kind: wanted.kind,
      reason: "reason" in wanted ? wanted.reason : undefined,
      before: workshop,
      at: changed.updatedAt,
    },
  };
}

/** Why a step cannot be taken from where the workshop is. */
function refusalOf(workshop: Workshop, { kind }: Transition, at: Date): PhraseKey | undefined {
  const { publication, status } = workshop;
  const isDone = publication === "published" && isOver(workshop, at) && status !== "postponed";
  switch (kind) {
    case "submit":
    case "publish":
      return publication === "draft" ? undefined : "workshop-not-draft";
    case "approve":
    case "refuse":
      return publication === "review" ? undefined : "workshop-not-in-review";
    case "archive":
      return publication === "draft" || isDone || status === "cancelled"
        ? undefined
        : "workshop-not-over";
    case "edit":
      if (publication === "archived") return "workshop-archived";
      if (status === "cancelled") return "workshop-is-cancelled";
      return isDone ? "workshop-is-over" : undefined;
    case "move-online":
    case "postpone":
    case "cancel":
      if (publication !== "published") return "workshop-not-published";
      if (status === "cancelled") return "workshop-is-cancelled";
      return isDone ? "workshop-is-over" : undefined;
  }
}

function fieldsOf(wanted: Transition): Partial<Workshop> {
  switch (wanted.kind) {
    case "submit":
      return { publication: "review" };
    case "approve":
    case "publish":
      return { publication: "published" };
    case "refuse":
      return { publication: "draft", reason: wanted.reason };
    case "archive":
      return { publication: "archived" };
    case "edit":
      return {
        ...wanted.fields,
        ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
      };
    case "move-online":
      return {
        ...wanted.fields,
        mode: "online",
        place: undefined,
        status: "moved-online",
        reason: wanted.reason,
      };
    case "postpone":
      return { status: "postponed", reason: wanted.reason };
    case "cancel":
      return { status: "cancelled", reason: wanted.reason };
  }
}

/** What forbids the change; leaving the programme is never forbidden by a rule. */
function faultsAfter(before: Workshop, after: Workshop, at: Date): readonly WorkshopFinding[] {
  if (after.publication === "archived" || !takesPlace(after)) return [];
  const isNew = before.publication !== "published" && after.publication === "published";
  if (isNew) return faultsToPublish(after, at);
  if (after.publication !== "published") return faultsOf(after);
  const isMoved = before.localStart !== after.localStart || before.timeZone !== after.timeZone;
  return isMoved ? faultsToPublish(after, at) : [...faultsOf(after), ...placeFaults(after)];
}
