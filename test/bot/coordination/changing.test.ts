import { describe, expect, it } from "vitest";
import type { IncomingMessage } from "../../../src/model/incoming-message.ts";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const twelve = workshopLike({
  number: 12,
  localEnd: "2027-03-09T20:00",
  mode: "on-site",
  place: { name: "Mairie" },
});
const room = { platform: "here", room: "#ateliers", isDirect: false };

describe("a workshop of the programme", () => {
  it("is moved, its length kept and its old date shown", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says("déplacer 12 au 16 mars 2027 à 18h30")).toContain("Pourquoi");
    const preview = await talk.says("la salle est prise");
    expect(preview).toContain("- Jour : ~~mardi 9 mars~~ → **mardi 16 mars**");
    expect(preview).toContain("- Heure : ~~18 h~~ → **18 h 30**");
    expect(preview).toContain("Date : mardi 16 mars 2027, 18 h 30 – 20 h 30 (heure de Paris)");
    expect(await talk.presses("Enregistrer")).toContain("C'est déplacé : atelier n° 12");
    expect(talk.programme.byNumber(12)).toMatchObject({
      status: "moved",
      localStart: "2027-03-16T18:30",
      localEnd: "2027-03-16T20:30",
      previousStarts: ["2027-03-09T18:00"],
      reason: "la salle est prise",
      revision: 1,
    });
  });

  it("is cancelled with a reason, in both languages", async () => {
    const french = await CoordinationTalk.open([twelve]);
    expect(await french.says("annuler 12")).toContain("Pour quelle raison");
    const preview = await french.says("salle inondée");
    expect(preview).toContain("**Annuler** « Protéger ses données » ? — aucun salon");
    expect(preview).toMatch(/\*\*Annulé : .*\n~~mardi 9 mars, 18 h – 20 h \(heure de Paris\)~~/u);
    expect(preview).toContain("Raison : salle inondée.");
    expect(await french.presses("Annuler l'atelier")).toContain("est annulé");
    expect(french.programme.byNumber(12)).toMatchObject({
      status: "cancelled",
      reason: "salle inondée",
    });
    const english = await CoordinationTalk.open([twelve]);
    await english.says("English");
    expect(await english.says("cancel 12: flooded room")).toContain("Reason: flooded room");
    expect(await english.presses("Change nothing")).toBe("Nothing was changed.");
    expect(english.programme.byNumber(12)?.status).toBe("scheduled");
  });

  it("is postponed without a date", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("reporter 12 : animatrice malade");
    expect(await talk.presses("Reporter l'atelier")).toContain("reporté sans nouvelle date");
    expect(talk.programme.byNumber(12)).toMatchObject({ status: "postponed" });
  });

  it("is corrected in one field, the others left alone", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says("modifier 12")).toContain("[Le lieu]");
    expect(await talk.presses("Le lieu")).toContain("Où ?");
    expect(await talk.says("en ligne")).toContain("en visio");
    expect(await talk.presses("Enregistrer")).toContain("C'est enregistré");
    const after = talk.programme.byNumber(12);
    expect(after).toMatchObject({ mode: "online", localEnd: "2027-03-09T20:00" });
    expect(after?.place).toBeUndefined();
  });

  it("is as before when the change is taken back in time", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("annuler 12 : salle inondée");
    await talk.presses("Annuler l'atelier");
    talk.chat.clock.moveByMs(9 * 60_000);
    expect(await talk.says("annuler ma dernière action")).toContain("comme avant");
    expect(talk.programme.byNumber(12)).toMatchObject({ status: "scheduled", revision: 2 });
    expect(await talk.says("undo")).toContain("rien fait");
  });

  it("stays changed when ten minutes went by", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("annuler 12 : salle inondée");
    await talk.presses("Annuler l'atelier");
    talk.chat.clock.moveByMs(11 * 60_000);
    expect(await talk.says("annuler ma dernière action")).toContain("trop tard");
    expect(talk.programme.byNumber(12)?.status).toBe("cancelled");
  });

  it("is taken back by who changed it alone", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("annuler 12 : salle inondée");
    await talk.presses("Annuler l'atelier");
    expect(await talk.says("annuler ma dernière action", { from: "driss" })).toContain("rien fait");
  });

  it("is written in the same write as the turn, or not at all", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    await talk.says("annuler 12 : salle inondée");
    const { store } = talk;
    const write = store.write.bind(store);
    const writes: string[][] = [];
    store.write = async (changes) => {
      writes.push(changes.map(({ collection }) => collection));
      throw new Error("the disk is full");
    };
    await talk.presses("Annuler l'atelier");
    expect(writes[0]).toEqual(
      expect.arrayContaining(["workshops", "workshop-changes", "conversations", "outbox"]),
    );
    expect(talk.programme.byNumber(12)?.status).toBe("scheduled");
    store.write = write;
    await talk.presses("Annuler l'atelier");
    expect(talk.programme.byNumber(12)?.status).toBe("cancelled");
  });

  it("is listed with its number, drafts too, and mine apart", async () => {
    const draft = workshopLike({
      id: "d",
      number: 13,
      publication: "draft",
      title: { fr: "Mails" },
    });
    const talk = await CoordinationTalk.open([twelve, draft]);
    const list = await talk.says("programme");
    expect(list).toContain("n° 12 · **Protéger ses données**");
    expect(list).toMatch(/n° 13 · \*\*Mails\*\*.*\*brouillon\*/);
    expect(await talk.says("mes ateliers")).toContain("Aucun atelier");
    await talk.says("publier 13");
    await talk.presses("Publier");
    expect(await talk.says("mes ateliers")).toContain("n° 13");
  });

  it.each([
    ["a number nobody bears", "déplacer 99", "Je ne connais pas d'atelier n° 99"],
    ["one that is published", "publier 12", "Ce n'est plus un brouillon"],
    ["one that still takes place", "supprimer 12", "Annulez-le plutôt"],
  ])("is not changed when asked for %s", async (_, text, why) => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says(text)).toContain(why);
  });
});

describe("who may change it", () => {
  const asker: Partial<IncomingMessage> = { roles: [] };
  const ofRoom: Partial<IncomingMessage> = { roles: ["room-coordinator"], address: room };

  it.each(["nouvel atelier", "modifier 12", "déplacer 12", "importer", "publier 12"])(
    "not everybody: %s",
    async (text) => {
      const talk = await CoordinationTalk.open([twelve], asker);
      expect(await talk.says(text)).toContain("Seules les personnes qui coordonnent");
    },
  );

  it("not who has power in one room, who may subscribe that room", async () => {
    const talk = await CoordinationTalk.open([twelve], ofRoom);
    expect(await talk.says("modifier 12")).toContain("Dans ce salon, vous pouvez choisir");
    expect(await talk.says("abonner")).toContain("Ce salon reçoit");
  });

  it("questions of others stay questions", async () => {
    const talk = await CoordinationTalk.open([twelve], asker);
    expect(await talk.says("programme")).not.toContain("n° 12 ·");
    expect(await talk.says("modifier 3 photos de mon site")).not.toContain("coordonnent");
  });
});

describe("a publication that somebody signed up for since", () => {
  it("is not taken back: it is cancelled, and they are told", async () => {
    const talk = await CoordinationTalk.open();
    const zoe = { from: "zoe", roles: [], address: { ...room, room: "@zoe", isDirect: true } };
    await talk.says("nouvel atelier\nLe libre\n26 novembre 2026 18h\nen ligne\nthème : libre");
    await talk.presses("Publier");
    expect(await talk.says("je m'inscris au 1", zoe)).toContain("votre place est réservée");
    const refused = await talk.says("annuler ma dernière action");
    expect(refused).toContain("« annuler 1 », suivi de la raison");
    expect(talk.programme.byNumber(1)?.publication).toBe("published");
    await talk.says("annuler 1 : salle fermée");
    await talk.presses("Annuler l'atelier");
    talk.chat.clock.moveByMs(11 * 60_000);
    await talk.chat.bot.tick();
    await talk.chat.bot.idle();
    const told = talk.chat.sent.filter(({ to }) => to.room === "@zoe").map(({ text }) => text);
    expect(told.at(-1)).toContain("salle fermée");
  });

  it("is taken back once they gave their place up", async () => {
    const talk = await CoordinationTalk.open();
    const zoe = { from: "zoe", roles: [], address: { ...room, room: "@zoe", isDirect: true } };
    await talk.says("nouvel atelier\nLe libre\n26 novembre 2026 18h\nen ligne\nthème : libre");
    await talk.presses("Publier");
    await talk.says("je m'inscris au 1", zoe);
    await talk.says("je ne peux plus venir", zoe);
    expect(await talk.says("annuler ma dernière action")).toContain("est comme avant");
  });
});
