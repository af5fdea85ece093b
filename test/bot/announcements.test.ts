import { describe, expect, it } from "vitest";
import { put } from "../../src/ports/store.ts";
import { newSubscription } from "../../src/model/subscription.ts";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";

async function traces({ store, knowledge: { documents } }: SeatChat): Promise<number> {
  const [place, told] = await Promise.all([
    store.list(documents.announcerPlace),
    store.list(documents.toldWorkshops),
  ]);
  return place.length + told.length;
}

describe("announcements", () => {
  it("leave no trace before there is anybody to tell", async () => {
    const chat = await SeatChat.open();
    await chat.says("amina", "bonjour");
    await chat.at("2027-03-08T17:00:00Z", "amina");
    expect(await traces(chat)).toBe(0);
  });

  it("remind who signed up, with the link that is theirs alone", async () => {
    const chat = await SeatChat.open();
    await chat.says("amina", "je m'inscris au 12");
    const [evening] = await chat.at("2027-03-08T17:00:00Z", "amina");
    expect(evening).toContain("https://visio.example.org/secret");
    expect(await chat.at("2027-03-09T16:00:00Z", "amina")).toHaveLength(1);
    const [useful] = await chat.at("2027-03-10T09:00:00Z", "amina");
    expect(useful).toContain("utile");
  });

  it("remind who only asked for it, and give them no link of a list they are not on", async () => {
    const chat = await SeatChat.open(workshopOfSeats({ capacity: 1 }));
    await chat.says("bob", "je m'inscris au 12");
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("amina", "rappelle-moi la veille pour le 12");
    await chat.says("chloe", "rappelle-moi la veille pour le 12");
    const [waiting] = await chat.at("2027-03-08T17:00:00Z", "amina");
    expect(waiting).toContain("Collecter en ligne");
    const [other] = chat.read("chloe").slice(-1);
    expect(other).toContain("Collecter en ligne");
    expect(`${waiting} ${other}`).not.toContain("secret");
    expect(chat.read("bob").at(-1)).toContain("secret");
    expect(await chat.at("2027-03-10T09:00:00Z", "chloe")).toEqual([]);
  });

  it("take the hours people chose when they subscribed", async () => {
    const chat = await SeatChat.open();
    const to = { platform: "here", room: "@amina", isDirect: true };
    const reunion = { to, person: "amina", zone: "Indian/Reunion", language: "fr" } as const;
    const { subscriptions } = chat.knowledge.documents;
    const id = JSON.stringify(["person", "here", "amina"]);
    await chat.store.write([
      put(subscriptions, id, { ...newSubscription(reunion, chat.clock.now()), kinds: [] }),
    ]);
    await chat.says("amina", "je m'inscris au 12");
    // 18:00 in Saint-Denis.
    expect(await chat.at("2027-03-08T13:59:00Z", "amina")).toEqual([]);
    const [evening] = await chat.at("2027-03-08T14:00:00Z", "amina");
    expect(evening).toContain("La Réunion");
  });
});
