import { expect, it } from "vitest";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import { Sendings } from "../../../src/adapters/discord/sending/sendings.ts";
import { personKey } from "../../../src/model/address.ts";
import type { Reply } from "../../../src/model/reply.ts";
import { remove } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { FixedClock } from "../../support/fixed-clock.ts";

const reply = (key: string, from: string): Reply => ({
  key,
  kind: "reply",
  to: { platform: "discord", room: "2", isDirect: false },
  inReplyTo: { id: "1", from },
  text: "Bonjour",
  choices: [],
  attachments: [],
});

it("holds nothing in memory of what was erased, or is too old to be sent", async () => {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  const store = createMemoryStore(discordKinds);
  const sendings = new Sendings(store, clock);
  for (const [key, from] of [
    ["a", "5"],
    ["b", "5"],
    ["c", "6"],
  ] as const) {
    await sendings.begin(reply(key, from), { channel: "2", done: [] });
  }
  const known = () => ["a", "b", "c"].filter((key) => sendings.find(key) !== undefined);
  await store.write([remove(discordDocuments.sendings, "a")]);
  await sendings.forgetErased(personKey("discord", "5"));
  expect(known()).toEqual(["b", "c"]);
  sendings.forgetBefore(clock.now());
  expect(known()).toEqual(["b", "c"]);
  clock.moveByMs(1);
  sendings.forgetBefore(clock.now());
  expect(known()).toEqual([]);
});
