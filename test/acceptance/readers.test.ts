import { describe, expect, it } from "vitest";
import { writeCalendar } from "../../src/workshops/calendar/write-calendar.ts";
import { inFrench } from "../workshops/calendar/a-workshop.ts";
import { Town } from "./town.ts";

const from = "2027-03-10T09:00:00Z";
const announcement = `nouvel atelier
Découverte des logiciels libres
Jeudi 25 mars 2027, 18 h – 20 h
La Chesnaie, Saint-Nazaire, et à distance
Lien : https://visio.example.org/k7x-secret
Thème : logiciels libres, sécurité
Territoire : 44`;

/** The rooms that a preview names. */
function named(preview: string): readonly string[] {
  return [...preview.matchAll(/\*(?<room>#[^*]+)\*/gu)].map(({ groups }) => groups?.["room"] ?? "");
}

function roomsShown(town: Town, start: number): readonly string[] {
  return town.shown
    .slice(start)
    .filter(({ reply: { to } }) => !to.isDirect)
    .map(({ reply: { to } }) => to.room);
}

/** What a room was shown last, without its buttons. */
function wordsShown(town: Town, room: string): string {
  return town.seenIn(room).at(-1)?.reply.text ?? "no message";
}

describe("readers (WORKSHOPS.md 15)", () => {
  it("9. shows in the preview exactly the rooms that then receive it", async () => {
    const town = await Town.open({ from });
    await town.subscribes("#nantes@matrix", "territoire: 44 messages: tout");
    await town.subscribes("#libre@discord", "themes: libre messages: nouveaux");
    await town.subscribes("#rennes@matrix", "territoire: 35 messages: tout");
    await town.subscribes("#dons@discord", "themes: collecte messages: tout");
    await town.subscribes("#digests@discord", "");
    await town.subscribes("#silent@matrix", "messages: tout");
    await town.says("host@matrix", "silence jusqu'au 1er juin", {
      room: "#silent",
      roles: ["room-coordinator"],
    });
    const preview = await town.coordinates(announcement);
    const first = town.shown.length + 1;
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-10T10:00:00Z");
    const received = roomsShown(town, first);
    expect(received.toSorted()).toEqual(["#libre", "#nantes"]);
    expect(named(preview).toSorted()).toEqual(received.toSorted());
    expect(preview).toContain(wordsShown(town, "#nantes"));
    await town.says("amina@discord", "je m'inscris au 1");
    // And so does that of a change: those who were told, nobody else.
    const change = await town.coordinates("déplacer 1 au 26 mars 2027 à 18h", "la salle est prise");
    const second = town.shown.length + 1;
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-10T11:00:00Z");
    const told = roomsShown(town, second).toSorted();
    expect(told).toEqual(["#libre", "#nantes"]);
    expect(named(change).toSorted()).toEqual(told);
    expect(change).toContain(wordsShown(town, "#nantes"));
    expect(change).toContain("2 salons : *#libre*, *#nantes*, 1 personne en message privé");
    expect(change).not.toContain("secret");
    const cancellation = await town.coordinates("annuler 1", "la salle est fermée");
    const third = town.shown.length + 1;
    await town.presses("olga", "Annuler l'atelier");
    await town.runUntil("2027-03-10T12:00:00Z");
    expect(roomsShown(town, third).toSorted()).toEqual(["#libre", "#nantes"]);
    expect(named(cancellation).toSorted()).toEqual(["#libre", "#nantes"]);
    expect(cancellation).toContain(wordsShown(town, "#nantes"));
  });

  it("shows in the preview of words that are corrected that nobody is sent a message", async () => {
    const town = await Town.open({ from });
    await town.subscribes("#nantes@matrix", "messages: tout");
    await town.coordinates(announcement);
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-10T10:00:00Z");
    const preview = await town.coordinates("modifier 1", "Le titre", "Les logiciels libres");
    expect(named(preview)).toEqual([]);
    expect(preview).toContain("l'annonce sera corrigée là où elle est");
    expect(preview).toContain("**Nouvel atelier : Les logiciels libres** (n° 1)");
  });

  it("10. shows the joining link in no public room, no public feed and no log", async () => {
    const town = await Town.open({ from });
    await town.subscribes("#nantes@matrix", "messages: tout");
    await town.subscribes("#libre@discord", "messages: tout");
    await town.coordinates(announcement);
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-10T09:30:00Z");
    await town.presses("amina@discord", town.choiceOf("#libre"), "#libre");
    await town.says("bob@matrix", "je m'inscris au 1", { room: "#nantes" });
    await town.says("bob@matrix", "c'est quoi l'atelier 1 ?", { room: "#nantes" });
    await town.presses("bob@matrix", "Atelier 1 : Découverte des logiciels libres", "#nantes");
    await town.runUntil("2027-03-11T09:00:00Z", 60);
    await town.coordinates("modifier 1", "Le lien", "https://visio.example.org/second-secret");
    await town.presses("olga", "Enregistrer");
    await town.coordinates("modifier 1", "Le lieu", "en ligne");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-11T09:20:00Z");
    await town.runUntil("2027-03-26T12:00:00Z", 30);
    const inRooms = town.shown.filter(({ reply }) => !reply.to.isDirect);
    expect(inRooms.filter(({ reply }) => JSON.stringify(reply).includes("secret"))).toEqual([]);
    expect(inRooms.filter(({ text }) => text.includes("Demain"))).toHaveLength(2);
    expect(inRooms.filter(({ text }) => text.includes("**Changement"))).not.toEqual([]);
    const { workshops } = town.programme;
    const feed = writeCalendar(workshops, { ...inFrench, now: town.clock.now() });
    expect(feed).toContain("Découverte");
    expect(feed).not.toContain("secret");
    expect(town.log.lines.join("\n")).not.toContain("secret");
    // Those who signed up have it, the last one before it begins.
    expect(town.of("@amina").at(-2)).toContain("second-secret");
    expect(town.of("@bob").join("\n")).toContain("second-secret");
  });

  it("12. sends a room subscribed to two themes of a workshop one message", async () => {
    const town = await Town.open({ from });
    await town.subscribes("#nantes@matrix", "themes: libre, securite messages: tout");
    const start = town.shown.length;
    await town.coordinates(announcement);
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-10T10:00:00Z");
    await town.coordinates("déplacer 1 au 26 mars 2027 à 18h", "la salle est prise");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-10T11:00:00Z");
    await town.runUntil("2027-03-26T12:00:00Z", 30);
    await town.runUntil("2027-03-26T18:00:00Z");
    const titles = town
      .of("#nantes", start)
      .map((text) => /^\*\*([^*:]+)/u.exec(text)?.[1]?.trim());
    expect(titles).toEqual([
      "Nouvel atelier",
      "Changement",
      "Les ateliers des deux semaines à venir",
      "Les ateliers des deux semaines à venir",
      "Demain",
      "Dans une heure",
    ]);
  });
});
