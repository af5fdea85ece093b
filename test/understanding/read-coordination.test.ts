import { describe, expect, it } from "vitest";
import { readCoordination } from "../../src/understanding/read-coordination.ts";

describe("what a coordinator asks", () => {
  it.each([
    ["nouvel atelier", "new", undefined, ""],
    ["Bonjour, nouvel atelier svp", "new", undefined, "svp"],
    ["nouvel ateleir", "new", undefined, ""],
    ["new workshop\nTitle: Free software", "new", undefined, "Title: Free software"],
    ["nouvel atelier\nEt après ?\n9 mars", "new", undefined, "Et après ?\n9 mars"],
    ["réessayer l'annonce n° 2", "retry", 2, ""],
    ["retry announcement 2", "retry", 2, ""],
    ["mes ateliers", "mine", undefined, ""],
    ["modifier 12", "edit", 12, ""],
    ["!modifier l'atelier n° 12", "edit", 12, ""],
    ["Déplacer 12 au Jeudi 18h30", "move", 12, "au Jeudi 18h30"],
    ["deplcer l'atelier 12", "move", 12, ""],
    ["reporter 3 : salle inondée", "postpone", 3, ": salle inondée"],
    ["annuler 12", "cancel", 12, ""],
    ["cancel workshop 12", "cancel", 12, ""],
    ["annuler ma dernière action", "undo", undefined, ""],
    ["undo", "undo", undefined, ""],
    ["dupliquer le 4", "duplicate", 4, ""],
    ["publier 4", "publish", 4, ""],
    ["importer\ntitre;date\nA;9/3/2027", "import", undefined, "titre;date\nA;9/3/2027"],
    ["programme", "programme", undefined, ""],
    [
      "abonner themes: libres territoire: 44",
      "subscribe",
      undefined,
      "themes: libres territoire: 44",
    ],
    ["quels abonnements ici ?", "subscriptions", undefined, ""],
    ["moins de messages", "fewer", undefined, ""],
    ["silence jusqu'au 3 janvier", "silence", undefined, "3 janvier"],
    ["fin du silence", "speak", undefined, ""],
    ["programmation", "schedule", undefined, ""],
    ["échecs", "failures", undefined, ""],
  ] as const)("%j is %s", (text, act, number, rest) => {
    expect(readCoordination(text)).toEqual({ act, number, rest });
  });

  it.each([
    "annuler",
    "annuler mon inscription au 12",
    "comment modifier mon site ?",
    "comment créer un atelier ?",
    "quel est le programme de mars ?",
    "je voudrais reporter une réunion",
    "déplacer des fichiers",
    "",
    "importance des données",
  ])("%j is for the library", (text) => {
    expect(readCoordination(text)).toBeUndefined();
  });
});
