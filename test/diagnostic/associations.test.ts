import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { associationsOf } from "../../src/diagnostic/associations.ts";
import { miniRun } from "../../src/bot/diagnostic/later/mini-run.ts";
import { isPublishable } from "../../src/diagnostic/publication.ts";
import { FEWEST } from "../../src/diagnostic/shareable.ts";
import type { DiagnosticRun } from "../../src/model/diagnostic-run.ts";
import { finishedRun } from "../support/followed-chat.ts";
import { association } from "../support/random-associations.ts";
import { library } from "../support/small-library.ts";

const { questionnaire } = library;

const seeded = { seed: 7, numRuns: 300 };

describe("two publications, one after the other", () => {
  const until = "2026-11-01T00:00:00.000Z";

  it("differ by at least 5 associations, or there is no second one", () => {
    fc.assert(
      fc.property(
        fc.array(association, { maxLength: 30 }),
        fc.array(association, { maxLength: 8 }),
        fc.nat(),
        (before, came, gone) => {
          const old = before.map((one) => ({ ...one, since: "2026-10-15T10:00:00.000Z" }));
          const added = came.map((one) => ({ ...one, since: "2026-11-15T10:00:00.000Z" }));
          // Whoever erased or changed theirs meanwhile makes no second one by it.
          const kept = old.filter((_, at) => at !== gone % 31);
          expect(isPublishable([...kept, ...added], until)).toBe(added.length >= FEWEST);
        },
      ),
      seeded,
    );
  });

  it("count nobody as new who was counted before, however often they answer", () => {
    const runs = ["a", "b", "c", "d", "e"].flatMap((owner) => [
      runOf(owner, "2026-10-10T10:00:00.000Z"),
      runOf(owner, "2026-11-10T10:00:00.000Z"),
    ]);
    const source = { runs, questionnaires: versions, until: "2026-12-01T00:00:00.000Z" };
    expect(associationsOf(source)).toHaveLength(5);
    expect(isPublishable(associationsOf(source), until)).toBe(false);
    expect(isPublishable(associationsOf(source), undefined)).toBe(true);
  });
});

const versions = new Map([[questionnaire.version, questionnaire]]);

function runOf(owner: string, at: string, changes: Partial<DiagnosticRun> = {}): DiagnosticRun {
  const ids = { id: `${owner} ${at}`, owner };
  const times = { startedAt: at, updatedAt: at, completedAt: at };
  return finishedRun({ ...ids, ...times, isCounted: true, ...changes });
}

describe("an association", () => {
  const at = "2026-10-10T10:00:00.000Z";
  const later = "2026-10-20T10:00:00.000Z";
  const count = (runs: readonly DiagnosticRun[]) =>
    associationsOf({ runs, questionnaires: versions, until: "2026-11-01T00:00:00.000Z" });

  it("is counted once, however many people answer for it, then or later alone", () => {
    expect(count([runOf("a", at, { group: "G" }), runOf("b", at, { group: "G" })])).toHaveLength(1);
    expect(
      count([
        runOf("a", at, { group: "G", isCounted: false }),
        runOf("a", later),
        runOf("b", at, { group: "G" }),
      ]),
    ).toHaveLength(1);
    expect(count([runOf("a", at), runOf("b", at)])).toHaveLength(2);
  });

  it("has taken the time of its first result, from which its steps are dated, though asked again since", () => {
    const startedAt = "2026-09-01T09:53:00.000Z";
    const roadmap = [{ recommendation: "R-H1", by: "2026-10-01", state: "done" }] as const;
    const first = runOf("a", "2026-09-01T10:00:00.000Z", { startedAt, roadmap: [...roadmap] });
    const questions = questionnaire.questions.slice(0, 2);
    const followed = { run: first, questionnaire, lines: [...roadmap] };
    const now = new Date("2026-10-02T10:00:00.000Z");
    const begun = miniRun(followed, questions, { id: "again", now, today: questionnaire });
    const completedAt = "2026-10-02T10:01:00.000Z";
    const asked = { ...begun, state: "completed", pending: undefined, completedAt } as const;
    expect(count([first, asked])).toMatchObject([
      { minutes: 7, roadmap: { days: 60, hasDone: true } },
    ]);
  });

  it("is counted by those who agreed alone, of what they completed in time", () => {
    expect(count([runOf("a", at, { isCounted: undefined })])).toEqual([]);
    expect(count([runOf("a", at, { state: "asking" })])).toEqual([]);
    expect(count([runOf("a", "2026-11-01T00:00:00.000Z")])).toEqual([]);
    const best = { H1: { kind: "options", codes: ["5"] } } as const;
    const low = count([runOf("a", at)])[0]?.scores.get("personnes");
    const agreed = [
      runOf("a", at, { group: "G" }),
      runOf("b", at, { group: "G", isCounted: false, answers: best }),
    ];
    expect(count(agreed)[0]?.scores.get("personnes")).toBe(low);
  });
});
