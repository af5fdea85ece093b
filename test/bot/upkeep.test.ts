import { describe, expect, it } from "vitest";
import { Chat } from "../support/chat.ts";
import { holdStep } from "../support/held-step.ts";
import { documents, knowledge } from "../support/scripted-talk.ts";

describe("a purge that meets a turn", () => {
  it("leaves the conversation that the turn renews", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("euh");
    chat.clock.moveTo("2026-11-30T09:00:01Z");
    const step = holdStep();
    const write = chat.store.write.bind(chat.store);
    // Writes go on in the order they came: a purge that does not wait erases what the turn wrote.
    chat.store.write = async (changes) => {
      await step.pass();
      await write(changes);
    };
    const turn = chat.says("des frais ?");
    await step.reached;
    const purge = chat.bot.tick();
    await new Promise(setImmediate);
    step.release();
    expect((await turn)[0]).toContain("HelloAsso");
    await purge;
    const kept = await chat.store.list(documents.conversations);
    expect(kept.map(({ document }) => document.mode.kind)).toEqual(["answered"]);
    expect(chat.log.lines.join("\n")).not.toContain("failed");
  });

  it("still erases what nobody renewed", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("euh");
    await chat.says("euh", { from: "bruno" });
    chat.clock.moveTo("2026-11-30T09:00:01Z");
    await Promise.all([chat.says("des frais ?"), chat.bot.tick()]);
    const kept = await chat.store.list(documents.conversations);
    expect(kept.map(({ document }) => document.person)).toEqual(["amina"]);
  });

  it("comes once an hour, or when the clock was set back: it reads everything there is", async () => {
    const chat = await Chat.open(knowledge);
    const list = chat.store.list.bind(chat.store);
    let purges = 0;
    chat.store.list = async (type, names) => {
      if (type.collection === "judgements") purges += 1;
      return list(type, names);
    };
    const after = async (minutes: number) => {
      chat.clock.moveByMs(minutes * 60_000);
      await chat.bot.tick();
      await chat.bot.idle();
      return purges;
    };
    expect(await after(1)).toBe(0);
    expect(await after(58)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await after(-1)).toBe(2);
    expect(await after(1)).toBe(2);
  });
});
