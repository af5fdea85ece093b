import { describe, expect, it } from "vitest";
import { matrixDocuments, matrixKinds } from "../../../../src/adapters/matrix/matrix-documents.ts";
import { SentReplies } from "../../../../src/adapters/matrix/sending/sent-replies.ts";
import { put } from "../../../../src/ports/store.ts";
import { createMemoryStore } from "../../../../src/stores/memory-store.ts";
import { message } from "../../../support/matrix-sending.ts";

const monday = new Date("2026-11-23T09:00:00.000Z");
const tuesday = new Date("2026-11-24T09:00:00.000Z");

async function sentTwice(): Promise<SentReplies> {
  const store = createMemoryStore(matrixKinds);
  const sent = new SentReplies(store);
  for (const [key, at] of [
    ["one", monday],
    ["two", tuesday],
  ] as const) {
    const reply = message("!a:x", key, {
      key,
      inReplyTo: { id: `$asked-${key}`, from: "@amina:x" },
    });
    await store.write([
      put(matrixDocuments.sendings, key, { reply, done: [], at: at.toISOString() }),
    ]);
    await sent.keep(reply, [`$${key}`], at);
  }
  return sent;
}

describe("what was sent", () => {
  it("is forgotten when it is older than told, by every name it has", async () => {
    const sent = await sentTwice();
    sent.forgetBefore(monday);
    expect(sent.find("one")).toBeDefined();
    sent.forgetBefore(tuesday);
    const known = (key: string) => [
      sent.find(key) !== undefined,
      sent.findEvent(`$${key}`) !== undefined,
      sent.hasAnswered(`$asked-${key}`),
    ];
    expect(known("one")).toEqual([false, false, false]);
    expect(known("two")).toEqual([true, true, true]);
  });
});
