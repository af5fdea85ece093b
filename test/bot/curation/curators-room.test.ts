import { describe, expect, it } from "vitest";
import { SimulatedPlatform } from "../../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../../src/bot/bot.ts";
import type { FileChange } from "../../../src/model/content-change.ts";
import { noDirectory } from "../../../src/model/directory.ts";
import type { Reply } from "../../../src/model/reply.ts";
import { put } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { newCode } from "../../../src/system/new-code.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { keptLog } from "../../support/kept-log.ts";
import { scriptedKnowledge } from "../../support/small-library.ts";

const room = { platform: "here", room: "#curators" };
const yaml = 'id: data.backup\nutterances:\n  fr:\n    - "sauver"\n  en: []\n';

/** A bot with two kept questions about a refreshment stall, on a Monday at 9:30 in Paris. */
async function curators(
  isAccepted: boolean,
  questions = ["Tenir une buvette ?", "la buvette, quelles règles"],
) {
  const knowledge = scriptedKnowledge({}, { directory: { ...noDirectory, curatorsRoom: room } });
  const store = createMemoryStore(Object.values(knowledge.documents));
  const { keptQuestions } = knowledge.documents;
  const at = "2026-11-20T10:00:00.000Z";
  await store.write(
    questions.map((question, index) =>
      put(keptQuestions, `k${index}`, {
        owner: "x",
        question,
        language: "fr",
        because: "unknown",
        at,
      }),
    ),
  );
  const sent: Reply[] = [];
  const written: FileChange[] = [];
  const platform = new SimulatedPlatform("here", (reply) => void sent.push(reply), {});
  const tally = { questions: 2, right: 2, offered: 0, wrong: 0 };
  const worse = {
    question: "Autre question",
    expected: "a.b",
    before: "answer a.b",
    after: "unknown",
    way: "worse" as const,
  };
  const clock = new FixedClock("2026-11-23T08:30:00Z");
  const bot = new Bot({
    newCode,
    knowledge,
    store,
    platforms: [platform],
    limits: { messagesPerMinute: 60, oldestMessageHours: 6 },
    clock,
    log: keptLog(),
    content: {
      files: {
        read: () => Promise.resolve(yaml),
        apply: (changes) => Promise.resolve(written.push(...changes) >= 0),
      },
      trials: {
        try: () =>
          Promise.resolve({
            problems: [],
            before: tally,
            after: tally,
            changed: isAccepted ? [] : [worse],
            isAccepted,
          }),
        adopt: () => Promise.resolve(true),
      },
    },
  });
  await bot.start();
  await bot.idle();
  let events = 0;
  const says = async (text: string) => {
    const before = sent.length;
    events += 1;
    await platform.deliver({
      id: `e${events}`,
      from: "zoe",
      isFromBot: false,
      roles: [],
      address: { ...room, isDirect: false },
      text,
      pressed: undefined,
      isForUs: true,
      sentAt: clock.now(),
    });
    await bot.idle();
    return sent.slice(before);
  };
  const left = async () => (await store.list(keptQuestions)).length;
  return { bot, sent, says, written, left };
}

const textOf = (replies: readonly Reply[]) => replies.map(({ text }) => text).join("\n");

describe("the curators' room", () => {
  it("reads the week once, on Monday from the opening on", async () => {
    const { bot, sent } = await curators(true);
    await bot.tick();
    await bot.idle();
    const reports = sent.filter(({ text }) => text.includes("Le point de la semaine"));
    expect(reports).toHaveLength(1);
    expect(reports[0]?.to.room).toBe("#curators");
    expect(reports[0]?.text).toContain("buvette");
  });

  it("lists what has no good answer, and ignores what it is told to", async () => {
    const { says, left } = await curators(true);
    const [list] = await says("liste");
    const code = list?.choices[0]?.value ?? "";
    expect(list?.text).toContain("sans réponse : 2");
    const [card] = await says(`Voir ${code}`);
    expect(card?.choices.map(({ label }) => label)).toContain(`Hors sujet ${code}`);
    await says(`Ignorer ${code}`);
    expect(await left()).toBe(0);
  });

  it("adds the wordings to an intent, and the questions are settled", async () => {
    const { says, left, written } = await curators(true);
    const code = (await says("liste"))[0]?.choices[0]?.value ?? "";
    expect(textOf(await says(`Ajouter ${code} à data.backup`))).toContain(
      "sont ajoutées à data.backup",
    );
    expect(written[0]?.after).toContain("Tenir une buvette ?");
    expect(await left()).toBe(0);
  });

  it("is told which questions would get worse, nothing is written and the questions stay", async () => {
    const { says, left, written } = await curators(false);
    const code = (await says("liste"))[0]?.choices[0]?.value ?? "";
    expect(textOf(await says(`Ajouter ${code} à data.backup`))).toContain("Autre question");
    expect(written).toEqual([]);
    expect(await left()).toBe(2);
  });

  it("hears nothing of what people say to one another", async () => {
    const { says } = await curators(true);
    expect(textOf(await says("je vais ignorer bruno ce soir"))).not.toContain("retirées");
  });
});
