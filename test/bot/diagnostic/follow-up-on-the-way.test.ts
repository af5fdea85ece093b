import { describe, expect, it } from "vitest";
import type { RoadmapLine } from "../../../src/model/diagnostic-run.ts";
import type { Chat } from "../../support/chat.ts";
import { finishedRun, followedChat, keptRun } from "../../support/followed-chat.ts";

const roadmap: readonly RoadmapLine[] = [
  { recommendation: "memoire.copie-express", by: "2026-10-01", state: "to-do" },
  { recommendation: "protection.double-verification", by: "2026-10-01", state: "to-do" },
];

/** Somebody who says how their steps go, and said these things. */
async function walking(...said: readonly string[]): Promise<Chat> {
  const chat = await followedChat([finishedRun({ roadmap })], "2026-09-20T10:00:00Z");
  for (const words of ["dire où j'en suis", ...said]) {
    // One after the other.
    // oxlint-disable-next-line no-await-in-loop
    await chat.says(words);
  }
  return chat;
}

async function linesIn(chat: Chat): Promise<readonly RoadmapLine[]> {
  return (await keptRun(chat))?.roadmap ?? [];
}

describe("the steps, on the way", () => {
  it("passes over a line at « passer », and says nothing of it", async () => {
    const chat = await walking();
    expect((await chat.says("passer")).join()).not.toContain("copie de secours");
    expect((await chat.says("fait")).join()).toContain("Bravo");
    expect((await linesIn(chat)).map(({ state }) => state)).toEqual(["to-do", "done"]);
  });

  it("passes over why, too", async () => {
    const chat = await walking("pas encore");
    expect((await chat.says("passer")).join()).toContain("Où en êtes-vous ?");
  });

  it.each([
    ["15 décembre", "2026-12-15"],
    ["dans 3 semaines", "2026-10-11"],
    ["24 décembre", "2027-01-11"],
    ["Dans 2 semaines", "2026-10-04"],
  ])("takes « %s » for a new date", async (words, by) => {
    const chat = await walking("pas encore", "le temps", words);
    expect((await linesIn(chat))[0]).toMatchObject({ by, state: "put-off" });
  });

  it("asks again for a date that is past", async () => {
    const chat = await walking("pas encore", "le temps");
    expect((await chat.says("3 mars 2020")).join()).toContain("Cette date est passée");
    expect((await linesIn(chat))[0]).toMatchObject({ by: "2026-10-01", state: "to-do" });
  });

  it.each(["retour", "où j'en suis ?"])("asks of the same line again at « %s »", async (words) => {
    const chat = await walking("pas encore", "le temps");
    expect((await chat.says(words)).join()).toContain("copie de secours**\nOù en êtes-vous ?");
  });

  it.each(["merci", "c'est tout", "pause"])(
    "is left at « %s », and can be taken up",
    async (words) => {
      const chat = await walking("fait");
      expect((await chat.says(words)).join()).toContain("Dire où j'en suis");
      expect((await chat.says("dire où j'en suis")).join()).toContain("Où en êtes-vous ?");
      expect((await linesIn(chat)).map(({ state }) => state)).toEqual(["done", "to-do"]);
    },
  );

  it("takes « fait » for nothing days later, and asks again", async () => {
    const chat = await walking();
    chat.clock.moveTo("2026-09-23T10:00:00Z");
    expect((await chat.says("fait")).join()).toContain("Où en êtes-vous ?");
    expect((await linesIn(chat)).map(({ state }) => state)).toEqual(["to-do", "to-do"]);
    await chat.says("1 fait, 2 en cours");
    expect((await linesIn(chat)).map(({ state }) => state)).toEqual(["done", "under-way"]);
  });

  it("asks of the same line once more after something it does not know", async () => {
    const chat = await walking();
    const replies = await chat.says("bla bla blou");
    expect(replies.at(-1)).toContain("copie de secours**\nOù en êtes-vous ?");
    await chat.says("en cours");
    expect((await linesIn(chat))[0]?.state).toBe("under-way");
  });
});
