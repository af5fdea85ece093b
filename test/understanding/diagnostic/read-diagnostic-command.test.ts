import { expect, it } from "vitest";
import { readDiagnosticCommand } from "../../../src/understanding/diagnostic/read-diagnostic-command.ts";
import { questionnaire } from "./said-in-free-words.ts";

const kindOf = (text: string) => readDiagnosticCommand(text)?.kind;

it.each([
  ["passer svp", "skip"],
  ["je préfère ne pas répondre", "skip"],
  ["suivant", "keep"],
  ["Pourquoi cette question ?", "why"],
  ["???", "help"],
  ["je ne comprends pas", "help"],
  ["où j'en suis ?", "where"],
  ["on reprend demain", "pause"],
  ["STOP", "stop"],
  ["stop merci", "stop"],
  ["areter", "stop"],
  ["im done stop", "stop"],
  ["how long left", "where"],
  ["recommencer", "restart"],
  ["Effacer mes réponses", "erase"],
  ["je voudrais parler à quelqu'un", "human"],
  ["oups", "back"],
  ["je me suis trompée", "back"],
  ["reprendre", "resume"],
  ["je commence", "start"],
  ["terminé", "finish"],
  ["le détail", "details"],
  ["ma feuille de route", "roadmap"],
  ["my report", "report"],
])("reads a command that is the whole message: %s", (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

it.each([
  ["corriger la 3", 3],
  ["modifier 4", 4],
  ["changer ma réponse à la question deux", 2],
  ["revenir à la question 10", 10],
  ["go back to 5", 5],
])("reads which answer is to change: %s", (text, number) => {
  expect(readDiagnosticCommand(text)).toEqual({ kind: "edit", number });
});

it.each([
  "on ne veut pas arrêter le papier",
  "on a une feuille de route avec des dates",
  "quelqu'un nous aide quand on est bloqués",
  "il faudrait effacer les vieux fichiers de nos adhérents",
  "rien",
  "oui",
  "merci",

  "",
])("takes no sentence for a command: %s", (text) => {
  expect(kindOf(text)).toBeUndefined();
});

it("takes no answer of a question for a command", () => {
  const taken = questionnaire.questions.flatMap(({ options }) =>
    options
      .flatMap(({ label, synonyms }) => [label.fr, label.en, ...synonyms])
      .filter((text) => kindOf(text) !== undefined),
  );
  expect(taken).toEqual([]);
});

it.each([
  ["je dois y aller, je reprendrai", "pause"],
  ["Je me suis trompée, je voudrais revenir à la question précédente s'il vous plaît.", "back"],
  ["Je ne comprends pas bien la question, pouvez-vous m'expliquer ?", "help"],
  ["J'arrête là, je reprendrai demain", "pause"],
  ["Au revoir et merci", "pause"],
  ["Bonjour, où est ma feuille de route ?", "roadmap"],
  ["effacer mon diagnostic", "erase"],
  ["mon résultat", "report"],
])("reads a command in polite parts: %s", (text, kind) => {
  expect(readDiagnosticCommand(text)).toEqual({ kind });
});

it("reads no command where one part tells something else", () => {
  expect(readDiagnosticCommand("on arrête, la mairie a tout effacé")).toBeUndefined();
});
