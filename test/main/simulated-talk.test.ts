import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeSent, simulatedEvent } from "../../src/adapters/simulated/simulate-protocol.ts";
import { SimulatedTalk } from "../../src/main/simulated-talk.ts";
import { isDeletion } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";

const now = new Date("2026-11-24T09:00:00Z");
const to = { platform: "simulated", room: "equipe", isDirect: false };

function sent(key: string, text: string, more: Partial<Reply> = {}): Reply {
  return { key, to, kind: "reply", text, choices: [], attachments: [], ...more };
}

/** A talk in which an offer was shown; what its lines say, one by one. */
function talk() {
  const simulated = new SimulatedTalk();
  simulated.hear(sent("k1", "**A-1** · Données", { opensThread: true }));
  simulated.hear(sent("k2", "**A-2** · Dons"));
  const plays = (line: object) => {
    const act = simulatedEvent.parse({ from: "camille", room: "equipe", ...line });
    if (!("from" in act)) throw new Error("nobody does this");
    return simulated.incomingOf(act, now);
  };
  return { simulated, plays };
}

describe("a line of simulate", () => {
  it.each(["k1", "~A-1"])("writes in the thread of the message it names as %s", (thread) => {
    const { plays } = talk();
    expect(plays({ text: "bonjour", thread })).toMatchObject({ thread: "k1", isForUs: true });
    expect(plays({ text: "bonjour", thread: "k2" })).toMatchObject({
      thread: "k2",
      isForUs: false,
    });
  });

  it("names a message by the words people read, of its own room, and a thread by what stands in it", () => {
    const { simulated, plays } = talk();
    simulated.hear(sent("k3", "C'est à vous. **A-1** · Données", { thread: "k1" }));
    simulated.hear(sent("k4", "**A-1** · Données", { to: { ...to, room: "autre" } }));
    expect(plays({ press: "Répondre", on: "~A-1 · Données" })).toMatchObject({
      pressedOn: "k3",
      thread: "k1",
    });
    expect(plays({ text: "note", thread: "~A-1 · Données" })).toMatchObject({ thread: "k1" });
    expect(plays({ press: "Je prends", on: "~A-1 ·", room: "autre" })).toMatchObject({
      pressedOn: "k4",
    });
  });

  it("answers, corrects and takes away what was said before", () => {
    const { plays } = talk();
    plays({ id: "e1", from: "bob", text: "un don ?" });
    expect(plays({ text: "transmettre", replyTo: "e1", mention: true })).toMatchObject({
      isForUs: true,
      repliesTo: { id: "e1", from: "bob", text: "un don ?" },
    });
    const own = plays({ text: "oui", replyTo: "~A-2" });
    expect(own).toMatchObject({ isForUs: true, repliesTo: { id: "k2" } });
    expect(own).not.toHaveProperty("repliesTo.from");
    expect(plays({ text: "un legs ?", edits: "e1" })).toMatchObject({ edits: "e1" });
    expect(plays({ delete: "~un don" })).toMatchObject({ deletes: "e1", from: "camille" });
  });

  it("puts a sign on a message, and takes it away under its name", () => {
    const { plays } = talk();
    const put = plays({ id: "s1", react: { sign: "👍", on: "~A-1" } });
    expect(put).toMatchObject({ reacts: { sign: "👍", on: "k1" }, sign: "s1", isForUs: true });
    expect(plays({ delete: "s1" })).toMatchObject({ deletes: "s1" });
  });

  it("presses under the message it names, and brings files", async () => {
    const { plays } = talk();
    expect(plays({ press: "Je prends", on: "~A-1" })).toMatchObject({
      pressed: "Je prends",
      pressedOn: "k1",
      pressedKey: "k1",
    });
    const files = [{ name: "a.txt", type: "text/plain", base64: "aMOp" }];
    const said = plays({ text: "", files });
    if (isDeletion(said)) throw new Error("nothing said");
    expect(said.files?.[0]).toMatchObject({ name: "a.txt", size: 3 });
    expect(Buffer.from((await said.files?.[0]?.read()) ?? []).toString()).toBe("hé");
  });
});

it("prints what a message belongs to, and leaves out what it has none of", () => {
  const plain = z.looseObject({}).parse(JSON.parse(describeSent(sent("k", "x"), now)));
  expect(Object.keys(plain)).toEqual(
    "to platform text choices attachments kind key at direct".split(" "),
  );
  const more = { thread: "k1", inReplyTo: { id: "e1", from: "bob" }, replaces: "k0" };
  expect(
    JSON.parse(describeSent(sent("k", "x", { ...more, isWithdrawal: true }), now)),
  ).toMatchObject({ thread: "k1", replies: "e1", replaces: "k0", withdrawal: true });
  const reaction = { sign: "✅", on: "e1" };
  expect(JSON.parse(describeSent(sent("k", "", { reaction }), now))).toMatchObject({ reaction });
});
