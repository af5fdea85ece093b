import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { sure } from "../../../support/small-library.ts";

const held = { kind: "active", adviser: "camille", since: "2026-11-24T09:00:00.000Z" } as const;
const script = {
  "comment créer un site ?": [sure("website.create")],
  non: [sure("website.create")],
};

describe("one's requests", () => {
  it("are listed with their numbers, their states and an honest delay", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.hasRequest({
      state: { ...held, kind: "waiting-asker" },
      theme: "website",
      showsAdviser: true,
    });
    const told = await town.asker.says("mes demandes");
    expect(told).toMatch(
      /\*\*A-1\*\* · Données et RGPD · en attente d'une personne.*quelques jours/u,
    );
    expect(told).toMatch(/\*\*A-2\*\* · Site internet · c'est à vous : Camille/u);
  });

  it("are told in the language they are asked for in", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    expect(await town.asker.says("what are my requests")).toContain("Your requests:");
    expect(await town.asker.says("cancel A-1")).toContain("Cancel request");
  });

  it("are told nobody in a room that others read", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    const address = { platform: "here", room: "!salon", isDirect: false };
    const sent = await town.hears({ from: "amina", address, text: "mes demandes" });
    expect(
      sent
        .filter(({ to }) => to.room === "!salon")
        .map(({ text }) => text)
        .join(),
    ).not.toContain("A-1");
  });

  it("are cancelled once that is confirmed, and their texts erased", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest({ state: held, team: "saint-exemple" });
    expect(await town.asker.says("annuler A-1")).toContain("[Oui, annuler]");
    expect((await town.request(1)).state.kind).toBe("active");
    expect(await town.asker.presses("Oui, annuler")).toContain("annulée");
    expect((await town.request(1)).state.kind).toBe("withdrawn");
    expect(await town.messages()).toEqual([]);
    expect(
      town
        .team()
        .map(({ text }) => text)
        .join(),
    ).toContain("la personne a annulé sa demande");
  });

  it("are kept where the answer is no", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.asker.says("annuler ma demande");
    expect(await town.asker.says("non")).toContain("rien ne change");
    expect((await town.request(1)).state.kind).not.toBe("withdrawn");
  });

  it("are erased for good, asker and texts", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest({ knownAs: "Amina" });
    await town.asker.says("effacer A-1");
    expect(await town.asker.presses("Oui, effacer")).toContain("C'est effacé");
    const request = await town.request(1);
    expect([request.asker, request.knownAs]).toEqual([undefined, undefined]);
    expect(await town.messages()).toEqual([]);
  });

  it("go with everything else when their asker is forgotten, and the team is told", async () => {
    const town = await HandoffTown.open();
    const offers = [{ team: "saint-exemple", rung: 1, at: held.since, key: "k", shownAs: "k" }];
    await town.hasRequest({ state: held, team: "saint-exemple", offers });
    await town.asker.says("oublie-moi");
    await town.asker.says("oui");
    expect(await town.messages()).toEqual([]);
    expect((await town.requests()).map(({ asker }) => asker)).toEqual([undefined]);
    expect(
      town
        .team()
        .map(({ text }) => text)
        .join(),
    ).toContain("la personne a effacé sa demande");
  });

  it("go back to the same adviser when they are reopened within thirty days, and not after", async () => {
    const town = await HandoffTown.open();
    const closed = {
      kind: "closed",
      adviser: "camille",
      since: "2026-11-20T09:00:00.000Z",
    } as const;
    const at = "2026-11-01T09:00:00.000Z";
    const offers = [{ team: "saint-exemple", rung: 1, at, key: "k", shownAs: "k" }];
    await town.hasRequest({ state: closed, team: "saint-exemple", offers, closedAt: closed.since });
    expect(await town.asker.says("rouvrir A-1")).toContain("rouverte");
    expect((await town.request(1)).state).toMatchObject({ kind: "claimed", adviser: "camille" });
    await town.hasRequest({
      state: { ...closed, since: "2026-10-01T09:00:00.000Z" },
      team: "saint-exemple",
    });
    expect(await town.asker.says("rouvrir A-2")).toContain("ne peut plus être rouverte");
  });

  it("ask which one is meant, and take its number", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.hasRequest({ theme: "website" });
    expect(await town.asker.says("annuler ma demande")).toContain("De quelle demande");
    expect(await town.asker.says("A-2")).toContain("Annuler la demande **A-2**");
  });

  it("are closed by « c'est bon », and judged once; « pas encore » takes them up again", async () => {
    const town = await HandoffTown.open();
    const resolved = {
      kind: "resolved",
      adviser: "camille",
      since: "2026-11-24T09:00:00.000Z",
    } as const;
    const asks = { kind: "settled", at: "2026-11-24T09:00:00.000Z" } as const;
    await town.hasRequest({ state: resolved, team: "saint-exemple", asks });
    expect(await town.asker.says("pas encore")).toContain("reste ouverte");
    expect(["claimed", "queued", "offered"]).toContain((await town.request(1)).state.kind);
    await town.hasRequest({ state: resolved, team: "saint-exemple", asks, theme: "website" });
    expect(await town.asker.says("c'est bon")).toContain("[😐]");
    expect((await town.request(2)).state.kind).toBe("closed");
    expect(await town.asker.presses("👎")).toContain("Que manquait-il ?");
    expect(await town.asker.says("c'était trop long, appelez le 06 12 34 56 78")).toContain(
      "Merci",
    );
    const [feedback] = await town.store.list(town.knowledge.documents.helpFeedback);
    expect(feedback?.document).toMatchObject({
      score: 1,
      adviser: "camille",
    });
    expect(feedback?.document.comment).toContain("trop long");
    expect(JSON.stringify(feedback)).not.toContain("06 12");
  });

  it("show the name their asker gives, when they are asked for it", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest({ state: held, team: "saint-exemple" });
    expect(await town.asker.says("dire mon nom")).toContain("Quel nom");
    expect(await town.asker.says("je m'appelle Amina")).toContain("« Amina »");
    expect((await town.request(1)).knownAs).toBe("Amina");
    await town.asker.says("cacher mon nom");
    expect((await town.request(1)).knownAs).toBeUndefined();
  });
});

describe("while somebody holds a request", () => {
  async function inHand() {
    const town = await HandoffTown.open({ script });
    await town.hasRequest({ state: held, team: "saint-exemple" });
    return town;
  }

  it("gives them what is typed, and says nothing", async () => {
    const town = await inHand();
    expect(await town.asker.says("le tournoi est en juin")).toBe("");
    expect(await town.asker.says("oui")).toBe("");
    expect((await town.messages()).map(({ text }) => text)).toContain("le tournoi est en juin");
  });

  it("takes a bare yes or no for an answer to the adviser, whatever it is likened to", async () => {
    const town = await inHand();
    expect(await town.asker.says("non")).toBe("");
    expect((await town.messages()).map(({ text }) => text)).toContain("non");
  });

  it("still obeys commands", async () => {
    const town = await inHand();
    expect(await town.asker.says("aide")).not.toBe("");
    expect(await town.asker.says("mes demandes")).toContain("A-1");
    expect((await town.messages()).length).toBe(1);
  });

  it("asks for whom a new question is; the assistant answers its own, and keeps nothing of it", async () => {
    const town = await inHand();
    expect(await town.asker.says("comment créer un site ?")).toContain(
      "C'est pour Camille, ou une autre question pour moi ?",
    );
    expect(await town.asker.presses("Une question pour vous")).not.toBe("");
    await town.passes(5);
    expect((await town.messages()).map(({ text }) => text)).not.toContain(
      "comment créer un site ?",
    );
  });

  it.each([
    ["at once when they say so", 0],
    ["after two minutes without an answer", 3],
  ])("gives it to the adviser %s", async (_, minutes) => {
    const town = await inHand();
    await town.asker.says("comment créer un site ?");
    if (minutes === 0) await town.asker.presses("Pour Camille");
    else await town.passes(minutes);
    expect(
      (await town.messages()).filter(({ direction }) => direction === "in").map(({ text }) => text),
    ).toContain("comment créer un site ?");
    expect((await town.messages()).filter(({ direction }) => direction === "draft")).toEqual([]);
  });

  it("keeps the order when they go on writing instead of saying for whom", async () => {
    const town = await inHand();
    await town.asker.says("comment créer un site ?");
    expect(await town.asker.says("c'est pour le club")).toBe("");
    const said = (await town.messages()).toSorted((one, other) => one.position - other.position);
    expect(said.map(({ text }) => text).slice(1)).toEqual([
      "comment créer un site ?",
      "c'est pour le club",
    ]);
  });

  it("asks which request words are for when two are held", async () => {
    const town = await inHand();
    await town.hasRequest({
      state: { ...held, adviser: "david" },
      theme: "website",
      team: "saint-exemple",
    });
    expect(await town.asker.says("voici la suite")).toContain("[A-2 · Site internet]");
    expect(await town.asker.presses("A-2 · Site internet")).toBe("");
    const given = (await town.messages()).filter(({ text }) => text === "voici la suite");
    expect(given.map(({ request }) => request)).toEqual(["request-2"]);
  });

  it("tells who can help now when they are in distress, and gives the words too", async () => {
    const town = await inHand();
    expect(await town.asker.says("j'ai envie de mourir")).toContain("3114");
    expect((await town.messages()).map(({ text }) => text)).toContain("j'ai envie de mourir");
  });
});
