import { beforeEach, describe, expect, it } from "vitest";
import { personKey } from "../../../src/model/address.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const settings = { reviewedTerritories: ["44"], toldPeople: [personKey("here", "driss")] };
const driss = { from: "driss", address: { platform: "here", room: "@driss", isDirect: true } };

let talk: CoordinationTalk;

async function propose(territory: string): Promise<string> {
  return talk.says(
    `nouvel atelier\nLe libre\n9 décembre 2026 18h\nen ligne\nthème : libre\nterritoire : ${territory}`,
  );
}

async function toldTo(room: string): Promise<string> {
  const before = talk.chat.sent.length;
  await talk.chat.bot.tick();
  await talk.chat.bot.idle();
  const shown = talk.chat.sent.slice(before).filter(({ to }) => to.room === room);
  return shown.map(({ text }) => text).join("\n");
}

beforeEach(async () => {
  talk = await CoordinationTalk.open([], undefined, undefined, { settings });
});

describe("where a territory is reviewed", () => {
  it("a draft is proposed, told to who reviews, and published once they approve it", async () => {
    expect(await propose("44")).toMatch(/\[Proposer à la relecture\]\n\[Laisser en brouillon\]/);
    expect(await talk.says("envoyer jeudi 9h")).toContain("une autre personne relit");
    expect(await talk.presses("Proposer à la relecture")).toContain("C'est proposé");
    expect(talk.programme.byNumber(1)?.publication).toBe("review");
    expect(await toldTo("@driss")).toContain("« approuver 1 », ou « refuser 1 : raison »");
    expect(await talk.says("programme")).toContain("*en relecture*");
    expect(await talk.says("approuver 1")).toContain("c'est une autre personne");
    await talk.says("modifier 1 : titre : Le libre pour tous");
    await talk.presses("Enregistrer");
    expect(await talk.says("approuver 1")).toContain("c'est une autre personne");
    expect(await talk.says("approuver 1", driss)).toContain("C'est publié : atelier n° 1");
    expect(talk.programme.byNumber(1)?.publication).toBe("published");
    expect(await toldTo("@amina")).toContain(
      "Votre atelier n° 1, « Le libre pour tous », est approuvé",
    );
  });

  it("a refusal has a reason, and makes it a draft again", async () => {
    await propose("44");
    await talk.presses("Proposer à la relecture");
    await talk.chat.bot.tick();
    await talk.chat.bot.idle();
    expect(await talk.says("refuser 1", driss)).toContain("Pour quelle raison");
    await talk.says("refuser 1 : il manque le lieu", driss);
    expect(talk.programme.byNumber(1)).toMatchObject({
      publication: "draft",
      reason: "il manque le lieu",
    });
    expect(await toldTo("@amina")).toContain("Raison : il manque le lieu");
  });

  it("others publish as before", async () => {
    expect(await propose("35")).toContain("[Publier]");
  });
});
