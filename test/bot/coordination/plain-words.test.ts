import { describe, expect, it } from "vitest";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk } from "./coordination-talk.ts";
import { eight, nine, sayAll } from "./plain-talk.ts";

const ten = workshopLike({
  id: "ten",
  number: 10,
  title: { fr: "La paie" },
  localStart: "2027-04-08T10:00",
});
const drafted = workshopLike({
  id: "drafted",
  number: 13,
  title: { fr: "Les courriels" },
  publication: "draft",
  mode: "online",
});

describe("a workshop named by its day", () => {
  it("is the one of that day, not the one of that number", async () => {
    const talk = await CoordinationTalk.open([eight, nine]);
    expect(await talk.says("annule l'atelier du 8 avril")).toContain("« Le tableur »");
    await sayAll(talk, "salle prise", "oui");
    expect(talk.programme.byNumber(9)?.status).toBe("cancelled");
    expect(talk.programme.byNumber(8)?.status).toBe("scheduled");
  });

  it("is asked for where several are on that day, and answered by its number", async () => {
    const talk = await CoordinationTalk.open([eight, nine, ten]);
    const asked = await talk.says("annule l'atelier du 8 avril : grève");
    expect(asked).toContain("[Annuler le 9 : grève]");
    expect(asked).toContain("[Annuler le 10 : grève]");
    expect(await talk.says("10")).toContain("La paie");
    await talk.says("vas-y");
    expect(talk.programme.byNumber(10)).toMatchObject({ status: "cancelled", reason: "grève" });
  });

  it("is told of when there is none that day", async () => {
    const talk = await CoordinationTalk.open([eight]);
    const told = await talk.says("annule l'atelier du 2 avril");
    expect(told).toContain("aucun atelier à venir pour « 2 avril »");
    expect(told).toContain("[Annuler le 8]");
    expect(await talk.presses("Annuler le 8")).toContain("Pour quelle raison");
  });

  it("is asked for in English too", async () => {
    const talk = await CoordinationTalk.open([eight, nine, ten]);
    await talk.says("English");
    expect(await talk.says("cancel the workshop of April 8")).toContain("[Cancel 10]");
    expect(await talk.says("cancel the workshop")).toContain("Which one?");
  });

  it("asks which of the drafts when they are counted", async () => {
    const talk = await CoordinationTalk.open([eight, drafted, { ...nine, number: 3 }]);
    expect(await talk.says("publie les 3 brouillons")).toContain("[Publier le 13]");
  });

  it("is asked for when nothing names it", async () => {
    const talk = await CoordinationTalk.open([eight, nine]);
    expect(await talk.says("annuler l'atelier")).toContain("Lequel ?");
    expect(await talk.says("je dois annuler l'atelier 8")).toContain("Pour quelle raison");
  });
});

describe("a new date", () => {
  it("makes a move of a postponement", async () => {
    const talk = await CoordinationTalk.open([nine]);
    expect(await talk.says("reporte le 9 au 15 avril 14h")).toContain("jeudi 15 avril 2027");
    await sayAll(talk, "passer", "ok");
    expect(talk.programme.byNumber(9)).toMatchObject({
      status: "moved",
      localStart: "2027-04-15T14:00",
    });
  });

  it.each([
    ["deplace le 8 au 16 mars", "2027-03-16T18:00", "2027-03-16T20:00"],
    ["change l'heure du 8 à 19h", "2027-03-09T19:00", "2027-03-09T21:00"],
    ["move 8 to 16 March", "2027-03-16T18:00", "2027-03-16T20:00"],
  ])("keeps what is not said: %s", async (text, localStart, localEnd) => {
    const talk = await CoordinationTalk.open([eight]);
    await sayAll(talk, text, "salle prise", "oui");
    expect(talk.programme.byNumber(8)).toMatchObject({ localStart, localEnd });
  });

  it("is asked for by the name of the workshop, and may keep its hours", async () => {
    const talk = await CoordinationTalk.open([eight]);
    expect(await talk.says("déplace le 8")).toContain("« Protéger ses données » (n° 8)");
    expect(await talk.says("le 16 mars même heure")).toContain("Noté : mardi 16 mars 2027");
    await sayAll(talk, "salle prise", "d'accord");
    expect(talk.programme.byNumber(8)?.localStart).toBe("2027-03-16T18:00");
  });

  it("takes new hours for the days there is a choice of", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre", "jeudi prochain 18h30");
    const asked = await talk.says("19h a 20h");
    expect(asked).toMatch(/\[jeudi 26 novembre 2026/u);
    expect(await talk.says("2")).toContain("Noté : jeudi 3 décembre 2026");
  });
});

describe("a confirmation in words", () => {
  it.each(["oui", "yes", "ok publier", "c'est bon publie", "vas-y", "d'accord", "go ahead"])(
    "publishes by « %s »",
    async (text) => {
      const talk = await CoordinationTalk.open([drafted]);
      await sayAll(talk, "publier 13", text);
      expect(talk.programme.byNumber(13)?.publication).toBe("published");
    },
  );

  it.each(["non", "attends", "stop", "no", "wait"])("publishes nothing by « %s »", async (text) => {
    const talk = await CoordinationTalk.open([drafted]);
    await sayAll(talk, "publier 13", text);
    expect(talk.programme.byNumber(13)?.publication).toBe("draft");
  });

  it.each([
    ["oui", "cancelled"],
    ["ok annule", "cancelled"],
    ["non", "scheduled"],
    ["attends", "scheduled"],
  ])("of a cancellation, « %s », leaves it %s", async (text, status) => {
    const talk = await CoordinationTalk.open([eight]);
    await sayAll(talk, "annuler 8 : salle prise", text);
    expect(talk.programme.byNumber(8)?.status).toBe(status);
  });

  it("imports by « vas-y importe », and nothing by « attends »", async () => {
    const file = "importer\ntitre;date;heure;thème\nA;9/3/2027;18h;libre";
    const talk = await CoordinationTalk.open();
    await sayAll(talk, file, "attends");
    expect(talk.programme.workshops).toHaveLength(0);
    await sayAll(talk, file, "vas-y importe");
    expect(talk.programme.workshops).toHaveLength(1);
  });
});
