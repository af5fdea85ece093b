import { describe, expect, it } from "vitest";
import { personKey } from "../../src/model/address.ts";
import { put } from "../../src/ports/store.ts";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";

const byRequest = workshopOfSeats({ seats: "approval" });

/** With a workshop that Olga changed after Paul made it. */
async function open(workshop = byRequest) {
  const chat = await SeatChat.open(workshop);
  const { workshopChanges } = chat.knowledge.documents;
  const changed = (owner: string, at: string) =>
    put(workshopChanges, `${workshop.id}@${at}`, {
      owner: personKey("here", owner),
      workshop: workshop.id,
      kind: "edit" as const,
      before: workshop,
      at,
    });
  await chat.store.write([
    changed("paul", "2027-02-01T09:00:00.000Z"),
    changed("olga", "2027-02-02T09:00:00.000Z"),
  ]);
  return chat;
}

const coordinates = { roles: ["coordinator"] } as const;

describe("whoever runs a workshop", () => {
  it("is told in private that somebody waits for their yes, once, and gives it by its button", async () => {
    const chat = await open();
    await chat.says("amina", "je m'inscris au 12");
    await chat.bot.tick();
    await chat.bot.idle();
    await chat.restart();
    await chat.bot.tick();
    await chat.bot.idle();
    const told = chat.read("olga");
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("n° 1, places : 1");
    expect(told[0]).toContain("[Accepter l'inscription 1 au 12]\n[Refuser l'inscription 1 au 12]");
    expect(told[0]).not.toContain("amina");
    expect(chat.read("paul")).toEqual([]);
    const [done] = await chat.presses("olga", "Accepter l'inscription 1 au 12", coordinates);
    expect(done).toContain("est acceptée");
    await chat.bot.tick();
    await chat.bot.idle();
    expect(chat.read("amina").at(-1)).toContain("votre demande est acceptée");
    expect((await chat.says("olga", "approve 1 for 12", coordinates))[0]).toMatch(
      /Aucune demande n° 1/,
    );
  });

  it("sees the requests with the list, and refuses one by its number there", async () => {
    const chat = await open();
    for (const who of ["amina", "bob"]) {
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(who, "je m'inscris au 12");
    }
    const list = await chat.says("olga", "inscrits 12", coordinates);
    expect(list.at(-1)).toContain("- n° 1, places : 1\n- n° 2, places : 1");
    await chat.says("olga", "refuser l'inscription 2 au 12", coordinates);
    await chat.bot.tick();
    await chat.bot.idle();
    expect(chat.read("bob").at(-1)).toContain("n'a pas pu être acceptée");
    expect((await chat.registrations()).map(({ state }) => state.kind)).toEqual([
      "waiting",
      "refused",
    ]);
  });

  it("is told that there are fewer seats than people", async () => {
    const chat = await open(workshopOfSeats());
    for (const who of ["amina", "bob"]) {
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(who, "je m'inscris au 12");
    }
    await chat.change({ capacity: 1 });
    expect((await chat.at("2027-03-01T09:10:00Z", "olga"))[0]).toContain("1 de trop");
  });

  it("is told what people need in the language they speak themselves", async () => {
    const chat = await open(workshopOfSeats());
    await chat.says("olga", "I'm the host of the workshop");
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("amina", "j'ai besoin d'un sous-titrage");
    expect((await chat.at("2027-03-01T09:05:00Z", "olga")).join()).toMatch(
      /Workshop|workshop 12|told me/u,
    );
    expect(chat.read("olga").at(-1)).not.toContain("personne inscrite");
  });

  it("is told nothing of somebody who was erased before the message left", async () => {
    const chat = await open(workshopOfSeats());
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("amina", "j'ai besoin d'un sous-titrage");
    await chat.says("bob", "je m'inscris au 12");
    await chat.says("bob", "je viens en fauteuil roulant");
    const [asked] = await chat.says("amina", "oublie-moi");
    expect(asked).toContain("places aux ateliers seront libérées");
    await chat.says("amina", "oui");
    const told = (await chat.at("2027-03-01T09:05:00Z", "olga")).join();
    expect(told).toContain("fauteuil");
    expect(told).not.toContain("sous-titrage");
    const left = await chat.store.list(chat.knowledge.documents.outbox);
    expect(JSON.stringify(left)).not.toContain("sous-titrage");
  });

  it("is alone to decide", async () => {
    const chat = await open();
    await chat.says("amina", "je m'inscris au 12");
    const [refused] = await chat.says("amina", "accepter l'inscription 1 au 12");
    expect(refused).toContain("n'est donnée qu'à qui anime");
    expect(await chat.registrations()).toMatchObject([{ state: { kind: "waiting" } }]);
  });
});
