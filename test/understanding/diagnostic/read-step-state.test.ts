import { describe, expect, it } from "vitest";
import { readFollowUpWish } from "../../../src/understanding/diagnostic/read-follow-up-wish.ts";
import { readStepReport } from "../../../src/understanding/diagnostic/read-step-state.ts";

describe("how steps go", () => {
  it.each([
    ["fait", "done"],
    ["Fait !", "done"],
    ["c'est fait, merci", "done"],
    ["oui", "done"],
    ["Done", "done"],
    ["en cours", "under-way"],
    ["on a commencé", "under-way"],
    ["presque fini", "under-way"],
    ["under way", "under-way"],
    ["pas encore", "not-yet"],
    ["Non, pas encore", "not-yet"],
    ["pas fait", "not-yet"],
    ["not yet", "not-yet"],
    ["plus d'actualité", "given-up"],
    ["on laisse tomber", "given-up"],
    ["no longer relevant", "given-up"],
  ])("« %s » says %s", (text, state) => {
    expect(readStepReport(text, 3)).toEqual({ kind: "all", state, isOfEach: false });
  });

  it.each(["tout est fait", "tous faits", "all done", "rien fait"])(
    "« %s » is of each of them",
    (text) => {
      expect(readStepReport(text, 3)).toMatchObject({ kind: "all", isOfEach: true });
    },
  );

  it.each([
    [
      "1 fait, 2 en cours",
      [
        [1, "done"],
        [2, "under-way"],
      ],
    ],
    [
      "1 fait 2 en cours 3 pas encore",
      [
        [1, "done"],
        [2, "under-way"],
        [3, "not-yet"],
      ],
    ],
    [
      "la 1 et la 3 faites, 2 pas encore",
      [
        [1, "done"],
        [3, "done"],
        [2, "not-yet"],
      ],
    ],
    [
      "1: fait; 2: plus d'actualité",
      [
        [1, "done"],
        [2, "given-up"],
      ],
    ],
    [
      "1 et 2 faits",
      [
        [1, "done"],
        [2, "done"],
      ],
    ],
    ["le 2 est fait", [[2, "done"]]],
    [
      "1 done, 2 under way and 3 not yet",
      [
        [1, "done"],
        [2, "under-way"],
        [3, "not-yet"],
      ],
    ],
    ["1️⃣ fait", [[1, "done"]]],
  ])("« %s » is read step by step", (text, states) => {
    const report = readStepReport(text, 3);
    expect(report?.kind === "some" && [...report.states]).toEqual(states);
  });

  it.each([
    "1 fait, 1 en cours",
    "4 fait",
    "0 fait",
    "10 salariés",
    "comment on fait ?",
    "est-ce fait ?  dites-moi comment",
    "le 3 mars",
    "bonjour",
    "",
    "fait chaud",
    "1",
  ])("« %s » says nothing of them", (text) => {
    expect(readStepReport(text, 3)).toBeUndefined();
  });
});

describe("what somebody wants about being asked", () => {
  it.each([
    ["Dire où j'en suis", "tell", false],
    ["Say how it is going", "tell", false],
    ["Voir le chemin parcouru", "compare", false],
    ["See what has changed", "compare", false],
    ["Ne plus me relancer", "stop", false],
    ["Don't ask me again", "stop", false],
    ["ne me relancez plus svp", "stop", false],
    ["plus de relances", "stop", false],
    ["Relancez-moi", "start", false],
    ["ask me again", "start", false],
    ["mes relances", "which", false],
    ["plus de rappels", "stop", true],
    ["mes rappels pour le diagnostic", "which", true],
    ["no more reminders", "stop", true],
  ])("« %s » is read", (text, wish, isShared) => {
    expect(readFollowUpWish(text)).toEqual({ wish, isShared });
  });

  it.each([
    "rappelez-moi la veille",
    "relancer un adhérent qui n'a pas payé",
    "comment relancer les adhérents ?",
    "pas de rappel pour le 8",
    "où j'en suis ?",
  ])("« %s » is something else", (text) => {
    expect(readFollowUpWish(text)).toBeUndefined();
  });
});
