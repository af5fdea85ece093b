import { describe, expect, it } from "vitest";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";

const room = { platform: "here", room: "salon", isDirect: false };
const twelve = workshopOfSeats();
const eight = workshopOfSeats({
  id: "ateliers/8",
  number: 8,
  title: { fr: "Le tableur pas à pas" },
  localStart: "2027-03-16T18:00",
  localEnd: "2027-03-16T20:00",
  joinSecret: undefined,
});
const one = workshopOfSeats({ capacity: 1 });

async function states(chat: SeatChat): Promise<readonly string[]> {
  const all = await chat.registrations();
  return all.map(({ workshop, state }) => `${workshop.replace("ateliers/", "")} ${state.kind}`);
}

describe("a number that is said", () => {
  it("is the one acted on, whatever choice waits", async () => {
    const chat = await SeatChat.open(twelve, eight);
    await chat.says("amina", "je m'inscris au 8");
    const [told] = await chat.says("amina", "je m'inscris au 12");
    expect(told).toContain("[Je ne peux plus venir (atelier 12)]");
    const [gone] = await chat.says("amina", "je ne peux plus venir au 8");
    expect(gone).toContain("[✋ Je m'inscris au 8]");
    expect(await states(chat)).toEqual(["8 cancelled", "12 registered"]);
    await chat.says("amina", "je ne peux plus venir au 12");
    await chat.says("amina", "je m'inscris au 8");
    expect(await states(chat)).toEqual(["12 cancelled", "8 registered"]);
  });

  it("that no workshop bears is answered kindly, with those there are", async () => {
    const chat = await SeatChat.open(twelve, eight);
    const [told] = await chat.says("amina", "je m'inscris au 42");
    expect(told).toContain("Je ne connais pas d'atelier n° 42.");
    expect(told).toContain("**Le tableur pas à pas** (n° 8)");
    expect(told).toContain("[✋ Je m'inscris au 12]");
    expect((await chat.says("amina", "je m'inscris au 8"))[0]).toContain("C'est noté");
  });
});

describe("signing up without a number", () => {
  it.each([
    ["je m'inscris à celui de mardi", "12"],
    ["je m'inscris à l'atelier tableur", "8"],
    ["sign me up for the one on 16 March", "8"],
    ["inscrivez-moi à l'atelier collecter en ligne", "12"],
  ])("« %s » takes the workshop it names", async (words, number) => {
    const chat = await SeatChat.open(twelve, eight);
    await chat.says("amina", words);
    expect(await states(chat)).toEqual([`${number} registered`]);
  });

  it("asks which where nothing says it, and takes the answer", async () => {
    const chat = await SeatChat.open(twelve, eight);
    const [asked] = await chat.says("amina", "je m'inscris");
    expect(asked).toContain("À quel atelier voulez-vous vous inscrire ?");
    await chat.says("amina", "la deuxième");
    expect(await states(chat)).toEqual(["8 registered"]);
  });

  it("takes the one that was just told", async () => {
    const chat = await SeatChat.open(twelve, eight);
    await chat.says("amina", "c'est quand l'atelier collecter en ligne ?");
    await chat.says("amina", "je m'inscris");
    expect(await states(chat)).toEqual(["12 registered"]);
  });

  it("says so where no workshop is to come", async () => {
    const chat = await SeatChat.open(workshopOfSeats({ status: "cancelled" }));
    expect((await chat.says("amina", "je m'inscris"))[0]).toContain("Aucun atelier à venir");
  });
});

describe("a workshop nobody signs up for here", () => {
  it.each([
    ["over", { localStart: "2027-02-20T18:00", localEnd: undefined }, "a déjà eu lieu"],
    ["cancelled", { status: "cancelled" as const }, "est annulé"],
    ["postponed", { status: "postponed" as const }, "est reporté"],
    ["on", {}, "Pas besoin d'inscription"],
  ])("is said to be %s before anything else", async (_, changes, said) => {
    const chat = await SeatChat.open(workshopOfSeats({ registration: undefined, ...changes }));
    expect((await chat.says("amina", "je m'inscris au 12"))[0]).toContain(said);
  });
});

describe("somebody who signed up", () => {
  it.each(["c'est où ?", "et le lien ?", "c'est à quelle heure ?", "where is it?"])(
    "is told of their workshop by « %s », the link in private alone",
    async (words) => {
      const chat = await SeatChat.open(twelve, eight);
      await chat.says("amina", "je m'inscris au 12");
      const before = chat.sent.length;
      const [told] = await chat.says("amina", words, { address: room });
      expect(told).toContain("https://visio.example.org/secret");
      const inRoom = chat.sent.slice(before).filter(({ to }) => to.room === "salon");
      expect(JSON.stringify(inRoom)).not.toContain("secret");
      // Nobody else is told it.
      await chat.says("bob", "je m'inscris au 8");
      expect((await chat.says("bob", words)).join("\n")).not.toContain("secret");
    },
  );

  it("asks whether they are, and comes back by « remets-moi »", async () => {
    const chat = await SeatChat.open(twelve, eight);
    expect((await chat.says("amina", "je suis inscrite ?"))[0]).toContain("pas d'inscription");
    await chat.says("amina", "je m'inscris au 12");
    expect((await chat.says("amina", "je suis inscrite ?"))[0]).toContain("place réservée");
    await chat.says("amina", "je ne peux plus venir au 12");
    await chat.says("amina", "remets-moi au 12");
    expect(await states(chat)).toEqual(["12 registered"]);
  });

  it.each(["j'ai besoin d'un sous-titrage", "je viens en fauteuil roulant", "I need captions"])(
    "is heard when they say what they need: « %s »",
    async (words) => {
      const chat = await SeatChat.open(twelve, eight);
      await chat.says("amina", "je m'inscris au 12");
      await chat.says("amina", words);
      await chat.says("olga", "inscrits 12", { roles: ["coordinator"] });
      expect(chat.sent.at(-1)?.attachments[0]?.text).toContain(words);
    },
  );

  it("may say what they need as they sign up; a question or a film states no need", async () => {
    const chat = await SeatChat.open();
    await chat.says("amina", "je m'inscris au 12, je viens en fauteuil roulant");
    await chat.says("amina", "j'ai besoin de sous-titres pour une vidéo de notre association");
    await chat.says("amina", "comment faire des sous-titres ?");
    expect((await chat.registrations()).map(({ needs }) => needs)).toEqual([
      "je viens en fauteuil roulant",
    ]);
  });
});

describe("wanting to hear of the next on a theme", () => {
  it("adds the theme to what they hear of, in private alone", async () => {
    const chat = await SeatChat.open();
    const words = "préviens-moi quand il y aura un atelier sur";
    const told = await chat.says("amina", `${words} la collecte`);
    expect(told).toEqual([expect.stringMatching(/^Je vous préviendrai ici .* « me désabonner »/u)]);
    await chat.says("amina", `${words} la sécurité`);
    await chat.says("bob", `${words} la collecte`, { address: room });
    const kept = await chat.store.list(chat.knowledge.documents.subscriptions);
    expect(kept.map(({ document: { themes, kinds } }) => ({ themes, kinds }))).toEqual([
      { themes: ["crowdfunding", "security"], kinds: ["new"] },
    ]);
  });
});

describe("leaving the line", () => {
  it("thanks nobody for a seat that was not there", async () => {
    const chat = await SeatChat.open(one);
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("bob", "je m'inscris au 12");
    const [told] = await chat.says("bob", "je ne peux plus venir");
    expect(told).toContain("vous n'attendez plus de place");
    expect(told).not.toContain("la place servira");
  });
});

describe("an offer", () => {
  it("waits for the morning of the person, wherever they are", async () => {
    const chat = await SeatChat.open(one);
    await chat.says("bob", "abonner territoire: 988");
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("bob", "je m'inscris au 12");
    // Midnight in Nouméa.
    chat.clock.moveTo("2027-03-01T13:00:00Z");
    await chat.says("amina", "je ne peux plus venir");
    expect(await chat.at("2027-03-01T20:59:00Z", "bob")).toEqual([]);
    expect((await chat.at("2027-03-01T21:00:00Z", "bob"))[0]).toContain("Une place se libère");
    const [, waiting] = await chat.registrations();
    expect(waiting?.state).toEqual({ kind: "offered", until: "2027-03-02T21:00:00.000Z" });
  });

  it("that could not be told in time is not told any more", async () => {
    const chat = await SeatChat.open(one);
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("bob", "je m'inscris au 12");
    chat.clock.moveTo("2027-03-07T09:00:00Z");
    await chat.says("amina", "je ne peux plus venir");
    // Four hours to answer, and it was down all that time.
    const told = await chat.at("2027-03-07T14:00:00Z", "bob");
    expect(told).toEqual([expect.stringContaining("allée à la personne suivante")]);
  });
});

describe("a slip that is taken back in ten minutes", () => {
  it("of the number of seats gives none that are not there", async () => {
    const chat = await SeatChat.open(workshopOfSeats({ capacity: 2 }));
    for (const who of ["amina", "bob", "chloe"]) {
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(who, "je m'inscris au 12");
    }
    await chat.change({ capacity: 20 });
    await chat.says("dina", "je m'inscris au 12");
    await chat.at("2027-03-01T09:05:00Z", "chloe");
    await chat.change({ capacity: 2 });
    await chat.at("2027-03-01T09:30:00Z", "chloe");
    expect(await states(chat)).toEqual([
      "12 registered",
      "12 registered",
      "12 waiting",
      "12 waiting",
    ]);
  });

  it("of the date ends nobody's wait", async () => {
    const chat = await SeatChat.open(one);
    await chat.says("amina", "je m'inscris au 12");
    await chat.says("bob", "je m'inscris au 12");
    await chat.change({ localStart: "2027-02-09T18:00", localEnd: "2027-02-09T20:00" });
    expect(await chat.at("2027-03-01T09:05:00Z", "bob")).toEqual([]);
    await chat.change({ localStart: one.localStart, localEnd: one.localEnd });
    await chat.at("2027-03-01T09:30:00Z", "bob");
    expect(await chat.registrations()).toMatchObject([
      { state: { kind: "registered" }, endsAt: "2027-03-09T19:00:00.000Z" },
      { state: { kind: "waiting" }, endsAt: "2027-03-09T19:00:00.000Z" },
    ]);
  });
});
