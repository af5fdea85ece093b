import { beforeEach, describe, expect, it } from "vitest";
import { CoordinationTalk } from "./coordination-talk.ts";

let talk: CoordinationTalk;

/** Monday 23 November 2026, 10:00 in Paris. */
beforeEach(async () => {
  talk = await CoordinationTalk.open();
  await talk.says("abonner messages: tout", {
    address: { platform: "here", room: "#nantes", isDirect: false },
  });
  await talk.says("nouvel atelier\nLe libre\n9 décembre 2026 18h\nen ligne\nthème : libre");
});

/** What each room and person is shown until an instant, tick by tick. */
async function until(instant: string): Promise<readonly string[]> {
  const before = talk.chat.sent.length;
  while (talk.chat.clock.now() < new Date(instant)) {
    talk.chat.clock.moveByMs(5 * 60_000);
    // Time goes one way.
    // oxlint-disable-next-line no-await-in-loop
    await talk.chat.bot.tick();
    // oxlint-disable-next-line no-await-in-loop
    await talk.chat.bot.idle();
  }
  return talk.chat.sent.slice(before).map(({ to, text }) => `${to.room} ${text}`);
}

describe("a publication confirmed for later", () => {
  it("happens at the moment of its button, after a restart too, and is announced at once", async () => {
    expect(await talk.presses("Envoyer mardi 24 novembre, 9 h (heure de Paris)")).toContain(
      "sera publié mardi 24 novembre 2026, 9 h (heure de Paris)",
    );
    expect(talk.programme.byNumber(1)?.publication).toBe("draft");
    talk = await talk.restarted();
    expect(await talk.says("programmation")).toContain(
      "publication de 1 « Le libre » : mardi 24 novembre 2026, 9 h (heure de Paris)",
    );
    expect(await until("2026-11-24T07:55:00Z")).toEqual([]);
    const sent = await until("2026-11-24T08:00:00Z");
    expect(sent.join("\n")).toContain("#nantes **Nouvel atelier : Le libre");
    expect(sent.join("\n")).toContain("@amina Comme prévu, l'atelier n° 1");
    expect(talk.programme.byNumber(1)?.publication).toBe("published");
    expect(await until("2026-11-24T09:00:00Z")).not.toContainEqual(
      expect.stringContaining("Nouvel atelier"),
    );
    expect(await talk.says("programmation")).not.toContain("publication de");
  });

  it("happens at the moment that is typed, in English too", async () => {
    expect(await talk.says("envoyer jeudi 14h30")).toContain(
      "jeudi 26 novembre 2026, 14 h 30 (heure de Paris)",
    );
    await talk.says("English");
    expect(await talk.says("publish 1 on Friday at 2pm")).toContain(
      "[Send Friday 27 November, 14:00 (Paris time)]",
    );
    expect(await talk.says("send Friday 2pm")).toContain("Friday, 27 November 2026, 14:00");
    expect((await until("2026-11-26T14:00:00Z")).join("\n")).not.toContain("Nouvel atelier");
    expect((await until("2026-11-27T13:00:00Z")).join("\n")).toContain("#nantes");
  });

  it.each([
    ["le 2 novembre 2026 9h", "passé"],
    ["jeudi 23h", "salons sont au calme"],
    ["aujourd'hui 10h05", "au moins dix minutes"],
    ["10 décembre 9h", "aura déjà commencé"],
    ["un de ces jours", "Je ne lis pas ce moment"],
  ])("is refused kindly for %s, and the preview stays", async (when, why) => {
    const said = await talk.says(`envoyer ${when}`);
    expect(said).toContain(why);
    expect(said).toContain("**Aperçu**");
    await talk.presses("Laisser en brouillon");
    expect(await until("2026-11-27T13:00:00Z")).toEqual([]);
  });

  it("does not happen when it is cancelled", async () => {
    await talk.says("envoyer jeudi 9h");
    expect(await talk.says("annuler l'envoi 1")).toContain("reste un brouillon");
    expect(await talk.says("annuler l'envoi 1")).toContain("Aucun envoi n'est prévu");
    expect(await until("2026-11-27T08:00:00Z")).toEqual([]);
  });

  it("is given up, and its author told, when the workshop is changed meanwhile", async () => {
    await talk.says("envoyer jeudi 9h");
    await talk.says("modifier 1 : titre : Le libre pour tous", { from: "driss" });
    await talk.says("", { pressed: "Laisser en brouillon", from: "driss" });
    const sent = await until("2026-11-23T09:10:00Z");
    expect(sent.join("\n")).toMatch(/^@amina .*n'est pas publié comme prévu jeudi 26 novembre/);
    expect(await until("2026-11-27T08:00:00Z")).toEqual([]);
    expect(talk.programme.byNumber(1)?.publication).toBe("draft");
  });

  it("says nothing more of it when it is published by hand before", async () => {
    await talk.says("envoyer jeudi 9h");
    await talk.says("publier 1");
    await talk.says("envoyer maintenant");
    const sent = await until("2026-11-26T09:00:00Z");
    expect(sent.filter((line) => line.includes("Nouvel atelier"))).toHaveLength(1);
    expect(sent.join("\n")).not.toContain("comme prévu");
  });
});
