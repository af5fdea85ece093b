import { beforeEach, expect, it } from "vitest";
import { isWhole } from "../../src/delivery/campaigns.ts";
import { listFailures, retryFailures } from "../../src/delivery/failures.ts";
import { announcement, DeliveryRig, documents } from "./delivery-rig.ts";

let rig: DeliveryRig;
const parts = () => ({ store: rig.store, documents, delivery: rig.delivery });
const rooms = ["a", "b", "c"];

beforeEach(async () => {
  rig = new DeliveryRig();
  await rig.delivery.announce(rooms.map((room) => announcement(room, { text: "Le mot secret" })));
  rig.platform.answer = async ({ to }) => {
    if (to.room !== "c") throw new Error("Missing Permissions");
    return "id";
  };
  await rig.tick();
  rig.platform.answer = async ({ to }) => `id ${to.room}`;
});

it("lists what could not be sent, with what the platform said and when it is tried again", async () => {
  expect(await listFailures(parts())).toMatchObject(
    ["a", "b"].map((room) => ({
      campaign: 1,
      to: { room },
      attempts: 1,
      why: "Missing Permissions",
      nextTryAt: new Date("2027-03-08T09:01:00Z"),
    })),
  );
  expect(await rig.proof()).toMatchObject({ rooms: 3, confirmed: 1, waiting: 2, failed: 0 });
});

it("tries one again, or all, when somebody asks", async () => {
  const [first] = await listFailures(parts());
  expect(await retryFailures([first?.key ?? ""], parts())).toBe(1);
  await rig.tick();
  expect(rig.rooms).toEqual(["a", "b", "c", "a"]);
  expect(await retryFailures(undefined, parts())).toBe(1);
  await rig.tick();
  expect(await listFailures(parts())).toEqual([]);
  const proof = await rig.proof();
  expect(proof).toMatchObject({ rooms: 3, confirmed: 3, doubled: 0, failed: 0, skipped: {} });
  expect(proof.messages.map(({ ids }) => ids)).toEqual([["id a"], ["id b"], ["id"]]);
  expect(isWhole(proof)).toBe(true);
});

it("still lists what was given up, and tries it no more", async () => {
  rig.platform.answer = () => Promise.reject(new Error("still down"));
  await rig.tick(23 * 60);
  await rig.tick(120);
  expect(await listFailures(parts())).toMatchObject([
    { to: { room: "a" }, attempts: 2, nextTryAt: undefined },
    { to: { room: "b" }, attempts: 2, nextTryAt: undefined },
  ]);
  expect(await retryFailures(undefined, parts())).toBe(0);
  expect(isWhole(await rig.proof())).toBe(false);
});

it("counts people told in private apart from rooms", async () => {
  const { reply, ...alone } = announcement("@amina", { workshop: "w2" });
  const to = { ...reply.to, isDirect: true };
  await rig.delivery.announce([
    announcement("d", { workshop: "w2" }),
    { ...alone, reply: { ...reply, to } },
  ]);
  await rig.tick();
  expect(await rig.proof(2)).toMatchObject({ rooms: 1, people: 1, confirmed: 2 });
});

it("counts what was taken without an id apart from what is confirmed", async () => {
  rig.platform.answer = async () => undefined;
  await rig.tick(1);
  expect(await rig.proof()).toMatchObject({ confirmed: 1, unconfirmed: 2 });
});

it("keeps no words in the ledger", async () => {
  expect(JSON.stringify(await rig.store.list(documents.ledger))).not.toContain("secret");
});

it("says of a correction that changed nothing that it was skipped", async () => {
  rig.platform.answer = async () => undefined;
  const one = announcement("a", { kind: "correction" });
  const reply = { ...one.reply, replaces: "announced", isOnlyInPlace: true };
  await rig.delivery.announce([{ ...one, reply }]);
  await rig.tick(1);
  const proof = await rig.proof(2);
  expect(proof).toMatchObject({ unconfirmed: 0, skipped: { "nothing-to-correct": 1 } });
});
