import { describe, expect, it } from "vitest";
import { put } from "../../../src/ports/store.ts";
import type { Chat } from "../../support/chat.ts";
import {
  finishedRun,
  followedChat,
  followedKnowledge,
  keptRun,
  passTime,
  pausedRun,
} from "../../support/followed-chat.ts";

describe("a run that was paused", () => {
  it("is reminded of once, two days later, then never", async () => {
    const chat = await followedChat([pausedRun()], "2026-09-05T10:00:00Z");
    await passTime(chat, "2026-09-07T09:40:00Z");
    expect(chat.sent).toEqual([]);
    await passTime(chat, "2026-09-30T10:00:00Z", 60);
    expect(chat.sent.map(({ text }) => text)).toEqual([
      "Bonjour. Vous aviez commencé le point numérique mardi 1er septembre : 7 questions sur 12. Je garde votre place ; écrivez « reprendre » quand vous voulez. Je ne vous le rappellerai plus.",
    ]);
    expect(await keptRun(chat)).toMatchObject({
      state: "paused",
      updatedAt: "2026-09-05T10:00:00.000Z",
    });
  });

  it.each([
    ["at seven in the evening, the next morning", "2026-09-07T17:00:00Z", "2026-09-08T07:00:00Z"],
    ["on a Saturday night, on Monday", "2026-09-05T20:00:00Z", "2026-09-07T07:00:00Z"],
    ["on a Sunday, on Monday", "2026-09-06T10:00:00Z", "2026-09-07T07:00:00Z"],
    ["before nine, at nine", "2026-09-07T05:00:00Z", "2026-09-07T07:00:00Z"],
    ["while clocks went back, at nine on the wall", "2026-10-25T09:00:00Z", "2026-10-26T08:00:00Z"],
  ])("due %s", async (_, due, at) => {
    const remindAt = new Date(due).toISOString();
    const updatedAt = new Date(Date.parse(due) - 2 * 86_400_000).toISOString();
    const chat = await followedChat([pausedRun({ remindAt, updatedAt })], due);
    await passTime(chat, new Date(Date.parse(at) - 20 * 60_000).toISOString());
    expect(chat.sent).toEqual([]);
    await passTime(chat, at);
    expect(chat.sent).toHaveLength(1);
  });

  it("is not spoken of where no reminder was wanted, nor once erased after thirty days", async () => {
    const chat = await followedChat([pausedRun({ remindAt: undefined })], "2026-09-05T10:00:00Z");
    await passTime(chat, "2026-10-10T10:00:00Z", 120);
    expect(chat.sent).toEqual([]);
    expect(await keptRun(chat)).toBeUndefined();
  });

  it("is reminded of once when the bot was away for ten days", async () => {
    const chat = await followedChat([pausedRun()], "2026-09-17T20:00:00Z");
    await passTime(chat, "2026-09-18T06:40:00Z");
    expect(chat.sent).toEqual([]);
    await passTime(chat, "2026-09-25T10:00:00Z");
    expect(chat.sent).toHaveLength(1);
  });
});

describe("a message that could not go out yet", () => {
  const runs = {
    reminder: [pausedRun(), "2026-09-07T09:50:00Z", "2026-09-07T10:00:00Z"],
    question: [finishedRun(), "2026-10-01T09:50:00Z", "2026-10-01T10:00:00Z"],
  } as const;

  /** Somebody for whom such a message waits in the outbox until the next morning. */
  async function withMessageHeld(of: keyof typeof runs): Promise<Chat> {
    const [run, from, until] = runs[of];
    const chat = await followedChat([run], from);
    chat.sendFault = new Error("unreachable");
    await passTime(chat, until, 10);
    chat.sendFault = undefined;
    const { outbox } = followedKnowledge.documents;
    const [row, ...others] = await chat.store.list(outbox);
    if (!row || others.length > 0) throw new Error("one message should wait");
    const notBefore = new Date(Date.parse(until) + 20 * 3_600_000).toISOString();
    await chat.store.write([put(outbox, row.id, { ...row.document, notBefore })]);
    return chat;
  }

  it.each(["reminder", "question"] as const)("is taken away when all is erased: %s", async (of) => {
    const chat = await withMessageHeld(of);
    expect((await chat.says("effacer")).join("\n")).toContain("effac");
    await chat.says("oui");
    const { outbox, diagnosticRuns } = followedKnowledge.documents;
    expect(await chat.store.list(diagnosticRuns)).toEqual([]);
    expect(await chat.store.list(outbox)).toEqual([]);
    const told = chat.sent.length;
    await passTime(chat, new Date(chat.clock.now().getTime() + 30 * 3_600_000).toISOString());
    expect(chat.sent).toHaveLength(told);
  });

  it("is taken away when what it reminds of is taken up before", async () => {
    const chat = await withMessageHeld("reminder");
    expect((await chat.says("reprendre")).join("\n")).toContain("8/12");
    expect(await chat.store.list(followedKnowledge.documents.outbox)).toEqual([]);
  });
});

describe("the button below the reminder", () => {
  it("takes up the run where it was left", async () => {
    const chat = await followedChat([pausedRun()], "2026-09-07T09:50:00Z");
    await passTime(chat, "2026-09-07T10:00:00Z");
    const replies = await chat.says("", {
      pressed: "Reprendre",
      pressedKey: chat.sent[0]?.key,
    });
    expect(replies.join("\n")).toContain("8/12");
  });
});

describe("a run that is not to be kept", () => {
  it("is gone two hours after its last answer, and never on disk", async () => {
    const chat = await followedChat([], "2026-09-07T09:50:00Z");
    await chat.says("commencer le diagnostic");
    await chat.says("sans rien garder");
    const asked = await chat.says("1");
    expect(asked.join("\n")).toContain("2/12");
    expect(await chat.store.list(followedKnowledge.documents.diagnosticRuns)).toEqual([]);
    await passTime(chat, "2026-09-07T12:00:00Z");
    const later = await chat.says("1");
    expect(later.join("\n")).not.toContain("3/12");
  });
});

describe("a run nothing is answered in", () => {
  it("is paused after a day of silence, and kept as long as before", async () => {
    const run = pausedRun({ state: "asking", remindAt: undefined });
    const chat = await followedChat([run], "2026-09-05T10:00:00Z");
    await passTime(chat, "2026-09-06T09:40:00Z");
    expect(await keptRun(chat)).toMatchObject({ state: "asking" });
    await passTime(chat, "2026-09-06T10:00:00Z");
    expect(await keptRun(chat)).toEqual({ ...run, state: "paused" });
    expect(chat.sent).toEqual([]);
  });
});

describe("ticks at which nothing is due", () => {
  it("read no run", async () => {
    const chat = await followedChat([pausedRun()], "2026-09-05T10:00:00Z");
    await chat.bot.tick();
    let lists = 0;
    const list = chat.store.list.bind(chat.store);
    const counted: typeof list = async (type, names) => {
      if (type.collection === "diagnostic-runs") lists += 1;
      return list(type, names);
    };
    Object.assign(chat.store, { list: counted });
    for (let minute = 0; minute < 30; minute += 1) {
      chat.clock.moveByMs(60_000);
      // One tick after the other.
      // oxlint-disable-next-line no-await-in-loop
      await chat.bot.tick();
    }
    expect(lists).toBe(0);
    await passTime(chat, "2026-09-07T10:00:00Z", 60);
    expect(lists).toBeGreaterThan(0);
  });
});
