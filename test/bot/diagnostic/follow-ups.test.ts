import { describe, expect, it } from "vitest";
import { newSubscription } from "../../../src/model/subscription.ts";
import { targetOf } from "../../../src/model/subscription.ts";
import { put } from "../../../src/ports/store.ts";
import {
  finishedRun,
  followedChat,
  followedKnowledge,
  keptRun,
  passTime,
} from "../../support/followed-chat.ts";

describe("a month after the result", () => {
  it("asks once how the steps go, with each of them and a way to stop", async () => {
    const chat = await followedChat([finishedRun()], "2026-10-01T08:00:00Z");
    await passTime(chat, "2026-10-01T09:50:00Z");
    expect(chat.sent).toEqual([]);
    await passTime(chat, "2026-10-20T10:00:00Z");
    expect(chat.sent.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Bonjour ! Il y a un mois, vous aviez choisi de petits pas\. Où en êtes-vous \?\n\n1\. .+\n2\. .+\n3\. .+\n\nRépondez/u,
      ),
    ]);
    expect(chat.sent[0]?.choices.map(({ label }) => label)).toEqual([
      "Dire où j'en suis",
      "Ne plus me relancer",
    ]);
    expect(chat.sent[0]?.to).toMatchObject({ platform: "here", person: "amina", isDirect: true });
  });

  it.each([
    [
      "on a Friday evening, the next Tuesday at nine",
      "2026-09-02T20:00:00Z",
      "2026-10-06T07:00:00Z",
    ],
    ["on a Thursday after seven, the next Tuesday", "2026-09-01T17:30:00Z", "2026-10-06T07:00:00Z"],
    ["on a Monday, the day after", "2026-09-05T10:00:00Z", "2026-10-06T07:00:00Z"],
    ["early on a Wednesday, at nine that day", "2026-09-07T04:00:00Z", "2026-10-07T07:00:00Z"],
    ["once clocks went back, at nine on the wall", "2026-09-25T04:00:00Z", "2026-10-27T08:00:00Z"],
  ])("due %s", async (_, completedAt, at) => {
    const nextAt = new Date(Date.parse(completedAt) + 30 * 86_400_000).toISOString();
    const run = finishedRun({
      completedAt: new Date(completedAt).toISOString(),
      followUp: { nextAt, next: "one-month" },
    });
    const before = new Date(Date.parse(at) - 20 * 60_000).toISOString();
    const chat = await followedChat([run], nextAt);
    await passTime(chat, before);
    expect(chat.sent).toEqual([]);
    await passTime(chat, at);
    expect(chat.sent).toHaveLength(1);
  });

  it("follows the clocks and the quiet hours the person chose", async () => {
    const chat = await followedChat([finishedRun()], "2026-09-30T10:00:00Z");
    const to = { platform: "here", room: "@amina", isDirect: true };
    const whom = { to, person: "amina", zone: "America/Martinique", language: "fr" as const };
    const chosen = {
      ...newSubscription(whom, chat.clock.now()),
      quiet: { from: "20:00", to: "11:00" },
    };
    await chat.store.write([
      put(followedKnowledge.documents.subscriptions, targetOf(whom), chosen),
    ]);
    // Eleven in Fort-de-France.
    await passTime(chat, "2026-10-01T14:40:00Z");
    expect(chat.sent).toEqual([]);
    await passTime(chat, "2026-10-01T15:00:00Z");
    expect(chat.sent).toHaveLength(1);
  });

  it("writes to nobody a line names", async () => {
    const roadmap = [
      {
        recommendation: "memoire.copie-express",
        who: "bob",
        helper: "@chloe",
        by: "2026-10-01",
        state: "to-do" as const,
      },
    ];
    const chat = await followedChat([finishedRun({ roadmap })], "2026-10-01T08:00:00Z");
    await passTime(chat, "2027-01-15T10:00:00Z", 60);
    expect(new Set(chat.sent.map(({ to }) => to.person))).toEqual(new Set(["amina"]));
    expect(chat.sent[0]?.text).not.toMatch(/bob|chloe/u);
  });

  it("says nothing where everything was given up", async () => {
    const roadmap = [
      { recommendation: "memoire.copie-express", by: "2026-10-01", state: "given-up" as const },
    ];
    const chat = await followedChat([finishedRun({ roadmap })], "2026-10-01T08:00:00Z");
    await passTime(chat, "2027-01-15T10:00:00Z", 60);
    expect(chat.sent).toEqual([]);
  });

  it("asks about the run finished last alone", async () => {
    const later = finishedRun({
      id: "run2",
      startedAt: "2026-09-08T09:50:00.000Z",
      completedAt: "2026-09-08T10:00:00.000Z",
      followUp: undefined,
    });
    const chat = await followedChat([finishedRun(), later], "2026-10-01T08:00:00Z");
    await passTime(chat, "2026-10-09T10:00:00Z", 60);
    expect(chat.sent).toEqual([]);
  });
});

describe("somebody who does not reply", () => {
  it("is asked once more, three months after the result, and never again", async () => {
    const chat = await followedChat([finishedRun()], "2026-10-01T08:00:00Z");
    await passTime(chat, "2026-11-30T10:00:00Z", 60);
    expect(chat.sent).toHaveLength(1);
    await passTime(chat, "2026-12-01T11:00:00Z", 60);
    expect(chat.sent.at(-1)?.text).toMatch(/^Bonjour ! Il y a trois mois/u);
    await passTime(chat, "2027-06-01T10:00:00Z", 180);
    expect(chat.sent).toHaveLength(2);
    expect((await keptRun(chat))?.followUp?.nextAt).toBeUndefined();
  });

  it("is not taken at a bare word after a week", async () => {
    const chat = await followedChat([finishedRun()], "2026-10-01T09:50:00Z");
    await passTime(chat, "2026-10-01T10:00:00Z");
    chat.clock.moveTo("2026-10-08T10:00:01Z");
    const [reply = ""] = await chat.says("pas encore");
    expect(reply).not.toContain("Qu'est-ce qui vous manque");
  });

  it("is asked once when the bot was away for ten days, or until after the later one", async () => {
    const late = await followedChat([finishedRun()], "2026-10-10T22:00:00Z");
    await passTime(late, "2026-10-13T06:40:00Z");
    expect(late.sent).toEqual([]);
    await passTime(late, "2026-10-20T07:00:00Z");
    expect(late.sent).toHaveLength(1);
    const later = await followedChat([finishedRun()], "2027-01-05T10:00:00Z");
    await passTime(later, "2027-06-01T10:00:00Z", 180);
    expect(later.sent.map(({ text }) => text.slice(0, 26))).toEqual(["Bonjour ! Il y a trois moi"]);
  });

  it("gets at a good hour what a platform would not take, and what a crash left", async () => {
    const chat = await followedChat([finishedRun()], "2026-10-01T09:40:00Z");
    chat.sendFault = new Error("down");
    await passTime(chat, "2026-10-01T18:00:00Z");
    chat.sendFault = undefined;
    await passTime(chat, "2026-10-06T06:40:00Z");
    expect(chat.sent).toEqual([]);
    await passTime(chat, "2026-10-07T07:00:00Z");
    expect(chat.sent).toHaveLength(1);
    const left = await followedChat([finishedRun()], "2026-10-01T09:40:00Z");
    left.sendFault = new Error("down");
    await passTime(left, "2026-10-01T10:20:00Z");
    const again = await followedChat([], "2026-10-02T01:00:00Z", left.store);
    expect(again.sent).toEqual([]);
    await passTime(again, "2026-10-06T07:00:00Z");
    expect(again.sent).toHaveLength(1);
  });
});

describe("who is forgotten, or wants no more of it", () => {
  it("is never asked after « oubliez-moi »", async () => {
    const chat = await followedChat([finishedRun()], "2026-09-30T10:00:00Z");
    await chat.says("oubliez-moi");
    await chat.says("oui");
    expect(await keptRun(chat)).toBeUndefined();
    const before = chat.sent.length;
    await passTime(chat, "2026-12-10T10:00:00Z", 60);
    expect(chat.sent).toHaveLength(before);
  });

  it.each(["stop", "Stop merci", "ne me relancez plus", "plus de rappels"])(
    "« %s » ends it for good",
    async (word) => {
      const chat = await followedChat([finishedRun()], "2026-10-01T09:50:00Z");
      await passTime(chat, "2026-10-01T10:00:00Z");
      const [reply] = await chat.says(word);
      expect(reply).toContain("je ne vous relance plus");
      await passTime(chat, "2027-02-01T10:00:00Z", 180);
      expect(chat.sent).toHaveLength(2);
    },
  );

  it("can be pressed under the message, and started again later", async () => {
    const chat = await followedChat([finishedRun()], "2026-10-01T09:50:00Z");
    await passTime(chat, "2026-10-01T10:00:00Z");
    await chat.says("bonjour");
    const pressedKey = chat.sent[0]?.key;
    const [reply] = await chat.says("", { pressed: "Ne plus me relancer", pressedKey });
    expect(reply).toContain("je ne vous relance plus");
    const [which] = await chat.says("mes relances");
    expect(which).toContain("Aucune relance");
    const [again] = await chat.says("relancez-moi");
    expect(again).toContain("1er décembre 2026");
    const [planned] = await chat.says("mes rappels");
    expect(planned).toContain("1er décembre 2026");
    await passTime(chat, "2026-12-02T10:00:00Z", 60);
    expect(chat.sent.at(-1)?.text).toMatch(/trois mois/u);
  });

  it("is told kindly that there is nothing to be asked about yet", async () => {
    const chat = await followedChat([], "2026-10-01T09:50:00Z");
    const [reply] = await chat.says("relancez-moi");
    expect(reply).toContain("quand vous aurez un résultat");
  });
});
