import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { sure, unsure } from "../../../support/small-library.ts";

const photos = "Faut-il l'accord des parents pour publier des photos du tournoi ?";
const site = "comment créer un site ?";
const script = {
  [photos]: [sure("data.consent")],
  [site]: [sure("website.domain")],
  "faire le point sur notre numérique": [sure("bot.diagnostic")],
  "c'est quand le prochain atelier": [sure("workshop.upcoming")],
};
/** Somebody who is shown the draft of a question. */
async function shown(question = photos) {
  const town = await HandoffTown.open({ script });
  await town.asker.says(question, { id: "asked" });
  const read = await town.asker.says("humain");
  return { town, asker: town.asker, read };
}

describe("below a draft", () => {
  it.each([
    ["44", "Loire-Atlantique (44)"],
    ["Loire-Atlantique", "Loire-Atlantique (44)"],
    ["je suis dans l'ain", "Ain (01)"],
    ["01", "Ain (01)"],
    ["974", "La Réunion (974)"],
  ])("takes « %s » for the département, and gives nothing", async (said, name) => {
    const { town, asker } = await shown();
    const read = await asker.says(said);
    expect(read).toContain(`Département : ${name}`);
    expect(read).toContain(`> ${photos}`);
    expect((await town.requests()).map(({ number }) => number)).toEqual([0]);
  });

  it("takes the name of a theme for the theme", async () => {
    const { asker } = await shown();
    expect(await asker.says("sécurité")).toContain("Thème : *Sécurité*");
  });

  it("gives nothing for words it does not understand, and says again how to answer", async () => {
    const { town, asker } = await shown();
    const read = await asker.says("ben jsais pas trop quoi faire la");
    expect(read).toContain("rien n'est transmis");
    expect(read).toContain("[Transmettre]");
    expect(await asker.says("oui")).toContain("A-1");
    expect((await town.messages()).map(({ text }) => text)).toEqual([photos]);
  });

  it("shows the same draft again when its button is pressed after another question", async () => {
    const { town, asker } = await shown();
    await asker.says(site);
    const read = await asker.presses("Transmettre");
    expect(read).toContain(`> ${photos}`);
    expect((await town.requests()).map(({ number }) => number)).toEqual([0]);
    expect(await asker.presses("Transmettre")).toContain("A-1");
  });

  it("gives once what is pressed twice", async () => {
    const { town, asker } = await shown();
    await asker.presses("Transmettre");
    const again = await asker.presses("Transmettre");
    expect(again).not.toContain("Ce qui sera transmis");
    expect(again).not.toContain("Quelle est votre question");
    expect((await town.requests()).length).toBe(1);
  });

  it("gives what is shown here, not what was changed in another room since", async () => {
    const { town, asker } = await shown();
    const elsewhere = { platform: "here", room: "@amina-2", isDirect: true };
    const there = async (text: string) =>
      town.hears({ from: "amina", address: elsewhere, text, pressed: undefined });
    await there("transmettre ma question");
    await there("modifier");
    await there("Peut-on filmer les enfants du club ?");
    const read = await asker.says("oui");
    expect(read).toContain("> Peut-on filmer les enfants du club ?");
    expect((await town.requests()).map(({ number }) => number)).toEqual([0]);
    expect(await asker.says("oui")).toContain("A-1");
  });

  it("gives their own words, not those a mediator pointed at meanwhile", async () => {
    const { town, asker } = await shown();
    await town.hears({
      from: "marc",
      address: { platform: "here", room: "!salon", isDirect: false },
      text: "transmettre",
      roles: ["mediator"],
      repliesTo: { id: "m1", from: "amina", text: "mon voisin me doit de l'argent" },
    });
    await asker.says("oui");
    const given = (await town.messages()).filter(({ direction }) => direction === "in");
    expect(given.map(({ text }) => text)).toEqual([photos]);
  });

  it("forgets the draft when the message it was made from is taken away", async () => {
    const { town, asker } = await shown();
    await asker.says("44");
    await asker.deletes("asked");
    expect(await town.requests()).toEqual([]);
    expect(await town.messages()).toEqual([]);
    await asker.presses("Transmettre");
    expect(await town.requests()).toEqual([]);
  });

  it("follows the correction of the message that is shown", async () => {
    const town = await HandoffTown.open({ script });
    await town.asker.says("humain");
    await town.asker.says("Peut on filmé les enfants ?", { id: "typed" });
    const read = await town.asker.says("Peut-on filmer les enfants ?", { edits: "typed" });
    expect(read).toContain("> Peut-on filmer les enfants ?");
    expect(await town.asker.says("oui")).toContain("A-1");
    expect((await town.messages()).map(({ text }) => text)).toEqual([
      "Peut-on filmer les enfants ?",
    ]);
  });

  it("forgets everything at « oublie-moi » in the middle", async () => {
    const { town, asker } = await shown();
    await asker.says("oublie-moi");
    await asker.says("oui");
    expect(await town.requests()).toEqual([]);
    expect(await town.messages()).toEqual([]);
    await asker.presses("Transmettre");
    expect(await town.requests()).toEqual([]);
  });
});

describe("a draft", () => {
  it.each(["44", "bonjour", "???", "merci", "Loire-Atlantique", "👍", "ok merci"])(
    "never is « %s » alone",
    async (said) => {
      const town = await HandoffTown.open({ script });
      await town.asker.says("blabla machin");
      expect(await town.asker.says(said)).not.toContain(`> ${said}`);
      await town.asker.says("humain");
      expect(await town.asker.says(said)).not.toContain(`> ${said}`);
      const other = await HandoffTown.open({ script });
      await other.asker.says("humain");
      expect(await other.asker.says(said)).not.toContain("Ce qui sera transmis");
    },
  );

  it("is what was asked, not the words that ask for a person", async () => {
    const wish = "je veu parlé a quelqun";
    const town = await HandoffTown.open({
      script: { ...script, [wish]: [unsure("bot.human", "bot.help", "data.consent")] },
    });
    await town.asker.says(photos);
    await town.asker.says(wish);
    expect(await town.asker.presses("Parler à une personne")).toContain(
      "Quelle est votre question",
    );
    expect(await town.asker.says(photos)).toContain(`> ${photos}`);
  });

  it("keeps its words when a command is typed in place of new ones", async () => {
    const { town, asker } = await shown();
    await asker.presses("Modifier");
    expect(await asker.says("mes demandes")).not.toContain("> mes demandes");
    await asker.presses("Transmettre");
    await asker.says("oui");
    const given = (await town.messages()).filter(({ direction }) => direction === "in");
    expect(given.map(({ text }) => text)).toEqual([photos]);
  });

  it("is shown byte for byte as the team reads it once it is taken", async () => {
    const odd = [
      "Bonjour @everyone, voici [notre site](https://exemple.org/a?b=1) et https://club.example/x",
      "  deux   espaces, *étoiles*, `code`, <@123456>, @amina:matrix.org et #salon:matrix.org",
      "",
      "> une citation ; # pas un titre ; l'e-mail amina@exemple.fr, le 06 12 34 56 78",
      "mot de passe : soleil12, comment le changer ?",
      "/commande ! fin 👩‍👧",
    ].join("\n");
    const { town, read } = await shown(odd);
    const [, quoted = ""] = /mot pour mot :\n((?:>.*\n)+)/u.exec(read) ?? [];
    for (const hidden of ["soleil12", "amina@exemple.fr", "06 12", "@everyone", "@amina:"])
      expect(quoted).not.toContain(hidden);
    await town.asker.says("oui");
    await town.ticks();
    const offered = town.sent.findLast(({ opensThread }) => opensThread === true);
    const team = town.directory.teams.find(({ room }) => room.room === offered?.to.room);
    const adviser = town.adviser(team?.advisers[0] ?? "", team?.id);
    await adviser.presses("Je prends");
    const sheet = town.team(team?.id).find(({ text }) => text.startsWith("C'est à vous"));
    expect(sheet?.text).toContain(quoted);
  });

  it("goes up to 4,000 characters, whole", async () => {
    const long =
      `Voici notre histoire. ${"Nous avons un souci avec le fichier des membres. ".repeat(81)}`.slice(
        0,
        3990,
      );
    const { town, read } = await shown(long);
    expect(read).toContain(`> ${long.trim()}`);
    await town.asker.says("oui");
    expect((await town.messages())[0]?.text).toBe(long.trim());
  });
});
