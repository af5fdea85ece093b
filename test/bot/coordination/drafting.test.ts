import { describe, expect, it } from "vitest";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk, question } from "./coordination-talk.ts";

const announcement = `nouvel atelier
Découverte des logiciels libres
Mardi 9 mars 2027, 18 h – 20 h (heure de Paris)
La Chesnaie, Saint-Nazaire, et à distance · Gratuit · 12 places
Avec A piles et Le Mouvement associatif
Pour débuter, bénévoles et salariés. Apportez votre ordinateur si vous pouvez.
♿ Accès de plain-pied, sous-titrage sur demande
Thème : logiciels libres`;

async function sayAll(talk: CoordinationTalk, ...texts: readonly string[]): Promise<string> {
  let last = "";
  // oxlint-disable-next-line no-await-in-loop
  for (const text of texts) last = await talk.says(text);
  return last;
}

describe("a new workshop", () => {
  it("is asked for field by field in the order of its preview, and published", async () => {
    const talk = await CoordinationTalk.open();
    expect(await talk.says("nouvel atelier")).toContain("Quel est le titre");
    expect(await talk.says("Découverte des logiciels libres")).toContain("Quand ?");
    expect(await talk.says("9 mars 2027 de 18h à 20h")).toContain(
      "Noté : mardi 9 mars 2027, 18 h – 20 h (heure de Paris).",
    );
    expect(await talk.says("La Chesnaie, 44600 Saint-Nazaire, et à distance")).toContain("lien");
    expect(await talk.says("https://visio.example.org/abc")).toContain("Combien cela coûte");
    expect(await talk.says("gratuit")).toContain("Combien de places");
    expect(await talk.says("12")).toContain("partenaires");
    expect(await talk.says("avec A piles et Le Mouvement associatif")).toContain("En une phrase");
    expect(await talk.presses("Passer")).toContain("Pour qui");
    await sayAll(talk, "passer", "un ordinateur", "plain-pied, sous-titrage", "1");
    const preview = await talk.says("44");
    expect(preview).toContain("aucun salon abonné pour l'instant");
    expect(preview).toContain("La Chesnaie, Saint-Nazaire, et en visio");
    expect(preview).toContain("il manque le résumé en une phrase");
    expect(preview).toMatch(
      /\[Publier\]\n\[Envoyer mardi 24 novembre, 9 h \(heure de Paris\)\]\n\[Laisser en brouillon\]\n\[Corriger\]$/,
    );
    expect(await talk.presses("Publier")).toContain("C'est publié : atelier n° 1");
    expect(talk.programme.workshops).toMatchObject([
      {
        title: { fr: "Découverte des logiciels libres" },
        localStart: "2027-03-09T18:00",
        localEnd: "2027-03-09T20:00",
        timeZone: "Europe/Paris",
        mode: "both",
        place: { name: "La Chesnaie", town: "Saint-Nazaire", postcode: "44600" },
        joinSecret: "https://visio.example.org/abc",
        price: { amount: 0 },
        capacity: 12,
        partners: ["A piles", "Le Mouvement associatif"],
        bring: { fr: "un ordinateur" },
        accessibility: ["plain-pied", "sous-titrage"],
        themes: ["free-software"],
        territories: ["44"],
        publication: "published",
      },
    ]);
    expect(talk.programme.workshops[0]?.joinUrl).toBeUndefined();
  });

  it("is read from a pasted announcement and shown for correction", async () => {
    const talk = await CoordinationTalk.open();
    expect(await talk.says(announcement)).toContain("**Aperçu**");
    expect(await talk.says("Territoire : 44")).toContain("Territoire : 44");
    expect(await talk.says("corriger le nombre de places")).toContain("Combien de places");
    expect(await talk.says("15")).toContain("15 places");
    await talk.presses("Laisser en brouillon");
    expect(talk.programme.workshops).toMatchObject([
      {
        title: { fr: "Découverte des logiciels libres" },
        localStart: "2027-03-09T18:00",
        localEnd: "2027-03-09T20:00",
        mode: "both",
        place: { name: "La Chesnaie", town: "Saint-Nazaire" },
        capacity: 15,
        partners: ["A piles", "Le Mouvement associatif"],
        audience: { fr: "débuter, bénévoles et salariés" },
        bring: { fr: "votre ordinateur si vous pouvez" },
        accessibility: ["Accès de plain-pied", "sous-titrage sur demande"],
        territories: ["44"],
        publication: "draft",
      },
    ]);
  });

  it("shows the rooms that will be told, and those that read it in their digest", async () => {
    const talk = await CoordinationTalk.open();
    const subscribe = async (room: string, wish: string) =>
      talk.says(`abonner ${wish}`, {
        roles: ["room-coordinator"],
        address: { platform: "here", room, isDirect: false },
      });
    await subscribe("#saint-nazaire", "territoire: 44 messages: tout");
    await subscribe("#libre", "themes: libre, securite messages: nouveaux");
    await subscribe("#rennes", "territoire: 35 messages: tout");
    await subscribe("#tous", "");
    expect(await talk.says(`${announcement}\nTerritoire : 44`)).toContain(
      "sera envoyé dans 2 salons : *#libre*, *#saint-nazaire*, lu dans 1 résumé de la semaine",
    );
  });

  it("is written in English too", async () => {
    const talk = await CoordinationTalk.open();
    await talk.says("English");
    expect(await talk.says("new workshp")).toContain("What is the title?");
    expect(await talk.says("Logiciels libres")).toContain("When?");
    expect(await talk.says("Thursday 11 March 2027 at 6pm")).toContain(
      "Thursday, 11 March 2027, 18:00 (Paris time)",
    );
    expect(await talk.says("online")).toContain("link");
    expect(await talk.presses("See the preview")).toContain("Which themes");
    expect(await talk.says("Free software")).toContain("**Preview**");
    expect(await talk.presses("Publish")).toContain("Published: workshop no. 1");
  });

  it("asks which of two dates is meant, and completes half a date", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says("jeudi prochain 18h30")).toContain(
      "[jeudi 3 décembre 2026, 18 h 30 (heure de Paris)]",
    );
    expect(await talk.says("2")).toContain("Noté : jeudi 3 décembre 2026, 18 h 30");
    await sayAll(talk, "retour", "retour", "retour");
    await sayAll(talk, "annuler", "nouvel atelier", "Le libre");
    expect(await talk.says("jeudi")).toContain("À quelle heure, le jeudi 26 novembre 2026");
    expect(await talk.says("18h30")).toContain("Noté : jeudi 26 novembre 2026, 18 h 30");
  });

  it("asks about a time that comes twice", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Nuit du libre");
    expect(await talk.says("31 octobre 2027 à 2h30")).toContain("arrive deux fois ce jour-là");
    expect(await talk.says("1")).toContain("Noté : dimanche 31 octobre 2027, 2 h 30");
  });

  it.each([
    ["1er mars 2020 18h", "déjà passé"],
    ["9/3/27 18h", "quatre chiffres"],
    ["30 février 2027 18h", "n'existe pas"],
    ["28 mars 2027 à 2h30", "les horloges avancent"],
    ["bientôt", "Je ne comprends pas « bientôt »"],
  ])("asks again about the date %j", async (date, why) => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    expect(await talk.says(date)).toContain(why);
    expect(await talk.says("9 mars 2027 18h")).toContain("Noté : mardi 9 mars 2027");
  });

  it("warns of another one at the same time", async () => {
    const talk = await CoordinationTalk.open([
      workshopLike({ localStart: "2027-03-09T18:30", localEnd: "2027-03-09T20:00" }),
    ]);
    expect(await talk.says(announcement)).toContain(
      "au même moment il y a déjà « Protéger ses données » à 18 h 30",
    );
  });

  it("is not published without a place, but may wait as a draft", async () => {
    const talk = await CoordinationTalk.open([
      workshopLike({ publication: "draft", mode: "on-site" }),
    ]);
    const preview = await talk.says("publier 1");
    expect(preview).toContain("il faut un lieu");
    expect(preview).not.toContain("[Publier]");
  });

  it("is left by a word", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre", "annuler");
    expect(await talk.says("9 mars 2027 18h")).not.toContain("Noté");
    expect(talk.programme.workshops).toEqual([]);
  });

  it("waits while a question is answered, and resumes once", async () => {
    const talk = await CoordinationTalk.open();
    await sayAll(talk, "nouvel atelier", "Le libre");
    const answer = await talk.says(question);
    expect(answer).toContain("intérêt général");
    expect(answer.match(/Revenons à votre atelier/g)).toHaveLength(1);
    expect(await talk.says("9 mars 2027 18h")).toContain("Noté : mardi 9 mars 2027");
  });

  it("survives a restart in the middle", async () => {
    const before = await CoordinationTalk.open();
    await sayAll(before, "nouvel atelier", "Le libre", "jeudi");
    const talk = await before.restarted();
    expect(await talk.says("18h30")).toContain("Noté : jeudi 26 novembre 2026, 18 h 30");
    await sayAll(talk, "en ligne", "voir l'aperçu", "logiciels libres");
    await talk.presses("Publier");
    expect((await talk.restarted()).programme.workshops).toMatchObject([
      { title: { fr: "Le libre" }, mode: "online", publication: "published" },
    ]);
  });

  it("is published once, however often it is confirmed", async () => {
    const talk = await CoordinationTalk.open();
    await talk.says(announcement);
    await talk.presses("Publier");
    await talk.presses("Publier");
    await talk.says("retour");
    await talk.presses("Publier");
    expect(talk.programme.workshops).toHaveLength(1);
  });

  it("is a copy of another but for its date", async () => {
    const talk = await CoordinationTalk.open([workshopLike({ number: 4, mode: "online" })]);
    expect(await talk.says("dupliquer 4")).toContain("Quand ?");
    expect(await talk.says("16 mars 2027 à 18h")).toContain(
      "**Nouvel atelier : Protéger ses données**",
    );
    await talk.presses("Publier");
    expect(talk.programme.workshops.map(({ localStart }) => localStart)).toEqual([
      "2027-03-09T18:00",
      "2027-03-16T18:00",
    ]);
  });
});
