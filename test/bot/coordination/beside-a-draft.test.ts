import { describe, expect, it } from "vitest";
import { personKey } from "../../../src/model/address.ts";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const twelve = workshopLike({ number: 12, mode: "online", localEnd: "2027-03-09T20:00" });

describe("a command with its reason", () => {
  it.each([
    ["déplacer 12 au 3 mars 2027 18h30 : la salle est prise", "la salle est prise"],
    ["déplacer 12 au 3 mars 2027 à 18:30, car la salle est prise", "la salle est prise"],
    ["move 12 to March 3rd 2027 at 6:30pm: room taken", "room taken"],
  ])("moves by « %s »", async (text, reason) => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says(text)).toMatch(/\*\*(?:Aperçu|Preview)\*\*/);
    await talk.presses(text.startsWith("move") ? "Save" : "Enregistrer");
    expect(talk.programme.byNumber(12)).toMatchObject({ localStart: "2027-03-03T18:30", reason });
  });

  it("asks the hour alone when the day came with its reason", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says("déplacer 12 au 3 mars 2027 : la salle est prise")).toContain("heure");
    expect(await talk.says("18h")).toContain("Raison : la salle est prise");
  });

  it("is understood while a draft waits for a date, or for any words", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("nouvel atelier");
    expect(await talk.says("annuler 12 : salle inondée")).toContain("Raison : salle inondée");
    await talk.presses("Ne rien changer");
    await talk.says("nouvel atelier");
    await talk.says("Un titre");
    expect(await talk.says("annuler 12 : salle inondée")).toContain("Raison : salle inondée");
  });

  it("is left to a draft that waits for words when it names no workshop", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("nouvel atelier");
    expect(await talk.says("Modifier 3 photos : les bases")).toContain("Quand ?");
  });
});

describe("the English of a workshop", () => {
  it("is said as fields of their own, and silences the warning", async () => {
    const talk = await CoordinationTalk.open();
    const preview = await talk.says(
      "nouvel atelier\nLe libre\n9 mars 2027 18h\nen ligne\nthème : libre\nrésumé : Pour débuter",
    );
    expect(preview).toContain("pas de version anglaise");
    await talk.says("titre en anglais : Free software");
    await talk.presses("Corriger");
    expect(await talk.presses("Le résumé en anglais")).toContain("en anglais");
    const after = await talk.says("For beginners");
    expect(after).toContain("En anglais : Free software — For beginners");
    expect(after).not.toContain("pas de version anglaise");
    await talk.presses("Publier");
    expect(talk.programme.byNumber(1)).toMatchObject({
      title: { fr: "Le libre", en: "Free software" },
      summary: { fr: "Pour débuter", en: "For beginners" },
    });
    await talk.says("modifier 1 : titre : Le logiciel libre");
    await talk.presses("Enregistrer");
    expect(talk.programme.byNumber(1)?.title).toEqual({
      fr: "Le logiciel libre",
      en: "Free software",
    });
  });
});

describe("what coordinators ask in both languages", () => {
  it.each([
    ["mes ateliers", "my workshops", /Aucun atelier à venir|No workshop/],
    ["inscrits 12", "attendees 12", /Personne n'est encore sur la liste|Nobody/],
    ["dupliquer 12", "duplicate 12", /Quand \?|When\?/],
    ["quels abonnements ici ?", "which subscriptions here?", /abonn|subscri/i],
  ])("%s, %s", async (french, english, said) => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says(french)).toMatch(said);
    const other = await CoordinationTalk.open([twelve]);
    await other.says("English");
    expect(await other.says(english)).toMatch(said);
  });
});

describe("a workshop of the files", () => {
  const { number: _n, revision: _r, createdAt: _c, updatedAt: _u, ...filed } = twelve;
  const origin = { source: "content/workshops", externalId: "atelier", hash: "" };
  const files = [{ ...filed, origin }];

  it("has those the configuration names told of its list", async () => {
    const asking = files.map((one) => ({
      ...one,
      seats: "approval" as const,
      registration: { by: "bot" as const },
    }));
    const settings = { toldPeople: ["driss", "olga"].map((name) => personKey("here", name)) };
    const talk = await CoordinationTalk.open([], { roles: [] }, undefined, {
      files: asking,
      settings,
    });
    await talk.says("je m'inscris au 1");
    await talk.chat.bot.tick();
    await talk.chat.bot.idle();
    const told = talk.chat.sent.filter(({ to }) => to.room === "@driss" || to.room === "@olga");
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining("n° 1, places : 1"),
      expect.stringContaining("n° 1, places : 1"),
    ]);
  });

  it("has those the configuration names told in which rooms it was announced", async () => {
    const before = await CoordinationTalk.open();
    const address = { platform: "here", room: "#nantes", isDirect: false };
    await before.says("abonner messages: tout", { address });
    const settings = { toldPeople: ["driss", "olga"].map((name) => personKey("here", name)) };
    const talk = await before.restarted({ files, settings });
    await talk.chat.bot.tick();
    talk.chat.clock.moveByMs(11 * 60_000);
    await talk.chat.bot.tick();
    await talk.chat.bot.idle();
    expect(talk.chat.sent.map(({ to, text }) => `${to.room} ${text}`)).toEqual([
      expect.stringContaining("#nantes **Nouvel atelier"),
      expect.stringMatching(/^@driss Annonce n° 1, .* 1 salon, 1 confirmé, 0 doublon/),
      expect.stringMatching(/^@olga Annonce n° 1, .* 1 salon, 1 confirmé, 0 doublon/),
    ]);
  });

  it("stays as it was changed in chat when the files are read again, even where they changed", async () => {
    const talk = await CoordinationTalk.open([], undefined, undefined, { files });
    await talk.says("déplacer 1 au 16 mars 2027 18h : salle prise");
    await talk.presses("Enregistrer");
    const mended = files.map((one) => ({ ...one, summary: { fr: "Relu" } }));
    const after = await talk.restarted({ files: mended });
    expect(after.programme.byNumber(1)).toMatchObject({
      localStart: "2027-03-16T18:00",
      summary: { fr: "Relu" },
      status: "moved",
    });
    await after.says("annuler 1 : plus personne");
    await after.presses("Annuler l'atelier");
    const again = await after.restarted({ files });
    expect(again.programme.byNumber(1)?.status).toBe("cancelled");
  });
});
