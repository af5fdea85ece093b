import { expect, it } from "vitest";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import { personKey } from "../../../src/model/address.ts";
import { declareDocuments } from "../../../src/model/stored-documents.ts";
import { put } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";

const at = "2026-11-23T09:00:00.000Z";

it("lists every kind it declares, so that all are told, purged and erased", () => {
  const listed = discordKinds.map(({ collection }) => collection);
  const declared = Object.values(discordDocuments).map(({ collection }) => collection);
  expect(listed).toEqual(declared);
  expect(new Set(listed).size).toBe(listed.length);
});

it("keeps what was sent longer than a message waits to be, so that none is sent twice", () => {
  const kept = { conversations: 7, keptQuestions: 180, handledEvents: 2 };
  const { outbox } = declareDocuments(kept);
  expect(discordDocuments.sent.keptDays).toBeGreaterThan(outbox.keptDays);
  expect(discordDocuments.sendings.keptDays).toBeGreaterThanOrEqual(outbox.keptDays);
});

it("knows whose an interaction and a choice are, and reads them back as they were", async () => {
  const store = createMemoryStore(discordKinds);
  const owner = personKey("discord", "1");
  const open = {
    owner,
    application: "3",
    token: "t",
    person: "1",
    channel: "2",
    isEphemeral: true,
    hasOwnMessage: true,
    unanswered: {
      id: "4",
      room: "2/1",
      isDirect: true,
      roles: ["coordinator" as const],
      text: "aide",
    },
    at,
  };
  const sent = { channel: "2", messages: ["5"], choices: ["Oui"], asker: "1", at };
  const { interactions } = discordDocuments;
  await store.write([put(interactions, "4", open), put(discordDocuments.sent, "k", sent)]);
  expect(await store.get(interactions, "4")).toEqual(open);
  expect(interactions.owner(open)).toBe(owner);
  expect(discordDocuments.sent.owner(sent)).toBe(owner);
});
