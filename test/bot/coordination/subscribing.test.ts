import { describe, expect, it } from "vitest";
import { storedSubscriptions } from "../../../src/model/stored-subscriptions.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const room = { platform: "here", room: "#ateliers", isDirect: false };

describe("subscriptions", () => {
  it("are taken, listed and ended for a room by who has power in it", async () => {
    const talk = await CoordinationTalk.open([], { roles: ["room-coordinator"], address: room });
    expect(await talk.says("abonnements ici ?")).toContain("Aucun abonnement ici");
    const done = await talk.says(
      "abonner themes: libres, securite, licornes territoire: 44 résumé: mardi 8h30",
    );
    expect(done).toContain("Logiciels libres, Sécurité");
    expect(done).toContain("Je n'ai pas compris : licornes");
    const listed = await talk.says("quels abonnements ici ?");
    expect(listed).toContain("- territoires : 44");
    expect(listed).toContain("- résumé : mardi à 8 h 30 (heure de Paris)");
    expect(await talk.store.list(storedSubscriptions)).toMatchObject([
      {
        id: JSON.stringify(["room", "here", "#ateliers"]),
        document: {
          to: room,
          themes: ["free-software", "security"],
          territories: ["44"],
          kinds: ["digest"],
          digest: { weekday: 2, time: "08:30" },
        },
      },
    ]);
    await talk.says("désabonner");
    expect(await talk.store.list(storedSubscriptions)).toEqual([]);
  });

  it("of a person are their own, in private, and of the zone of their territory", async () => {
    const talk = await CoordinationTalk.open([], { roles: [] });
    await talk.says("English");
    expect(await talk.says("subscribe territory: 974 messages: all")).toContain(
      "reminder an hour before",
    );
    expect(await talk.store.list(storedSubscriptions)).toMatchObject([
      { document: { person: "amina", zone: "Indian/Reunion", language: "en" } },
    ]);
  });

  it("say less, and nothing until a day", async () => {
    const talk = await CoordinationTalk.open([], { roles: [] });
    await talk.says("abonner messages: tout");
    expect(await talk.says("moins de messages")).toContain("messages : résumé de la semaine");
    expect(await talk.says("silence jusqu'au 3 janvier")).toContain(
      "silence jusqu'au dimanche 3 janvier 2027 à 0 h",
    );
    expect(await talk.store.list(storedSubscriptions)).toMatchObject([
      { document: { kinds: ["digest"], silentUntil: "2027-01-02T23:00:00.000Z" } },
    ]);
    expect(await talk.says("fin du silence")).not.toContain("silence jusqu'au");
    expect(await talk.says("silence jusqu'à on verra")).toContain("Jusqu'à quand ?");
  });

  // The talk is on a Monday at ten.
  it.each([
    ["silence jusqu'à lundi", "lundi 30 novembre 2026 à 0 h (heure de Paris)"],
    ["silence jusqu'à lundi 9h", "lundi 30 novembre 2026 à 9 h (heure de Paris)"],
    ["silence jusqu'à lundi 18h", "lundi 23 novembre 2026 à 18 h (heure de Paris)"],
    ["silence jusqu'à 9h", "mardi 24 novembre 2026 à 9 h (heure de Paris)"],
    ["mute until monday", "Monday, 30 November 2026 at 0:00 (Paris time)"],
  ])("are silent at %s until a moment to come", async (words, until) => {
    const talk = await CoordinationTalk.open([], { roles: ["room-coordinator"], address: room });
    await talk.says("abonner");
    if (words.startsWith("mute")) await talk.says("English");
    expect(await talk.says(words)).toContain(until);
  });

  it("are silent until no moment that has passed for good", async () => {
    const talk = await CoordinationTalk.open([], { roles: [] });
    expect(await talk.says("silence jusqu'à aujourd'hui")).toContain("Jusqu'à quand ?");
    expect(await talk.store.list(storedSubscriptions)).toEqual([]);
  });

  it.each([
    ["abonner résumé: mardi 10h", 2, "10:00"],
    ["abonner résumé: monday 9am", 1, "09:00"],
    ["abonner résumé: vendredi 9 h 30", 5, "09:30"],
    ["abonner résumé: sunday 1pm", 7, "13:00"],
  ])("add the digest a room had not when %s", async (words, weekday, time) => {
    const talk = await CoordinationTalk.open([], { roles: ["room-coordinator"], address: room });
    await talk.says("abonner messages: nouveaux");
    expect(await talk.says(words)).toContain("résumé de la semaine, nouveaux ateliers");
    expect(await talk.store.list(storedSubscriptions)).toMatchObject([
      { document: { kinds: ["digest", "new"], digest: { weekday, time } } },
    ]);
  });

  it.each([
    ["heures calmes 20h-9h", { from: "20:00", to: "09:00" }, "de 20 h à 9 h"],
    ["heures calmes : entre 22 h 30 et 7 h", { from: "22:30", to: "07:00" }, "de 22 h 30 à 7 h"],
    ["quiet hours 8pm to 9am", { from: "20:00", to: "09:00" }, "20"],
    ["heures calmes : aucune", undefined, "heures calmes : aucune"],
  ])("of a room take %s", async (words, quiet, told) => {
    const talk = await CoordinationTalk.open([], { roles: ["room-coordinator"], address: room });
    await talk.says("abonner");
    expect(await talk.says(words)).toContain(told);
    const [stored] = await talk.store.list(storedSubscriptions);
    expect(stored?.document.quiet).toEqual(quiet);
    expect(await talk.says("abonnements ici ?")).toContain(told);
  });

  it("ask which quiet hours are meant, and keep those of a person who is told of nothing else", async () => {
    const talk = await CoordinationTalk.open([], { roles: [] });
    expect(await talk.says("heures calmes le soir")).toContain("De quelle heure à quelle heure ?");
    expect(await talk.says("heures calmes 20h-9h")).toContain("- messages : aucun");
    expect(await talk.store.list(storedSubscriptions)).toMatchObject([
      { document: { person: "amina", kinds: [], quiet: { from: "20:00", to: "09:00" } } },
    ]);
    expect(await talk.says("abonner")).toContain("messages : résumé de la semaine");
  });

  it("are not what somebody else's letter is about", async () => {
    const talk = await CoordinationTalk.open([], { roles: [] });
    expect(await talk.says("abonner mes adhérents à une lettre")).not.toContain("Vous recevez");
    expect(await talk.store.list(storedSubscriptions)).toEqual([]);
  });

  it("of a room are not for everybody to choose", async () => {
    const talk = await CoordinationTalk.open([], { roles: [], address: room });
    expect(await talk.says("abonner")).toContain("avec les personnes qui le gèrent");
    expect(await talk.store.list(storedSubscriptions)).toEqual([]);
  });

  it("tell coordinators what goes out next, in local times", async () => {
    const talk = await CoordinationTalk.open();
    expect(await talk.says("programmation")).toContain("Aucun envoi prévu");
    await talk.says("abonner");
    await talk.says("nouvel atelier\nLe libre\n26 novembre 2026 18h\nen ligne\nthème : libre");
    await talk.presses("Publier");
    const schedule = await talk.says("programmation");
    expect(schedule).toContain("résumé de la semaine");
    expect(schedule).toContain(
      "Dernière vérification : lundi 23 novembre, 10 h (heure de Paris). Tout va bien.",
    );
    talk.chat.clock.moveByMs(360_000);
    expect(await talk.says("programmation")).toContain("Rien ne part depuis");
    expect(await talk.says("échecs")).toContain("Aucun envoi en échec");
  });
});
