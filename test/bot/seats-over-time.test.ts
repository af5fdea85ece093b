import { describe, expect, it } from "vitest";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";

const room = { platform: "here", room: "salon", isDirect: false };
const one = workshopOfSeats({ capacity: 1 });

describe("what happens to a workshop", () => {
  it("is announced to who has a seat, once, and a yes answers whether they still come", async () => {
    const chat = await SeatChat.open();
    await chat.says("amina", "sign me up for 12");
    chat.clock.moveTo("2027-03-02T09:00:00Z");
    await chat.change({
      localStart: "2027-03-16T18:00",
      localEnd: "2027-03-16T20:00",
      status: "moved",
    });
    // It may still be taken back.
    expect(await chat.at("2027-03-02T09:09:00Z", "amina")).toEqual([]);
    // Whoever signs up meanwhile knows, and keeps it from nobody.
    await chat.says("bob", "je m'inscris au 12");
    await chat.restart();
    const [moved, ...others] = await chat.at("2027-03-02T09:10:00Z", "amina");
    expect(moved).toContain("Day: ~~Tuesday 9 March~~ → **Tuesday 16 March**");
    expect(moved).toContain("Are you still coming?");
    expect(others).toEqual([]);
    expect(await chat.at("2027-03-02T09:20:00Z", "amina")).toEqual([]);
    expect((await chat.says("amina", "my workshops"))[0]).toContain(
      "tell me whether you are still coming",
    );
    expect((await chat.says("amina", "yes"))[0]).toContain("Thank you, noted");
  });

  it("ends the list when it is cancelled, unless that was taken back", async () => {
    const chat = await SeatChat.open();
    await chat.says("amina", "je m'inscris au 12");
    await chat.change({ status: "cancelled" });
    await chat.change({ status: "scheduled" });
    await chat.at("2027-03-01T09:20:00Z", "amina");
    expect(await chat.registrations()).toMatchObject([{ state: { kind: "registered" } }]);
    await chat.change({ status: "cancelled" });
    const told = await chat.at("2027-03-01T09:30:00Z", "amina");
    expect(told).toEqual([expect.stringContaining("**Annulé : Collecter en ligne**")]);
    expect(await chat.registrations()).toMatchObject([
      { state: { kind: "cancelled", because: "workshop-cancelled" } },
    ]);
  });

  it("offers the seats that a coordinator adds, in order", async () => {
    const chat = await SeatChat.open(one);
    for (const who of ["amina", "bob", "chloe"]) {
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(who, "je m'inscris au 12");
    }
    await chat.change({ capacity: 2 });
    // It may still be taken back.
    expect(await chat.at("2027-03-01T09:09:00Z", "bob")).toEqual([]);
    expect(await chat.at("2027-03-01T09:10:00Z", "chloe")).toEqual([]);
    expect(chat.read("bob").at(-1)).toContain("Une place se libère");
  });

  it("sends people elsewhere where sign-up is elsewhere, and never pretends", async () => {
    const chat = await SeatChat.open(
      workshopOfSeats({ registration: { by: "link", to: "https://asso.example.org/12" } }),
    );
    const [told] = await chat.says("amina", "je m'inscris au 12");
    expect(told).toContain("ne passent pas par moi : https://asso.example.org/12");
    expect(told).not.toContain("secret");
    expect(await chat.registrations()).toEqual([]);
    expect((await chat.says("amina", "rappelle-moi la veille pour le 12"))[0]).toContain(
      "la veille",
    );
  });
});

describe("one's own sign-ups", () => {
  it("are listed, and nobody else's", async () => {
    const chat = await SeatChat.open(one);
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("bob", "sign me up for 12");
    expect((await chat.says("amina", "mes ateliers"))[0]).toContain("place réservée (places : 1)");
    expect((await chat.says("bob", "my workshops"))[0]).toContain("on the waiting list");
    expect((await chat.says("chloe", "mes ateliers"))[0]).toContain("pas d'inscription");
  });

  it("go with everything else when somebody asks to be forgotten, and their seat is for the next", async () => {
    const chat = await SeatChat.open(one);
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("amina", "rappelle-moi la veille");
    await chat.says("bob@there", "je m'inscris au 12");
    await chat.says("amina", "oublie-moi");
    const [goodbye] = await chat.says("amina", "oui");
    expect(goodbye).toContain("effac");
    await chat.bot.tick();
    await chat.bot.idle();
    expect(chat.read("bob@there").at(-1)).toContain("Une place se libère");
    const { kinds } = chat.knowledge;
    const left = await Promise.all(kinds.map((type) => chat.store.list(type)));
    expect(JSON.stringify(left)).not.toContain("amina");
  });

  it("are on the host's sheet, in private, for those who coordinate", async () => {
    const chat = await SeatChat.open();
    await chat.says("amina", "je m'inscris au 12, on sera deux");
    const refused = await chat.says("bob", "inscrits 12");
    expect(refused[0]).toContain("n'est donnée qu'à qui anime");
    await chat.says("olga", "inscrits 12", { roles: ["coordinator"], address: room });
    const sheet = chat.sent.at(-1);
    expect(sheet?.to).toMatchObject({ room: "@olga", person: "olga" });
    expect(sheet?.text).toContain("Personnes attendues : 1, places : 2");
    expect(sheet?.text).toContain("jeudi 8 avril 2027");
    expect(sheet?.attachments[0]?.text).not.toContain("amina");
    // Taken away with what it was made from, a month after the workshop.
    const before = await chat.at("2027-04-08T17:59:00Z", "olga");
    expect(before).toEqual([]);
    await chat.at("2027-04-08T19:00:00Z", "olga");
    expect(chat.sent.at(-1)).toMatchObject({ replaces: sheet?.key, isWithdrawal: true });
  });
});
