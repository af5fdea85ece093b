import { describe, expect, it } from "vitest";
import { miniRun, questionsToAskAgain } from "../../../src/bot/diagnostic/later/mini-run.ts";
import type { RoadmapLine } from "../../../src/model/diagnostic-run.ts";
import type { Chat } from "../../support/chat.ts";
import {
  finishedRun,
  followedChat,
  followedKnowledge,
  passTime,
} from "../../support/followed-chat.ts";
import { library } from "../../support/small-library.ts";

const roadmap: readonly RoadmapLine[] = [
  { recommendation: "memoire.copie-express", by: "2026-10-01", state: "to-do" },
  { recommendation: "protection.double-verification", by: "2026-10-01", state: "to-do" },
  { recommendation: "info.carte-des-canaux", by: "2026-10-01", state: "to-do" },
];

/** Asked three months after the result, the first of three steps being done. */
async function doneThreeMonthsAgo(language: "fr" | "en" = "fr"): Promise<Chat> {
  const done = roadmap.map((line, at) => ({ ...line, state: at < 1 ? "done" : "to-do" }) as const);
  const run = finishedRun({
    language,
    roadmap: done,
    setAside: { "memoire.copie-express": "done" },
    followUp: { next: "three-months", nextAt: "2026-12-01T10:00:00.000Z" },
  });
  const chat = await followedChat([run], "2026-12-01T09:50:00Z");
  await passTime(chat, "2026-12-01T10:00:00Z");
  return chat;
}

describe("three months on", () => {
  it("asks again only the questions behind what was done, the rest being as it was", async () => {
    const chat = await doneThreeMonthsAgo();
    expect(chat.sent[0]?.text).not.toContain("copie de secours");
    const replies = await chat.says("1 fait, 2 en cours");
    expect(replies.at(-1)).toMatch(
      /je peux vous reposer \d questions, celles qui touchent à ce que vous avez fait\. On y va \?/u,
    );
    const begun = await chat.says("oui");
    expect(begun.join("\n")).toMatch(/Voici donc \d questions\. Le reste/u);
    const runs = await chat.store.list(followedKnowledge.documents.diagnosticRuns);
    const [before, after] = runs.map(({ document }) => document);
    expect(runs).toHaveLength(2);
    const asked = Object.keys(before?.answers ?? {}).filter((id) => !after?.answers[id]);
    expect(asked).toEqual(["M2", "X1"]);
    expect(after).toMatchObject({ state: "asking", pending: { question: "M2" }, path: "short" });
    expect(after?.id).not.toBe("run1");
    expect(after?.id.length).toBeGreaterThan(10);
  });

  it("can be left, and taken up by its words", async () => {
    const chat = await doneThreeMonthsAgo();
    await chat.says("tout en cours");
    const [left] = await chat.says("non merci");
    expect(left).toContain("Voir le chemin parcouru");
    const begun = await chat.says("voir le chemin parcouru");
    expect(begun.join("\n")).toMatch(/Voici donc \d questions/u);
  });
});

describe("the questions asked again", () => {
  it.each([
    [
      "fr",
      "oui",
      /\*\*Le chemin parcouru\*\* depuis le 1er septembre 2026/u,
      /Nouveau, Garder nos documents : « .+ »/u,
    ],
    [
      "en",
      "yes",
      /\*\*What has changed\*\* since 1 September 2026/u,
      /New, Keeping our documents: “.+”/u,
    ],
  ] as const)("end in what changed, in words (%s)", async (language, yes, title, fact) => {
    const chat = await doneThreeMonthsAgo(language);
    const said = async (text: string) => (await chat.says(text, { language })).join("\n");
    await said(language === "fr" ? "1 fait, 2 en cours" : "1 done, 2 under way");
    expect(await said(yes)).toMatch(/M2|1\./u);
    // The best answer to the first, the same as before to the second.
    await said("4");
    let last = await said("1");
    if (!title.test(last)) last = await said(yes);
    if (!title.test(last)) last = await said("1");
    expect(last).toMatch(title);
    expect(last).toMatch(fact);
    expect(last).toMatch(/↗ /u);
  });
});

describe("the questions of a mini-run", () => {
  const { questionnaire } = library;
  const done = (...recommendations: readonly string[]) => ({
    run: finishedRun(),
    questionnaire,
    lines: recommendations.map(
      (recommendation) => ({ recommendation, by: "2026-10-01", state: "done" }) as const,
    ),
  });

  it("are two to five, and none where nothing was done", () => {
    const all = questionnaire.recommendations.map(({ id }) => id);
    expect(questionsToAskAgain(done(...all))).toHaveLength(5);
    expect(questionsToAskAgain(done())).toEqual([]);
    const pair = done("memoire.copie-express", "info.carte-des-canaux");
    expect(questionsToAskAgain(pair).map(({ id }) => id)).toEqual(["I1", "M2"]);
  });

  it("are today's where those of that time are gone, as long as they are the same", () => {
    const today = {
      ...questionnaire,
      version: "later",
      questions: questionnaire.questions.filter(({ id }) => id !== "S1"),
    };
    const followed = { ...done("memoire.copie-express"), questionnaire: today };
    const asked = questionsToAskAgain(followed);
    const now = new Date("2026-12-01T10:00:00Z");
    const run = miniRun(followed, asked, { id: "run2", now, today });
    expect(run.version).toBe("later");
    expect(run.answers["S1"]).toBeUndefined();
    expect(run.answers["M2"]).toBeUndefined();
    expect(run.answers["C1"]).toEqual(finishedRun().answers["C1"]);
  });
});
