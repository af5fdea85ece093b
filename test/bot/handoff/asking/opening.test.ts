import { describe, expect, it } from "vitest";
import { noDirectory } from "../../../../src/model/directory.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { sure } from "../../../support/small-library.ts";

const photos = "Faut-il l'accord des parents pour publier des photos du tournoi ?";
const script = { [photos]: [sure("data.consent")], "créer un site": [sure("website.create")] };

/** Somebody whose question was asked, and who asks for a person. */
async function asking(
  question = photos,
  more: Record<string, readonly ReturnType<typeof sure>[]> = {},
) {
  const town = await HandoffTown.open({ script: { ...script, ...more } });
  const { asker } = town;
  await asker.says(question);
  return { town, asker };
}

describe("giving a question to a person", () => {
  it("shows the exact words, what goes with them and what never does, before anything is given", async () => {
    const { town, asker } = await asking();
    const shown = await asker.says("parler à une personne");
    expect(shown).toContain(`> ${photos}`);
    expect(shown).toContain("Données et RGPD");
    expect(shown).toContain("Jamais transmis : votre nom, votre compte");
    expect(shown).toContain("je lis donc les messages");
    expect(shown).toContain("[Transmettre]\n[Modifier]\n[Non merci]");
    expect(town.team()).toEqual([]);
    expect((await town.requests()).map(({ state }) => state.kind)).toEqual(["draft"]);
  });

  it("gives a number and an honest delay once they agree, and offers it to the team without a name", async () => {
    const { town, asker } = await asking();
    await asker.says("humain");
    const told = await asker.presses("Transmettre");
    expect(told).toContain("Votre numéro : **A-1**");
    expect(told).toContain("quelques jours");
    const request = await town.request(1);
    expect(request.consent?.version).toBe(1);
    expect(JSON.stringify(town.team())).not.toContain("amina");
    expect(
      town.team("sans-frontiere").length + town.team().length + town.team("loire-aide").length,
    ).toBeGreaterThan(0);
    const words = (await town.messages()).map(({ text, direction }) => [direction, text]);
    expect(words).toEqual([["in", photos]]);
  });

  it("keeps nothing of what is not given", async () => {
    const { town, asker } = await asking();
    await asker.says("humain");
    expect(await asker.presses("Non merci")).toContain("je ne transmets rien");
    expect(await town.requests()).toEqual([]);
    expect(await town.messages()).toEqual([]);
  });

  it("asks what the question is when none is known", async () => {
    const town = await HandoffTown.open({ script });
    expect(await town.asker.says("humain")).toContain("Quelle est votre question ?");
    expect(await town.asker.says(photos)).toContain(`> ${photos}`);
    expect(await town.asker.says("oui")).toContain("A-1");
  });

  it("changes the words, the département and the theme, and shows the whole again each time", async () => {
    const { town, asker } = await asking();
    await asker.says("humain");
    await asker.presses("Modifier");
    expect(await asker.says("Peut-on publier la photo de groupe ?")).toContain(
      "> Peut-on publier la photo",
    );
    await asker.presses("Donner mon département");
    expect(await asker.says("chez nous")).toContain("pas reconnu ce département");
    expect(await asker.says("44")).toContain("Département : Loire-Atlantique (44)");
    await asker.presses("Changer le thème");
    expect(await asker.presses("Sécurité")).toContain("Thème : *Sécurité*");
    await asker.says("ok transmettez");
    const request = await town.request(1);
    expect([request.theme, request.territory]).toEqual(["security", "44"]);
    expect(town.team().length).toBeGreaterThan(0);
  });

  it("masks a phone number, an account and a name; each may be left, a password never", async () => {
    const question =
      "je m'appelle Amina Diallo, appelez le 06 12 34 56 78, IBAN FR76 3000 6000 0112 3456 7890 189, mot de passe : soleil12";
    const { town, asker } = await asking(question);
    const shown = await asker.says("humain");
    for (const hidden of ["Amina Diallo", "06 12", "3000 6000", "soleil12"])
      expect(shown).not.toContain(hidden);
    expect(shown).toContain("J'ai masqué un numéro de téléphone.");
    expect(shown).toContain("J'ai retiré un mot de passe");
    expect(shown).not.toMatch(/\[Montrer[^\]]*mot de passe/u);
    const left = await asker.presses("Montrer le téléphone");
    expect(left).toContain("06 12 34 56 78");
    expect(left).not.toContain("Amina Diallo");
    for (const label of ["Montrer le nom", "Montrer le compte"]) await asker.presses(label);
    expect(JSON.stringify(await town.messages())).not.toContain("soleil12");
    await asker.says("oui");
    const [given] = await town.messages();
    expect(given?.text).toContain("Amina Diallo");
    expect(given?.text).not.toContain("soleil12");
  });

  it("adds to the open request of the same theme rather than opening another", async () => {
    const { town, asker } = await asking();
    await asker.says("humain");
    await asker.presses("Transmettre");
    await asker.says(photos);
    const shown = await asker.says("humain");
    expect(shown).toContain("A-1");
    expect(await asker.presses("Ajouter à A-1")).toContain("C'est ajouté");
    expect((await town.requests()).length).toBe(1);
    expect((await town.messages()).map(({ direction }) => direction)).toEqual(["in", "in"]);
  });

  it("keeps at most three open, and tells which", async () => {
    const { town, asker } = await asking();
    await town.hasRequest({ theme: "website" });
    await town.hasRequest({ theme: "security" });
    await town.hasRequest({ theme: "support" });
    expect(await asker.says("humain")).toContain("3 demandes ouvertes");
  });

  it("answers what has just happened first, and gives the request a high priority", async () => {
    const { town, asker } = await asking("notre compte facebook a été piraté");
    const shown = await asker.says("humain");
    expect(shown).toContain("17cyber");
    await asker.presses("Transmettre");
    expect((await town.request(1)).priority).toBe("high");
  });

  it("sends nobody in distress to a queue", async () => {
    const { town, asker } = await asking("bonjour");
    const told = await asker.says("je n'en peux plus, j'ai envie de mourir");
    for (const number of ["3114", "15", "17", "18", "112", "114", "119"])
      expect(told).toContain(`**${number}**`);
    expect(await town.requests()).toEqual([]);
  });

  it("moves to private from a room that others read", async () => {
    const town = await HandoffTown.open({ script });
    const address = { platform: "here", room: "!salon", isDirect: false };
    const sent = await town.hears({ from: "amina", address, text: "parler à une personne" });
    expect(
      sent
        .filter(({ to }) => to.room === "!salon")
        .map(({ text }) => text)
        .join(),
    ).not.toContain("Ce qui sera transmis");
    expect(
      sent.some(
        ({ to, choices }) =>
          to.isDirect && choices.some(({ label }) => label.startsWith("Transmettre ma question")),
      ),
    ).toBe(true);
  });

  it("is not proposed where no team can be reached", async () => {
    const town = await HandoffTown.open({ script });
    const bare = await HandoffTown.open({ script, directory: noDirectory });
    expect(await bare.asker.says("humain")).not.toContain("Quelle est votre question ?");
    expect(await town.asker.says("humain")).toContain("Quelle est votre question ?");
  });

  it.each(["mes demandes", "effacer A-1", "annuler A-3"])(
    "is said not to have been used where no team can be reached: %s",
    async (words) => {
      const town = await HandoffTown.open({ directory: noDirectory });
      expect(await town.asker.says(words)).toMatch(/Vous n'avez confié aucune demande[^[]*$/u);
    },
  );

  it("asks the person a mediator points at, who alone may give their words", async () => {
    const town = await HandoffTown.open({ script });
    const salon = { platform: "here", room: "!salon", isDirect: false };
    const sent = await town.hears({
      from: "marc",
      address: salon,
      text: "transmettre",
      roles: ["mediator"],
      repliesTo: { id: "m1", from: "amina", text: photos },
    });
    const invitation = sent.find(({ to }) => to.person === "amina" || to.room === "@amina");
    expect(invitation?.text).toContain(photos);
    expect(town.team()).toEqual([]);
    expect(await town.asker.presses("Transmettre ma question à une personne")).toContain(
      `> ${photos}`,
    );
    expect(await town.asker.presses("Transmettre")).toContain("A-1");
    expect((await town.request(1)).because).toBe("mediator");
  });

  it("lets nobody else give the words of others", async () => {
    const town = await HandoffTown.open({ script });
    const salon = { platform: "here", room: "!salon", isDirect: false };
    const repliesTo = { id: "m1", from: "amina", text: photos };
    const sent = await town.hears({ from: "zoe", address: salon, text: "transmettre", repliesTo });
    expect(sent.map(({ to }) => to.room)).toEqual(["!salon"]);
    expect(await town.requests()).toEqual([]);
  });
});
