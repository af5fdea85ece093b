import { describe, expect, it } from "vitest";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";

const room = { platform: "here", room: "salon", isDirect: false };
const hers = { fr: "✋ Je m'inscris au 12", en: "✋ Sign me up for 12" };
const one = workshopOfSeats({ capacity: 1 });

function counts(states: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const state of states) counted[state] = (counted[state] ?? 0) + 1;
  return counted;
}

describe("signing up in chat", () => {
  it.each([
    [
      "je m'inscris au 12",
      "C'est noté : votre place est réservée",
      "Je ne peux plus venir (atelier 12)",
    ],
    ["sign me up for 12", "Done: your seat is booked", "I can't come (workshop 12)"],
  ])("is one sentence: %s", async (words, noted, next) => {
    const chat = await SeatChat.open();
    const [told] = await chat.says("amina", words);
    expect(told).toContain(noted);
    expect(told).toContain(`[${next}]`);
    expect(told).toContain("https://visio.example.org/secret");
    const [left] = await chat.presses("amina", next);
    expect(left).not.toContain("secret");
    expect((await chat.registrations()).map(({ state }) => state.kind)).toEqual(["cancelled"]);
  });

  it("leaves questions about signing up to the library", async () => {
    const chat = await SeatChat.open();
    const [told] = await chat.says("amina", "comment s'inscrire ?");
    expect(told).toContain("Collecter en ligne");
    expect(told).toContain(`[${hers.fr}]`);
    await chat.says("amina", "je m'inscris au 99");
    expect(await chat.registrations()).toEqual([]);
  });

  it("means the one workshop that was told last", async () => {
    const chat = await SeatChat.open(
      one,
      workshopOfSeats({ id: "b", number: 13, title: { fr: "Autre" } }),
    );
    await chat.says("amina", "c'est quand l'atelier collecter en ligne ?");
    const [told] = await chat.says("amina", "ok je m'inscris");
    expect(told).toContain("Collecter en ligne");
    // Nothing is in view for somebody else.
    await chat.says("bob", "je m'inscris");
    expect(await chat.registrations()).toHaveLength(1);
  });

  it("answers in private what is said or pressed where others read, and there not a word", async () => {
    const chat = await SeatChat.open();
    const [told] = await chat.presses("amina", hers.fr, { address: room });
    expect(told).toContain("votre place est réservée");
    expect(told).toContain("oublie-moi");
    const [typed] = await chat.says("bob", "je m'inscris au 12", { address: room });
    expect(typed).toContain("votre place est réservée");
    expect(chat.sent.filter(({ to }) => to.room === room.room)).toEqual([]);
    expect(chat.sent.map(({ to }) => to)).toEqual([
      { platform: "here", room: "@amina", isDirect: true, person: "amina" },
      { platform: "here", room: "@bob", isDirect: true, person: "bob" },
    ]);
  });

  it.each(["fr", "en"] as const)(
    "takes an announcement's button days later, after a restart, in %s",
    async (language) => {
      const chat = await SeatChat.open();
      await chat.says("amina", "aide");
      chat.clock.moveTo("2027-03-06T09:00:00Z");
      await chat.restart();
      const [told] = await chat.presses("amina", hers[language]);
      expect(told).toContain(
        language === "fr" ? "votre place est réservée" : "your seat is booked",
      );
    },
  );

  it("tells all that anybody reads of a workshop whose name is pressed in a digest", async () => {
    const chat = await SeatChat.open(
      one,
      workshopOfSeats({ id: "b", number: 13, title: { fr: "Autre" } }),
    );
    const [told] = await chat.presses("amina", "Atelier 12 : Collecter en ligne");
    expect(told).toContain("Collecter en ligne");
    expect(told).not.toContain("Autre");
    expect(told).not.toContain("secret");
    expect(told).toContain(`[${hers.fr}]`);
    expect(await chat.presses("amina", "Atelier 14 : Disparu")).toHaveLength(1);
  });

  it("answers a second press, and changes nothing by it", async () => {
    const chat = await SeatChat.open();
    await Promise.all([chat.presses("amina", hers.fr), chat.presses("amina", hers.fr)]);
    expect(chat.read("amina").join("\n")).toContain("Rien à refaire");
    expect(await chat.registrations()).toHaveLength(1);
    // The very same event again is not even a press.
    await chat.presses("amina", hers.fr, { id: "event-1" });
    expect(chat.read("amina")).toHaveLength(2);
  });

  it("seats twelve of two hundred people of two platforms who press at once, and shows nobody another", async () => {
    const chat = await SeatChat.open();
    const people = Array.from(
      { length: 200 },
      (_, at) => `p${at}@${at % 2 === 0 ? "here" : "there"}`,
    );
    await Promise.all(
      people.map((who) =>
        chat.presses(who, hers.fr, { address: { ...room, platform: who.split("@")[1] ?? "" } }),
      ),
    );
    const all = await chat.registrations();
    expect(counts(all.map(({ state }) => state.kind))).toEqual({ registered: 12, waiting: 188 });
    expect(all.map(({ order }) => order)).toEqual(all.map((_, at) => at + 1));
    const ranks = people.flatMap((who) => /rang (\d+)/.exec(chat.read(who).join())?.[1] ?? []);
    expect(new Set(ranks.map(Number))).toEqual(
      new Set(Array.from({ length: 188 }, (_, at) => at + 1)),
    );
    expect(people.every((who) => chat.read(who).length === 1)).toBe(true);
    const texts = chat.sent.map(({ text }) => text).join("\n");
    expect(texts).not.toMatch(/\bp\d+\b/);
    // Five give up: five offers, in order.
    const before = chat.sent.length;
    const seated = all.filter(({ state }) => state.kind === "registered").slice(0, 5);
    for (const { person } of seated) {
      const who = people.find((name) => person === JSON.stringify(name.split("@").toReversed()));
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(who ?? "", "je ne peux plus venir");
    }
    await chat.bot.tick();
    await chat.bot.idle();
    const offered = (await chat.registrations()).filter(({ state }) => state.kind === "offered");
    expect(offered.map(({ order }) => order)).toEqual([13, 14, 15, 16, 17]);
    const offers = chat.sent
      .slice(before)
      .filter(({ text }) => text.includes("Une place se libère"));
    expect(offers.map(({ to }) => to)).toEqual(
      expect.arrayContaining(offered.map(({ answerIn }) => answerIn)),
    );
    expect(offers).toHaveLength(5);
  });

  it("keeps seats for friends, and changes how many they are", async () => {
    const chat = await SeatChat.open();
    const [told] = await chat.says("amina", "je m'inscris au 12, on sera deux");
    expect(told).toContain("vos 2 places");
    const [more] = await chat.says("amina", "finalement on sera trois");
    expect(more).toContain("Places demandées : 3");
    const [tooMany] = await chat.says("amina", "finalement on sera six au 12");
    expect(tooMany).toContain("4 places au plus");
    expect((await chat.registrations()).map(({ seats }) => seats)).toEqual([3]);
  });
});

describe("the waiting list in chat", () => {
  it.each([
    ["oui", "C'est noté : votre place est réservée"],
    ["1", "C'est noté : votre place est réservée"],
    ["j'accepte", "C'est noté : votre place est réservée"],
    ["non", "la place à **Collecter en ligne** (atelier 12) va à la personne suivante"],
    ["je laisse la place", "va à la personne suivante"],
  ])("offers a freed seat, which %s answers", async (words, said) => {
    const chat = await SeatChat.open(one);
    await chat.says("amina", "je m'inscris au 12");
    const [waits] = await chat.says("bob@there", "je m'inscris au 12", {
      address: { ...room, platform: "there" },
    });
    expect(waits).toContain("au rang 1");
    await chat.says("amina", "je ne peux plus venir");
    const [offer] = await chat.at("2027-03-01T09:01:00Z", "bob@there");
    expect(offer).toContain("jusqu'au mardi 2 mars 2027, 10 h");
    expect(offer).toContain("[J'accepte la place (atelier 12)]\n[Je laisse la place (atelier 12)]");
    const [told] = await chat.says("bob@there", words);
    expect(told).toContain(said);
  });

  it("lets an offer nobody answers go to the next, and neither ends nor tells one at night", async () => {
    const chat = await SeatChat.open(one);
    for (const who of ["amina", "bob", "chloe"]) {
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(who, "je m'inscris au 12");
    }
    chat.clock.moveTo("2027-03-01T22:30:00Z");
    await chat.says("amina", "je ne peux plus venir");
    expect(await chat.at("2027-03-01T22:31:00Z", "bob")).toEqual([]);
    const [offer] = await chat.at("2027-03-02T07:00:00Z", "bob");
    expect(offer).toContain("jusqu'au mercredi 3 mars 2027, 8 h");
    expect(await chat.at("2027-03-03T06:59:00Z", "chloe")).toEqual([]);
    const [next] = await chat.at("2027-03-03T07:00:00Z", "chloe");
    expect(next).toContain("Une place se libère");
    expect(chat.read("bob").at(-1)).toContain("est allée à la personne suivante");
  });

  it("closes at its hour, and says so", async () => {
    const closed = workshopOfSeats({ registration: { by: "bot", closesAt: "2027-03-08T12:00" } });
    const chat = await SeatChat.open(closed);
    chat.clock.moveTo("2027-03-08T11:00:00Z");
    expect((await chat.says("amina", "je m'inscris au 12"))[0]).toContain("sont closes");
    expect(await chat.registrations()).toEqual([]);
  });
});
