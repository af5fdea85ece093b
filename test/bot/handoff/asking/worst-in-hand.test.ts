import { describe, expect, it } from "vitest";
import { put } from "../../../../src/ports/store.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { sure } from "../../../support/small-library.ts";

const photos = "Faut-il l'accord des parents pour publier des photos du tournoi ?";
const site = "comment créer un site ?";
const script = {
  [photos]: [sure("data.consent")],
  [site]: [sure("website.domain")],
  "faire le point sur notre numérique": [sure("bot.diagnostic")],
  "c'est quand le prochain atelier": [sure("workshop.upcoming")],
};
const since = "2026-11-24T09:00:00.000Z";
const offers = [{ team: "saint-exemple", rung: 1, at: since, key: "k", shownAs: "k" }];
const inHands = {
  state: { kind: "active", adviser: "camille", since },
  team: "saint-exemple",
  offers,
} as const;

describe("who may ask people", () => {
  it("is nobody whose request was reported, until a coordinator says so", async () => {
    const town = await HandoffTown.open({ script });
    await town.hasRequest({ state: { kind: "spam", adviser: "camille", since }, offers });
    await town.asker.says(photos);
    expect(await town.asker.says("humain")).toContain(
      "Je ne peux pas confier de nouvelle question",
    );
    expect((await town.requests()).length).toBe(1);
    const [coordination] = town.directory.coordinations;
    if (!coordination) throw new Error("no coordination");
    await town.hears({
      from: "gwen",
      address: { ...coordination.room, isDirect: false },
      text: "débloquer A-1",
    });
    expect(await town.asker.says("humain")).toContain("Ce qui sera transmis");
  });

  it("asks five times in thirty days, and more once a coordinator lifts it", async () => {
    const town = await HandoffTown.open({ script });
    for (let count = 0; count < 5; count += 1)
      // oxlint-disable-next-line no-await-in-loop
      await town.hasRequest({ state: { kind: "closed", since }, openedAt: since });
    await town.asker.says(photos);
    const told = await town.asker.says("humain");
    expect(told).toContain("5 demandes en un mois");
    expect(told).toMatch(/numéro A-\d/u);
    const [coordination] = town.directory.coordinations;
    if (!coordination) throw new Error("no coordination");
    await town.passes(1);
    await town.hears({
      from: "gwen",
      address: { ...coordination.room, isDirect: false },
      text: "débloquer A-5",
    });
    expect(await town.asker.says("humain")).toContain("Ce qui sera transmis");
  });
});

describe("what people own", () => {
  it("holds their words, never what advisers noted nor who they are", async () => {
    const town = await HandoffTown.open({ script });
    const request = await town.hasRequest({ ...inHands, showsAdviser: false });
    const { requestMessages, requests } = town.knowledge.documents;
    const [first] = await town.messages();
    if (!first) throw new Error("no message");
    const note = {
      ...first,
      position: 1,
      direction: "note" as const,
      author: "adviser" as const,
      adviser: "camille",
      text: "Je la trouve bien pénible.",
    };
    await town.store.write([
      put(requestMessages, `${request.id}.00001`, note),
      put(requests, request.id, { ...request, messages: 2, revision: request.revision + 1 }),
    ]);
    const sent = await town.hears({
      from: "amina",
      address: town.asker.address,
      text: "mes données",
    });
    const file = sent
      .flatMap(({ attachments }) => attachments)
      .map(({ text }) => text)
      .join();
    expect(file).toContain(first.text);
    expect(file).not.toContain("pénible");
    expect(file).not.toContain("camille");
    await town.asker.says("oublie-moi");
    await town.asker.says("oui");
    expect(await town.messages()).toEqual([]);
  });
});

describe("while somebody holds their request", () => {
  async function held() {
    const town = await HandoffTown.open({ script });
    await town.hasRequest(inHands);
    return { town, asker: town.asker };
  }

  it("never carries a password over, nor keeps one, not even corrected in", async () => {
    const { town, asker } = await held();
    expect(await asker.says("le mot de passe : soleil12", { id: "told" })).toContain(
      "J'ai retiré un mot de passe",
    );
    await asker.says("le mot de passe : lune4567", { edits: "told" });
    await asker.says("ajouter à A-1 : mdp : etoile89");
    const everything = JSON.stringify([await town.messages(), town.sent]);
    for (const secret of ["soleil12", "lune4567", "etoile89"])
      expect(everything).not.toContain(secret);
  });

  it("tells the programme itself, and starts the diagnostic", async () => {
    const { town, asker } = await held();
    expect(await asker.says("c'est quand le prochain atelier")).not.toContain("C'est pour Camille");
    expect(await asker.says("faire le point sur notre numérique")).not.toContain("Camille");
    await town.passes(5);
    expect((await town.messages()).length).toBe(1);
  });

  it("gives a reply to what they said to them, though the diagnostic waits for words", async () => {
    const { town, asker } = await held();
    const adviser = town.adviser("camille");
    await adviser.writes("> Combien êtes-vous ?", { thread: "k" });
    if (town.team().some(({ choices }) => choices.some(({ label }) => label === "Envoyer")))
      await adviser.presses("Envoyer");
    const asked = asker.read.findLast(({ text }) => text.includes("Combien êtes-vous"));
    await asker.says("diagnostic");
    await asker.says("oui", { repliesTo: { id: asked?.key ?? "" } });
    const given = (await town.messages()).filter(({ direction }) => direction === "in");
    expect(given.map(({ text }) => text)).toContain("oui");
  });

  it("gives what waited for « pour qui ? » after a restart", async () => {
    const { town, asker } = await held();
    await asker.says(site);
    await town.restarts();
    await town.passes(3);
    await town.passes(3);
    const given = (await town.messages()).filter(({ direction }) => direction === "in");
    expect(given.map(({ text }) => text)).toEqual(["Faut-il l'accord des parents ?", site]);
  });

  it("masks what is added, and says so", async () => {
    const { town, asker } = await held();
    const told = await asker.says("ajouter à A-1 : mon numéro est le 06 12 34 56 78");
    expect(told).toContain("j'ai masqué");
    expect(JSON.stringify(town.sent)).not.toContain("06 12 34");
  });
});
