import type { ProgrammeWish } from "../../model/coordination.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import type { StoredWorkshop } from "../../model/stored-workshops.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { DraftWords } from "../../model/workshop-draft.ts";
import type { Transition } from "../../workshops/life-cycle.ts";
import { dayOf } from "../../workshops/wall-time.ts";
import { withWords } from "./drafted-workshop.ts";
import { publishing } from "./publish-work.ts";
import { movedAlike, occurrencesMeant } from "./series-meant.ts";
import { aboutAll, takeSteps, type Task, type WishWork, type Wishing } from "./wish-work.ts";

type ChangeWish = Extract<ProgrammeWish, { kind: "change" | "cancel" | "postpone" }>;

/** Changes a workshop, or as many occurrences of its series as were meant: all of them or none. */
export function changeWork(
  wish: ChangeWish,
  chosen: StoredWorkshop,
  entries: readonly StoredWorkshop[],
  wishing: Wishing,
): WishWork {
  const meant = occurrencesMeant(
    chosen.workshop,
    entries.map(({ workshop }) => workshop),
    { scope: wish.scope, act: actOf(wish), now: wishing.at },
  );
  const byId = new Map(entries.map((entry) => [entry.workshop.id, entry]));
  const found = meant.flatMap(({ id }) => byId.get(id) ?? []);
  if (wish.kind !== "change") {
    const { kind, reason } = wish;
    const transitions = [{ kind, reason }];
    const tasks = found.map((entry) => ({ entry, transitions }));
    const isCancelled = kind === "cancel";
    return takeSteps(
      tasks,
      isCancelled ? "coordination-cancelled" : "coordination-postponed",
      wishing,
    );
  }
  const edits = found.map((entry): Task => {
    return { entry, transitions: editsOf(wish, entry.workshop, chosen.workshop) };
  });
  const edited = takeSteps(edits, phraseOf(wish, chosen.workshop), wishing);
  if (wish.outcome === "keep") return edited;
  // Nothing to change before it is published.
  const isAsItWas = edited.phrase === "coordination-unchanged";
  if (!isAsItWas && edited.entries.length === 0) return edited;
  const drafts = isAsItWas ? found : edited.entries;
  const kept = isAsItWas
    ? { ...edited, ...aboutAll(drafts.map(({ workshop }) => workshop)) }
    : edited;
  return publishing(wish.outcome, kept, wishing, (steps, phrase) =>
    takeSteps(
      edits.map(({ entry, transitions }) => ({ entry, transitions: [...transitions, ...steps] })),
      phrase,
      wishing,
    ),
  );
}

/** What a change is for, as far as it decides which occurrences it can be about. */
function actOf(wish: ChangeWish): "edit" | "publish" | "end" {
  if (wish.kind !== "change") return "end";
  return wish.outcome === "keep" ? "edit" : "publish";
}

function editsOf(
  { words, reason, scope }: Extract<ChangeWish, { kind: "change" }>,
  workshop: Workshop,
  chosen: Workshop,
): readonly Transition[] {
  if (Object.keys(words).length === 0) return [];
  const { seriesId } = chosen;
  // Those that follow become a series of their own, so that each is told with its likes.
  const isSplit = scope === "following" && seriesId !== undefined;
  const fields = {
    ...withWords(workshop, wordsFor(workshop, words, chosen)),
    ...(isSplit && { seriesId: `${seriesId}-${dayOf(chosen.localStart)}` }),
  };
  return [{ kind: "edit", fields, ...(reason !== undefined && { reason }) }];
}

/** What is said of the chosen occurrence, as it is for another: as many days later, at the same new hour. */
function wordsFor(workshop: Workshop, words: DraftWords, chosen: Workshop): DraftWords {
  const { localStart, localEnd } = words;
  if (localStart === undefined || workshop.id === chosen.id) return words;
  return { ...words, ...movedAlike(workshop, { from: chosen, to: { localStart, localEnd } }) };
}

function phraseOf(
  { words: { localStart } }: Extract<ChangeWish, { kind: "change" }>,
  workshop: Workshop,
): PhraseKey {
  const isMoved = localStart !== undefined && localStart !== workshop.localStart;
  return isMoved && workshop.publication === "published"
    ? "coordination-moved"
    : "coordination-saved";
}
