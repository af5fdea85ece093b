import { beforeEach, describe, expect, it } from "vitest";
import { configShape } from "../../src/loading/load-config.ts";
import { subscribeByDefault } from "../../src/main/subscribe-by-default.ts";
import { declareDocuments, kindsOf } from "../../src/model/stored-documents.ts";
import { targetOf } from "../../src/model/subscription.ts";
import { put, remove, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "../support/fixed-clock.ts";

const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });
const { subscriptions } = documents;
const nantes = { platform: "matrix", room: "!nantes:example.org" };
const id = targetOf({ to: { ...nantes, isDirect: false } });

let store: Store;
let clock: FixedClock;

beforeEach(() => {
  store = createMemoryStore(kindsOf(documents));
  clock = new FixedClock("2027-03-01T09:00:00Z");
});

async function starts(...rooms: readonly object[]): Promise<void> {
  const config = configShape.parse({ announcements: { rooms } });
  await subscribeByDefault(config, { store, documents, clock });
  clock.moveByMs(3_600_000);
}

const kept = async () => (await store.list(subscriptions)).map(({ document }) => document);

describe("the rooms of the configuration", () => {
  it("are subscribed as it says, the usual where it does not", async () => {
    await starts({ ...nantes, themes: ["security"], territories: [44], kinds: ["digest", "new"] });
    expect(await kept()).toEqual([
      {
        to: { ...nantes, isDirect: false },
        zone: "Europe/Paris",
        language: "fr",
        quiet: { from: "21:00", to: "08:00" },
        themes: ["security"],
        territories: ["44"],
        kinds: ["digest", "new"],
        digest: { weekday: 1, time: "09:00" },
        createdAt: "2027-03-01T09:00:00.000Z",
        updatedAt: "2027-03-01T09:00:00.000Z",
      },
    ]);
  });

  it("stay as people changed them in chat until the file changes", async () => {
    await starts(nantes);
    const [first] = await kept();
    if (!first) throw new Error("not subscribed");
    await store.write([put(subscriptions, id, { ...first, themes: ["security"] })]);
    await starts(nantes);
    expect(await kept()).toMatchObject([{ themes: ["security"] }]);
    await starts({ ...nantes, digest: { weekday: 2, time: "08:30" } });
    expect(await kept()).toMatchObject([
      { themes: [], digest: { weekday: 2, time: "08:30" }, createdAt: first.createdAt },
    ]);
  });

  it("are not subscribed again once they said no, nor told any more once the file leaves them out", async () => {
    await starts(nantes);
    await store.write([remove(subscriptions, id)]);
    await starts(nantes);
    expect(await kept()).toEqual([]);
    await starts({ ...nantes, themes: ["security"] });
    expect(await kept()).toHaveLength(1);
    await starts();
    expect(await kept()).toEqual([]);
  });
});
