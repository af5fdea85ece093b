import { describe, expect, it } from "vitest";
import { CoordinationTalk } from "./coordination-talk.ts";
import { eight, nine, sayAll } from "./plain-talk.ts";

describe("a list to choose from", () => {
  it.each([
    ["7", "combien"],
    ["9", "Pour qui"],
    ["12", "thèmes"],
  ])("is answered by any of its numbers: %s", async (number) => {
    const talk = await CoordinationTalk.open([eight]);
    await talk.says("modifier 8");
    const told = await talk.says(number);
    expect(told).not.toContain("Je n'ai pas compris");
    expect(told).toContain("?");
  });

  it.each(["le résumé", "résumé"])("of fields has %s", async (text) => {
    const talk = await CoordinationTalk.open([eight]);
    expect(await sayAll(talk, "modifier 8", text)).toContain("En une phrase (200");
  });
});

describe("a command at an open field", () => {
  /** Up to the question about the summary. */
  async function atSummary(): Promise<CoordinationTalk> {
    const talk = await CoordinationTalk.open([eight]);
    const asked = await sayAll(
      talk,
      "nouvel atelier",
      "Le libre",
      "9 mars 2027 18h",
      "en ligne",
      "passer",
      "gratuit",
      "passer",
      "passer",
    );
    expect(asked).toContain("de quoi s'agit-il");
    return talk;
  }

  it.each([
    "présents 8 : 9",
    "présents 99 : 9",
    "inscrits 8",
    "modifier 8",
    "déplacer 99",
    "oui",
    "abonner thèmes : libre",
    "je m'inscris au 8",
  ])("never becomes the summary: %s", async (text) => {
    const talk = await atSummary();
    await talk.says(text);
    await talk.says("reprendre");
    const told = await talk.says("aperçu");
    const preview = told.includes("thèmes") ? await talk.says("libre") : told;
    expect(preview).toContain("Aperçu");
    expect(preview).toContain("il manque le résumé");
  });
});

describe("what repeats, in a text", () => {
  it.each([
    ["nouvel atelier\nCafé numérique\ntous les mardis de mars à mai à 18h\nthème libre"],
    ["nouvel atelier : Café numérique tous les mardis à 18h de mars à mai\nthème libre"],
    ["new workshop\nCafé numérique\nevery Tuesday from March to May at 6pm\ntopic libre"],
  ])("is read with its title: %s", async (text) => {
    const talk = await CoordinationTalk.open();
    const preview = await talk.says(text);
    expect(preview).toMatch(/Série de 1[34] séances|Series of 1[34] sessions/u);
    expect(preview).toContain("Café numérique");
    expect(preview).not.toMatch(/Café numérique tous|: : Café|tous les mardis/u);
  });

  it("keeps the territory, the theme and the place out of the summary", async () => {
    const talk = await CoordinationTalk.open();
    const preview = await talk.says(
      "nouvel atelier\nRéunion\n9 mars 2027 18h\nLa Chesnaie\nterritoire 44\nthème libre",
    );
    expect(preview).toContain("La Chesnaie");
    expect(preview).toContain("Territoire : 44");
    expect(preview).not.toContain("territoire 44");
    expect(preview).toContain("résumé");
  });

  it("needs no end in a month that is named", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says("tous les mardis en mars à 18h")).toContain("5 séances");
  });
});

describe("a draft that was corrected", () => {
  const draft = { ...eight, publication: "draft" } as const;

  it.each(["oui", "enregistrer"])("is kept by %s", async (text) => {
    const talk = await CoordinationTalk.open([draft]);
    await sayAll(talk, "modifier 8", "places 15", text);
    expect(talk.programme.byNumber(8)).toMatchObject({ capacity: 15, publication: "draft" });
  });

  it("is not lost when it is moved before it is kept", async () => {
    const talk = await CoordinationTalk.open([draft]);
    await sayAll(talk, "modifier 8", "places 15", "déplacer 8 au 16 mars", "passer", "enregistrer");
    expect(talk.programme.byNumber(8)).toMatchObject({
      capacity: 15,
      localStart: "2027-03-16T18:00",
    });
  });

  it("is said to be one, where only what is published can be meant", async () => {
    const talk = await CoordinationTalk.open([draft]);
    expect(await talk.says("inscrits 8")).toContain("est encore un brouillon");
    expect(await talk.says("présents 8 : 3")).toContain("est encore un brouillon");
    expect(await talk.says("présents 99 : 3")).toContain("Je ne connais pas d'atelier n° 99");
    expect(await talk.says("annuler 8")).toContain("« supprimer 8 »");
    expect(await talk.says("reporter 8")).toContain("« déplacer 8 »");
  });
});

describe("a date said where something else is asked", () => {
  it.each([
    ["jeudi 11 mars 2027 18h-20h", "jeudi 11 mars 2027"],
    ["non, le mercredi 10 mars", "mercredi 10 mars 2027"],
  ])("corrects the date: %s", async (text, shown) => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre", "9 mars 2027 18h");
    const told = await talk.says(text);
    expect(told).toContain(`Noté : ${shown}`);
    expect(told).toContain("Où ?");
  });

  it("keeps both dates to choose from when a reply says nothing", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says("samedi 12 mars 18h")).toContain("[");
    expect(await talk.says("je ne comprends rien du tout là")).toContain("[");
  });
});

describe("words of a date that are not understood", () => {
  it("are quoted with their accents", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says("jeudi 11 mars 18h après la fête")).toContain("fête");
  });
});

describe("what can no longer be done", () => {
  it("leaves a cancellation at a plain no", async () => {
    const talk = await CoordinationTalk.open([eight]);
    await talk.says("annuler 8");
    expect(await talk.says("non")).toContain("Rien n'a été changé");
  });

  it.each(["annuler 8", "déplacer 8 au 16 mars"])(
    "is refused once it is over: %s",
    async (text) => {
      const talk = await CoordinationTalk.open([eight], undefined, undefined, {
        at: "2027-03-09T20:30:00Z",
      });
      expect(await talk.says(text)).toContain("Cet atelier est passé");
    },
  );

  it("says of a cancelled draft's publication why", async () => {
    const talk = await CoordinationTalk.open([{ ...eight, status: "cancelled" }]);
    expect(await talk.says("publier 8")).toContain("est annulé");
  });

  it("forgets the planned publication of what is removed", async () => {
    const talk = await CoordinationTalk.open([{ ...eight, publication: "draft" }]);
    await sayAll(talk, "publier 8", "envoyer le 10 décembre 9h");
    await talk.says("oui");
    expect(await talk.says("programmation")).toContain("publication de 8 « ");
    await talk.says("supprimer 8");
    expect(await talk.says("programmation")).not.toContain("publication de");
  });
});

describe("a word alone", () => {
  it("asks which draft is published", async () => {
    const drafts = [eight, nine].map((one) => ({ ...one, publication: "draft" as const }));
    const talk = await CoordinationTalk.open(drafts);
    const told = await talk.says("publier");
    expect(told).toContain("[Publier le 8]");
    expect(told).toContain("[Publier le 9]");
  });

  it.each(["réessayer", "retry"])("tries failed messages again: %s", async (text) => {
    const talk = await CoordinationTalk.open();
    expect(await talk.says(text)).toMatch(/Aucun envoi en échec|No failed message/u);
  });
});

describe("what is still missing of a pasted text", () => {
  it("may be said with its name, in any order, and a series is shown as one", async () => {
    const talk = await CoordinationTalk.open([]);
    const read = await talk.says(
      "nouvel atelier : Café numérique tous les mardis à 18h de mars à mai",
    );
    expect(read).toContain("première de 13 séances");
    expect(read).toContain("Quels thèmes");
    expect(await talk.says("territoire 44")).toContain("Quels thèmes");
    expect(await talk.says("12 places")).toContain("Quels thèmes");
    const preview = await talk.says("thème sécurité");
    expect(preview).toContain("12 places");
    expect(preview).toContain("Thèmes : Sécurité · Territoire : 44");
  });
});
