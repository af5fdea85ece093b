import { describe, expect, it } from "vitest";
import {
  readResultWords,
  type ResultWords,
} from "../../../src/understanding/diagnostic/read-result-words.ts";

const understood: readonly (readonly [string, ResultWords])[] = [
  ["Mon résultat", { kind: "result" }],
  ["my results please", { kind: "result" }],
  ["Non merci", { kind: "enough" }],
  ["Plus tard", { kind: "enough" }],
  ["that's all", { kind: "enough" }],
  ["merci", { kind: "thanks" }],
  ["Comment faire ?", { kind: "how", number: undefined }],
  ["comment on fait le 3 ?", { kind: "how", number: 3 }],
  ["how do I do 2?", { kind: "how", number: 2 }],
  ["pourquoi ce conseil ?", { kind: "why", number: undefined }],
  ["Pourquoi le deuxième ?", { kind: "why", number: 2 }],
  ["why 2?", { kind: "why", number: 2 }],
  ["le 2 est fait", { kind: "mark", number: 2, mark: "done" }],
  ["on a fait le 1", { kind: "mark", number: 1, mark: "done" }],
  ["step 2 is done", { kind: "mark", number: 2, mark: "done" }],
  ["déjà en place", { kind: "mark", number: undefined, mark: "in-place" }],
  ["2 is already in place", { kind: "mark", number: 2, mark: "in-place" }],
  ["le 3 c'est pas pour nous", { kind: "mark", number: 3, mark: "not-for-us" }],
  ["2 is not for us", { kind: "mark", number: 2, mark: "not-for-us" }],
  ["Pas pour nous !", { kind: "mark", number: undefined, mark: "not-for-us" }],
  ["le 2 est en cours", { kind: "state", number: 2, state: "under-way" }],
  ["2 is put off", { kind: "state", number: 2, state: "put-off" }],
  ["le 1 est abandonné", { kind: "state", number: 1, state: "given-up" }],
  ["le 1 est à faire", { kind: "state", number: 1, state: "to-do" }],
  ["changer le 2", { kind: "change", number: 2 }],
  ["modifier la ligne 3", { kind: "change", number: 3 }],
  ["change 2", { kind: "change", number: 2 }],
  ["mon rapport en pdf", { kind: "file", file: "report" }],
  ["en texte", { kind: "file", file: "markdown" }],
  ["as text", { kind: "file", file: "markdown" }],
  ["mes réponses", { kind: "file", file: "answers" }],
  ["le calendrier", { kind: "file", file: "calendar" }],
  ["feuille de route en tableau", { kind: "file", file: "roadmap" }],
  ["my roadmap as a table", { kind: "file", file: "roadmap" }],
];

describe("what is said of a result", () => {
  it.each(understood)("is understood: %s", (text, words) => {
    expect(readResultWords(text)).toEqual(words);
  });

  it.each([
    "j'ai fait 2 copies de sauvegarde",
    "le 2 mars est-il fait pour cela ?",
    "comment faire un site internet ?",
    "comment faire 12 ?",
    "pourquoi faut-il des statuts ?",
    "le calendrier des ateliers",
    "Marie",
    "Marie et 2 bénévoles",
    "le bureau",
    "un rapport d'activité, c'est quoi ?",
    "je n'ai pas fait le 2",
    "le 2 n'est pas fait",
    "the 2 is not done",
    "",
    "👍",
  ])("is not heard where it is not said: %s", (text) => {
    expect(readResultWords(text)).toBeUndefined();
  });
});
