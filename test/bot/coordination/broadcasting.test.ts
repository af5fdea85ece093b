import { beforeEach, describe, expect, it } from "vitest";
import { CoordinationTalk } from "./coordination-talk.ts";

const rooms = ["#nantes", "#rennes"].map((room) => ({ platform: "here", room, isDirect: false }));

let talk: CoordinationTalk;

async function minutesLater(minutes: number): Promise<readonly string[]> {
  const before = talk.chat.sent.length;
  talk.chat.clock.moveByMs(minutes * 60_000);
  await talk.chat.bot.tick();
  await talk.chat.bot.idle();
  return talk.chat.sent.slice(before).map(({ to, text }) => `${to.room} ${text}`);
}

beforeEach(async () => {
  talk = await CoordinationTalk.open();
  for (const address of rooms) {
    // oxlint-disable-next-line no-await-in-loop
    await talk.says("abonner messages: tout", { address });
  }
  await talk.says("nouvel atelier\nLe libre\n26 novembre 2026 18h\nen ligne\nthème : libre");
  await talk.presses("Publier");
});

describe("what a coordinator published", () => {
  it("is announced once nobody can take it back any more, and proved to them, once", async () => {
    expect(await minutesLater(9)).toEqual([]);
    const sent = await minutesLater(2);
    expect(sent).toHaveLength(3);
    expect(sent[0]).toMatch(/^#nantes \*\*Nouvel atelier : Le libre/);
    expect(sent[2]).toBe(
      "@amina Annonce n° 1, **Le libre** (atelier 1) : 2 salons, 2 confirmés, 0 doublon.",
    );
    talk = await talk.restarted();
    expect(await minutesLater(5)).toEqual([]);
  });

  it("is proved room by room, with the id of each message, when they ask for its number", async () => {
    await minutesLater(11);
    const told = await talk.says("voir l'annonce n° 1");
    expect(told).toContain("2 salons, 2 confirmés, 0 doublon.");
    expect(told).toMatch(/- #nantes : `[^`]+`\n- #rennes : `[^`]+`/u);
    expect(talk.chat.sent.at(-1)?.attachments[0]?.text).toMatch(
      /^\uFEFFplateforme;salon;message\r\nhere;#nantes;\S+\r\nhere;#rennes;\S+\r\n$/u,
    );
    expect(await talk.says("annonce 7")).toBe("Je ne connais pas d'annonce n° 7.");
  });

  it("is not announced when it was taken back", async () => {
    await talk.says("annuler ma dernière action");
    expect(await minutesLater(30)).toEqual([]);
  });

  it("is tried again where it failed, when they ask", async () => {
    talk.chat.sendFault = new Error("Missing Permissions");
    await minutesLater(11);
    talk.chat.sendFault = undefined;
    const told = await talk.says("échecs");
    expect(told).toContain("- annonce n° 1, #nantes : Missing Permissions (nouvel essai le");
    expect(told).toContain("« réessayer 1 »");
    expect(await talk.says("réessayer l'annonce n° 2")).toContain("Aucun envoi en échec");
    expect(await talk.says("réessayer l'annonce n° 1")).toContain("je réessaie 2 envois");
    const sent = await minutesLater(0);
    expect(sent.filter((line) => line.includes("Nouvel atelier"))).toHaveLength(2);
    expect(await talk.says("réessayer les échecs")).toContain("Aucun envoi en échec");
  });

  it("is nobody else's to try again", async () => {
    const said = await talk.says("réessayer les échecs", { roles: [], from: "bob" });
    expect(said).not.toContain("envoi");
  });
});
