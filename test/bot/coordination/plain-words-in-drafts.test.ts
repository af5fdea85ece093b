import { describe, expect, it } from "vitest";
import { personKey } from "../../../src/model/address.ts";
import { CoordinationTalk, question } from "./coordination-talk.ts";
import { eight, nine, sayAll } from "./plain-talk.ts";

describe("what is said to leave something out", () => {
  it.each(["passer", "skip", "non", "je ne sais pas", "oui"])(
    "is no reason of a move: « %s »",
    async (text) => {
      const talk = await CoordinationTalk.open([eight]);
      await talk.says("déplacer 8 au 16 mars");
      expect(await talk.says(text)).not.toContain("Raison");
    },
  );

  it.each(["passer", "no idea"])("asks a cancellation its reason again: %s", async (text) => {
    const talk = await CoordinationTalk.open([eight]);
    await talk.says("annuler 8");
    expect(await talk.says(text)).toContain("Il faut une raison");
  });

  it("changes nothing at the question why", async () => {
    const talk = await CoordinationTalk.open([eight]);
    await talk.says("annuler 8");
    expect(await talk.says("ne rien changer")).toContain("Rien n'a été changé");
    await talk.says("annuler 8");
    expect(await talk.says("rétablir le 8")).toContain("annuler ma dernière action");
  });

  it("never becomes a field, in either language", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre", "9 mars 2027 18h", "en ligne", "skip");
    await sayAll(talk, "no idea", "je ne sais pas", "non", "aucune", "rien");
    await sayAll(talk, "non", "aucune idée", "logiciels libres");
    const preview = await talk.says("preview");
    expect(preview).toContain("**Aperçu**");
    expect(preview).not.toMatch(/Avec |aucune idée|Accessibilité :|À apporter|Public/u);
  });

  it("shows the preview by its English word in a French draft", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier\nLe libre\n9 mars 2027 18h\nthème : libre", "corriger");
    await talk.presses("Le public");
    expect(await talk.says("preview")).toContain("**Aperçu**");
  });
});

describe("a draft that is left for something else", () => {
  it.each(["annule le 8 avril", "deplace le 9 au 15 avril"])(
    "waits while « %s » is done, and is said so once",
    async (text) => {
      const talk = await CoordinationTalk.open([eight, nine]);
      await sayAll(talk, "nouvel atelier", "Le libre");
      expect(await talk.says(text)).toContain("« reprendre » y revient");
      await sayAll(talk, "salle prise", "oui");
      expect(await talk.says("reprendre")).toContain("Quand ?");
      expect(await talk.says("10 mars 2027 18h")).toContain("Noté : mercredi 10 mars 2027");
    },
  );

  it("goes on below a list that was asked for", async () => {
    const talk = await CoordinationTalk.open([eight]);
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says("inscrits 8")).toContain("Personne n'est encore sur la liste");
    expect(await talk.says("10 mars 2027 18h")).toContain("Noté : mercredi 10 mars 2027");
  });

  it("waits through a restart, and not twice", async () => {
    const before = await CoordinationTalk.open([eight]);
    await sayAll(before, "nouvel atelier", "Le libre", "annuler 8 : salle prise");
    const talk = await before.restarted();
    await talk.presses("Annuler l'atelier");
    expect(await talk.says("reprendre")).toContain("Quand ?");
    await talk.says("ne rien changer");
    expect(await talk.says("reprendre")).toContain("Aucun brouillon");
  });

  it("says what is missing when it is to be published", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says("publier")).toContain(
      "Il manque encore : la date et l'heure, les thèmes",
    );
    expect(await talk.says("enregistrer")).toContain("Il manque encore");
  });

  it("answers no page of the library to what is no question", async () => {
    const words = "la chesnaie saint nazaire";
    const talk = await CoordinationTalk.open([], undefined, undefined, {});
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says(words)).toContain("Je ne comprends pas");
    expect(await talk.says(question)).toContain("Revenons à votre atelier");
    // The same words without their mark are no question any more, but the first of them asks.
    expect(await talk.says(question.replace("comment ", "").replace(" ?", ""))).not.toContain(
      "Revenons",
    );
  });
});

describe("a correction", () => {
  it("is no place where a sentence only speaks of a room", async () => {
    const talk = await CoordinationTalk.open([eight]);
    await sayAll(talk, "déplacer 8 au 16 mars : salle prise", "pas de salle", "oui");
    expect(talk.programme.byNumber(8)?.place).toBeUndefined();
  });

  it.each([
    ["modifie le 8", "prix : 5€", { price: { amount: 5, currency: "EUR" } }],
    ["modifie latelier 8 places 15", undefined, { capacity: 15 }],
    ["modifie le 8", "15 places", { capacity: 15 }],
    ["change le prix du 8 à 5 €", undefined, { price: { amount: 5, currency: "EUR" } }],
    ["modifie le 8", "le 21 avril plutôt", { localStart: "2027-04-21T18:00" }],
    ["edit 8", "seats 15", { capacity: 15 }],
  ])("is taken as it is said: %s, %s", async (first, second, after) => {
    const talk = await CoordinationTalk.open([eight]);
    await talk.says(first);
    if (second !== undefined) await talk.says(second);
    await talk.says("enregistrer");
    expect(talk.programme.byNumber(8)).toMatchObject(after);
  });
});

describe("somebody who may not change the programme", () => {
  it.each(["déplace le 8 à mardi", "annule l'atelier 8", "annule l'atelier du 9 mars"])(
    "is told who does: %s",
    async (text) => {
      const talk = await CoordinationTalk.open([eight], { roles: [] });
      const told = await talk.says(text);
      expect(told).toContain("Seules les personnes qui coordonnent");
      expect(told).toContain("« humain »");
    },
  );

  it("is told whom the list is given to", async () => {
    const talk = await CoordinationTalk.open([eight], { roles: [] });
    expect(await talk.says("inscrits 8")).toContain("n'est donnée qu'à qui anime ou coordonne");
    expect(await talk.says("inscrits 99")).toContain("Je ne connais pas d'atelier n° 99");
  });

  it("is asked whether they mean their own seat", async () => {
    const talk = await CoordinationTalk.open([eight], { roles: [] });
    await talk.says("je m'inscris au 8");
    expect(await talk.says("annule l'atelier 8")).toContain("Voulez-vous rendre votre place ?");
    await talk.says("oui");
    const [stored] = await talk.store.list(talk.knowledge.documents.registrations);
    expect(stored?.document.person).toBe(personKey("here", "amina"));
    expect(stored?.document.state.kind).toBe("cancelled");
    expect(talk.programme.byNumber(8)?.status).toBe("scheduled");
  });
});

describe("a pasted text", () => {
  it("keeps prices and seats out of the summary, and shows what was read before what lacks", async () => {
    const talk = await CoordinationTalk.open();
    const told = await talk.says(
      "nouvel atelier\nLe libre\nLe jeudi 25 mars 2027 de 18h à 20h à la Chesnaie, Saint-Nazaire\nGratuit, 2 places\nPour bien débuter, sans stress",
    );
    expect(told).toContain("Voici ce que j'ai lu");
    expect(told).toContain("- Le titre : Le libre");
    expect(told).toMatch(/- La date et l'heure : jeudi 25 mars 2027/u);
    expect(told).toMatch(/- Le lieu : la Chesnaie, Saint-Nazaire/u);
    expect(told).toContain("- Le nombre de places : 2");
    expect(told).toMatch(/- Le prix : gratuit/u);
    expect(told).toContain("Quels thèmes");
  });

  it("is shown too when its date is to be asked about", async () => {
    const talk = await CoordinationTalk.open();
    const told = await talk.says("nouvel atelier\nLe libre\ndate : jeudi\n12 places");
    expect(told).toContain("- Le nombre de places : 12");
    expect(told).toContain("À quelle heure");
  });
});
