import { expect, it } from "vitest";
import { renewSubscriptions } from "../../src/bot/renew-subscriptions.ts";
import { TurnQueue } from "../../src/bot/turn-queue.ts";
import type { LedgerEntry } from "../../src/model/ledger-entry.ts";
import { newSubscription, targetOf } from "../../src/model/subscription.ts";
import { put } from "../../src/ports/store.ts";
import { purgeDue } from "../../src/privacy/stored-about.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { documents, knowledge } from "../support/scripted-talk.ts";

const room = (name: string) => ({ platform: "here", room: name, isDirect: false });
const entry = (name: string, at: string, state: LedgerEntry["state"]): LedgerEntry => ({
  campaign: 1,
  kind: "digest",
  workshops: [],
  plannedAt: at,
  at,
  to: room(name),
  state,
});

it("keeps the subscription of a room that messages still reach, three years after its last word", async () => {
  const store = createMemoryStore(knowledge.kinds);
  const clock = new FixedClock("2027-01-01T09:00:00Z");
  const { subscriptions, ledger } = documents;
  const names = ["#reached", "#gone"];
  await store.write(
    names.map((name) => {
      const made = newSubscription(
        { to: room(name), zone: "Europe/Paris", language: "fr" },
        clock.now(),
      );
      return put(subscriptions, targetOf(made), made);
    }),
  );
  const rooms = async () =>
    (await store.list(subscriptions)).map(({ document }) => document.to.room);
  const looks = async (day: string) => {
    clock.moveTo(`${day}T09:00:00Z`);
    await renewSubscriptions({ store, documents, queue: new TurnQueue(), clock });
    const due = await purgeDue(clock.now(), store, [knowledge.kinds].flat());
    await store.write(due.map(({ change }) => change));
    return rooms();
  };
  await store.write([
    put(ledger, "a", entry("#reached", "2029-12-17T09:00:00.000Z", { kind: "sent", messages: [] })),
    put(
      ledger,
      "b",
      entry("#gone", "2029-12-17T09:00:00.000Z", {
        kind: "failed",
        attempts: 3,
        why: "left",
        isGivenUp: true,
      }),
    ),
  ]);
  expect(await looks("2029-12-20")).toEqual(names);
  expect(await looks("2030-01-05")).toEqual(["#reached"]);
  expect(await looks("2032-12-10")).toEqual(["#reached"]);
  expect(await looks("2032-12-18")).toEqual([]);
});
