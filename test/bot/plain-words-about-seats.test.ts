import { describe, expect, it } from "vitest";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";

const button = "✋ Je m'inscris au 12";

describe("plain words about seats", () => {
  it.each(["atelier 12", "l'atelier n° 12 svp"])(
    "shows the workshop that is only named, with its button: %s",
    async (words) => {
      const chat = await SeatChat.open();
      const told = (await chat.says("amina", words)).join();
      expect(told).toContain("Collecter en ligne");
      expect(told).toContain(`[${button}]`);
      await chat.says("amina", button);
      // The one choice there is by now would give the seat up.
      expect((await chat.says("amina", "le 12")).join()).toContain("secret");
      expect(await chat.registrations()).toMatchObject([{ state: { kind: "registered" } }]);
    },
  );

  it("says how many seats there are for a person, to who comes with too many", async () => {
    const chat = await SeatChat.open();
    expect((await chat.says("amina", "nous sommes 6 au 12")).join()).toContain("4 places au plus");
    expect((await chat.says("amina", "je veux venir au 12")).join()).toContain("est réservée");
  });

  it("offers the seats that are left to who asks for more, or their place in line", async () => {
    const chat = await SeatChat.open(workshopOfSeats({ capacity: 3 }));
    await chat.says("amina", "je m'inscris au 12");
    const [told] = await chat.says("bob", "je voudrais 3 places au 12");
    expect(told).toContain("il en reste 2");
    expect(told).toContain("liste d'attente pour 3 places, au rang 1");
    const [taken] = await chat.presses("bob", "Je m'inscris au 12, 2 places");
    expect(taken).toContain("vos 2 places sont réservées");
    expect(await chat.registrations()).toMatchObject([
      { state: { kind: "registered" }, seats: 1 },
      { state: { kind: "registered" }, seats: 2 },
    ]);
    expect((await chat.says("zoe", "je m'inscris au 12, on sera deux")).join()).toContain(
      "C'est complet",
    );
  });

  it("says how many seats in all may be had by who wants too many more", async () => {
    const chat = await SeatChat.open(workshopOfSeats({ capacity: 3 }));
    await chat.says("amina", "je m'inscris au 12, on sera deux");
    const [told] = await chat.says("amina", "on sera quatre au 12");
    expect(told).toContain("jamais plus que l'atelier n'en a");
    await chat.says("bob", "je m'inscris au 12");
    const [full] = await chat.says("amina", "on sera trois au 12");
    expect(full).not.toContain("[Je m'inscris au 12");
    await chat.says("bob", "je ne peux plus venir");
    await chat.says("amina", "on sera un au 12");
    await chat.says("bob", "je m'inscris au 12");
    expect((await chat.says("amina", "on sera trois au 12")).join()).toContain(
      "[Je m'inscris au 12, 2 places]",
    );
  });

  it("says of a workshop that is over that it is, whatever is asked of it", async () => {
    const chat = await SeatChat.open();
    chat.clock.moveTo("2027-03-12T09:00:00Z");
    expect((await chat.says("amina", "rappelle-moi la veille pour le 12")).join()).toContain(
      "a déjà eu lieu",
    );
    const gone = (await chat.says("amina", "je ne peux plus venir au 12")).join();
    expect(gone).toContain("a déjà eu lieu");
    expect(gone).not.toContain("[");
    const where = (await chat.says("amina", "c'est où le 12 ?")).join();
    expect(where).toContain("a déjà eu lieu");
    expect(where).not.toContain("[");
  });

  it("says where the only workshop to come is to who has no seat", async () => {
    const chat = await SeatChat.open();
    const where = (await chat.says("amina", "c'est où ?")).join();
    expect(where).toContain("Collecter en ligne");
    expect(where).not.toContain("secret");
  });

  it("answers a host in the language of the word they typed, long after they last wrote", async () => {
    const chat = await SeatChat.open();
    const host = { roles: ["coordinator"] } as const;
    expect((await chat.says("olga", "attendees 12", host)).join()).not.toMatch(/personne|inscrit/u);
    chat.clock.moveTo("2027-03-30T09:00:00Z");
    const noted = (await chat.says("zoe", "attended 12: 9", host)).join();
    expect(noted).toMatch(/people|noted/iu);
  });

  it("takes no reminder for a workshop that is cancelled", async () => {
    const chat = await SeatChat.open(workshopOfSeats({ status: "cancelled" }));
    const told = (await chat.says("amina", "rappelle-moi la veille pour le 12")).join();
    expect(told).toContain("est annulé");
    expect(told).not.toContain("je vous écrirai");
    expect(await chat.store.list(chat.knowledge.documents.reminderWishes)).toEqual([]);
  });
});
