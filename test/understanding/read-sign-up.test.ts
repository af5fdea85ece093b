import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { readSignUp } from "../../src/understanding/read-sign-up.ts";
import { projectRoot } from "../support/project-root.ts";

describe("what a message asks about seats", () => {
  it.each([
    ["je m'inscris au 12", 12, undefined],
    ["Je m’inscris à l’atelier n° 12 s'il vous plaît", 12, undefined],
    ["!inscription 12", 12, undefined],
    ["!inscripsion 12", 12, undefined],
    ["bonjour, je voudrais m'inscrire au 7 pour deux personnes", 7, 2],
    ["jveu minscrire a latelié", undefined, undefined],
    ["minscri au 12 stp", 12, undefined],
    ["je m'inscrit au 12, on sera deux", 12, 2],
    ["inscris-nous au 12, 3 places", 12, 3],
    ["inscrivez-moi", undefined, undefined],
    ["je m'inscris", undefined, undefined],
    ["je m'inscris au 12 avec une amie", 12, 2],
    ["je m'inscris au 12 +1", 12, 2],
    ["je m'inscris à l'atelier du 12 mars", undefined, undefined],
    ["est-ce que je peux m'inscrire au 12 ?", 12, undefined],
    ["sign me up for 12", 12, undefined],
    ["sign us up for workshop 12, there will be three of us", 12, 3],
    ["!signup 12", 12, undefined],
    ["I'd like to regster for 12 please", 12, undefined],
    ["count me in for 12", 12, undefined],
    ["je veux venir au 8", 8, undefined],
    ["j'aimerais participer à l'atelier 8", 8, undefined],
    ["I want to come to 8", 8, undefined],
    ["je voudrais deux places au 8", 8, 2],
    ["2 places pour le 8 svp", 8, 2],
    ["I'd like two seats for 8", 8, 2],
  ])("reads the sign-up in « %s »", (text, number, seats) => {
    expect(readSignUp(text)).toEqual({ kind: "sign-up", number, seats });
  });

  it.each([
    ["on sera deux", undefined, 2],
    ["finalement on sera 3", undefined, 3],
    ["nous serons quatre au 12", 12, 4],
    ["nous seron deux", undefined, 2],
    ["we'll be two", undefined, 2],
    ["there will be three of us", undefined, 3],
    ["on vient à 7", undefined, 7],
    ["nous sommes 6 au 8", 8, 6],
    ["we are 6 for workshop 8", 8, 6],
  ])("reads how many come in « %s »", (text, number, seats) => {
    expect(readSignUp(text)).toEqual({ kind: "seats", number, seats });
  });

  it.each([
    ["je ne peux plus venir", undefined],
    ["je peu plus venir au 12", 12],
    ["Je ne peux plus", undefined],
    ["désolée, je ne pourrai pas venir au 12", 12],
    ["!desinscription 12", 12],
    ["désinscris-moi du 12", 12],
    ["je me desinscri", undefined],
    ["annulé mon inscripsion svp", undefined],
    ["on ne viendra pas", undefined],
    ["I can't come anymore", undefined],
    ["sorry, I can no longer make it to 12", 12],
    ["cancel my registration for 12", 12],
    ["!unregister 12", 12],
  ])("reads that somebody gives up in « %s »", (text, number) => {
    expect(readSignUp(text)).toEqual({ kind: "give-up", number });
  });

  it.each([
    ["je viens toujours", "still-coming"],
    ["Oui je viens toujour !", "still-coming"],
    ["I'm still coming", "still-coming"],
    ["je prends la place", "accept"],
    ["j'accepte", "accept"],
    ["I'll take the seat", "accept"],
    ["je laisse la place", "decline"],
    ["je passe mon tour", "decline"],
  ])("reads the answer in « %s »", (text, kind) => {
    expect(readSignUp(text)).toEqual({ kind, number: undefined });
  });

  it.each([
    "mes ateliers",
    "Mes inscriptions ?",
    "!mes-ateliers",
    "mes atelier",
    "à quoi je suis inscrite ?",
    "my workshops",
    "what am I signed up for?",
  ])("reads the wish to see one's own in « %s »", (text) => {
    expect(readSignUp(text)).toEqual({ kind: "mine" });
  });

  it.each([
    ["rappelle-moi 3 jours avant", ["three-days-before"], undefined],
    ["rapelle moi la veile", ["day-before"], undefined],
    ["rappelez-moi 1 h avant", ["hour-before"], undefined],
    ["rappelle moi une heure avant le 12", ["hour-before"], 12],
    ["rappelle-moi la veille et 1h avant", ["day-before", "hour-before"], undefined],
    ["rappelle-moi jamais", [], undefined],
    ["ne me rappelez rien", [], undefined],
    ["pas de rappel pour le 12", [], 12],
    ["remind me three days before", ["three-days-before"], undefined],
    ["remind me the day before", ["day-before"], undefined],
    ["remnd me an hour before", ["hour-before"], undefined],
    ["never remind me", [], undefined],
    ["rappelle-moi 2 semaines avant", undefined, undefined],
  ])("reads when to remind in « %s »", (text, times, number) => {
    expect(readSignUp(text)).toEqual({ kind: "remind", times, number });
  });

  it.each([
    "comment s'inscrire à un atelier ?",
    "inscription",
    "je ne veux pas m'inscrire au 12",
    "je n'arrive pas à m'inscrire au 12",
    "je suis déjà inscrite au 12",
    "je ne peux pas venir, puis-je suivre de chez moi ?",
    "rappelez-moi au fixe",
    "rappelle-moi dans une heure",
    "on est deux salariés",
    "on est deux",
    "je ne veux pas venir au 8",
    "il reste deux places au 8 ?",
    "how do I sign up for a workshop?",
    "oui",
    "12",
    "",
  ])("reads nothing in « %s »", (text) => {
    expect(readSignUp(text)).toBeUndefined();
  });

  it("takes no question of the library about anything else for a sign-up", () => {
    const intents = join(projectRoot, "intents");
    const taken = readdirSync(intents, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".yaml") && !path.startsWith("workshop"))
      .flatMap((path) => readFileSync(join(intents, path), "utf8").split("\n"))
      .map((line) => line.replace(/^\s*- (?:text: )?/u, "").replaceAll(/^["']|["']$/gu, ""))
      .filter((line) => readSignUp(line) !== undefined);
    // These three the library itself gives to workshops: they stand beside what they are taken for.
    expect(taken).toEqual(
      expect.arrayContaining(["annuler ma place à l'atelier", "sign me up for Tuesday's workshop"]),
    );
    expect(taken).toHaveLength(3);
  });

  it("reads any text without failing", () => {
    assert(
      property(string({ unit: "binary" }), (text) => {
        readSignUp(text);
      }),
      { numRuns: 300 },
    );
  });
});
