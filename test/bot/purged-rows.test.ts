import { describe, expect, it } from "vitest";
import { TurnQueue } from "../../src/bot/turn-queue.ts";
import { Upkeep } from "../../src/bot/upkeep.ts";
import { listFailures } from "../../src/delivery/failures.ts";
import { kindsOf } from "../../src/model/stored-documents.ts";
import { put } from "../../src/ports/store.ts";
import { announcement, DeliveryRig, documents, monday } from "../delivery/delivery-rig.ts";

const after = (days: number) => new Date(Date.parse(monday) + days * 86_400_000);

/** The purge on what a rig stored, at the hour of the rig. */
function upkeepOf(rig: DeliveryRig): Upkeep {
  const { store, clock, log } = rig;
  const kinds = kindsOf(documents);
  return new Upkeep({ store, documents, kinds, queue: new TurnQueue(), clock, log });
}

describe("an announcement whose room is away", () => {
  async function failing(usefulUntil: Date): Promise<DeliveryRig> {
    const rig = new DeliveryRig();
    await rig.delivery.announce([announcement("a", {}, { usefulUntil })]);
    rig.platform.answer = () => Promise.reject(new Error("gone"));
    await rig.tick();
    return rig;
  }

  it("is kept as long as it is useful", async () => {
    const rig = await failing(after(21));
    rig.clock.moveTo(after(20).toISOString());
    await upkeepOf(rig).purge();
    expect(await rig.outbox()).toHaveLength(1);
    rig.platform.answer = async () => "id";
    await rig.open().sendPending([rig.platform]);
    expect(await rig.proof()).toMatchObject({ confirmed: 1 });
  });

  it("is given up, for all to see, once it is erased", async () => {
    const rig = await failing(after(1));
    rig.clock.moveTo(after(9).toISOString());
    await upkeepOf(rig).purge();
    expect(await rig.outbox()).toEqual([]);
    expect(await rig.proof()).toMatchObject({ waiting: 0, failed: 1 });
    const [failure] = await listFailures({ store: rig.store, documents });
    expect(failure).toMatchObject({ to: { room: "a" }, why: "gone", nextTryAt: undefined });
  });
});

it("what a purge erases of many people costs one reading of each collection", async () => {
  const rig = new DeliveryRig();
  const entry = { campaign: 9, kind: "new", workshops: ["w"], state: { kind: "planned" as const } };
  await rig.store.write(
    Array.from({ length: 40 }, (_, index) =>
      put(documents.ledger, `k${index}`, {
        ...entry,
        owner: `["here","p${index}"]`,
        plannedAt: monday,
        at: monday,
        to: { platform: "here", room: `@p${index}`, isDirect: true },
      }),
    ),
  );
  rig.clock.moveTo(after(100).toISOString());
  const list = rig.store.list.bind(rig.store);
  let readings = 0;
  rig.store.list = async (type, names) => {
    if (type.collection === "ledger") readings += 1;
    return list(type, names);
  };
  await upkeepOf(rig).purge();
  expect(await list(documents.ledger)).toEqual([]);
  expect(readings).toBe(1);
});
