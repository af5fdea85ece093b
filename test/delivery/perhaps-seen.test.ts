import { beforeEach, expect, it } from "vitest";
import { toldOf } from "../../src/delivery/campaigns.ts";
import { messageKey } from "../../src/delivery/message-key.ts";
import { PlaceRefused } from "../../src/model/errors.ts";
import { announcement, DeliveryRig, documents } from "./delivery-rig.ts";

let rig: DeliveryRig;
beforeEach(() => {
  rig = new DeliveryRig();
});

const lost = () => Promise.reject(new Error("504"));
const told = async () =>
  (await toldOf("w1", rig.store, documents)).map(({ to }) => to.room).toSorted();

it("who may have read a message is told what becomes of it, who cannot have read it is not", async () => {
  await rig.delivery.announce(["a", "b"].map((room) => announcement(room)));
  rig.platform.answer = ({ to }) =>
    to.room === "a" ? lost() : Promise.reject(new PlaceRefused("Missing Permissions"));
  await rig.tick();
  expect(await told()).toEqual(["a"]);
  rig.recheck = () => Promise.resolve({ kind: "skip", reason: "cancelled" });
  await rig.tick(1);
  expect(await rig.outbox()).toEqual([]);
  expect(await told()).toEqual(["a"]);
});

it("what a notice that was read says is no longer so is not sent again after it", async () => {
  await rig.delivery.announce([announcement("a")]);
  rig.platform.answer = lost;
  // Time goes one way.
  // oxlint-disable-next-line no-await-in-loop
  for (const minutes of [0, 1, 5]) await rig.tick(minutes);
  await rig.delivery.announce([announcement("a", { kind: "change", text: "Changement" })]);
  rig.platform.answer = ({ text }) => (text === "Annonce" ? lost() : Promise.resolve("id"));
  await rig.tick(1);
  expect(rig.texts.slice(3)).toEqual(["Annonce", "Changement"]);
  expect(await rig.outbox()).toEqual([]);
  expect(await rig.proof(1)).toMatchObject({ skipped: { "told-in-another": 1 } });
});

it("what is said anew where a message stands waits until that is no longer tried", async () => {
  const first = announcement("a");
  await rig.delivery.announce([first]);
  rig.platform.answer = lost;
  // Time goes one way.
  // oxlint-disable-next-line no-await-in-loop
  for (const minutes of [0, 1, 5]) await rig.tick(minutes);
  const again = announcement("a", { kind: "correction", text: "Corrigé" });
  const inPlace = { replaces: messageKey(first.key), isOnlyInPlace: true };
  await rig.delivery.announce([{ ...again, reply: { ...again.reply, ...inPlace } }]);
  rig.platform.answer = () => Promise.resolve("id");
  await rig.tick(1);
  expect(rig.texts.slice(3)).toEqual([]);
  await rig.tick(15);
  expect(rig.texts.slice(3)).toEqual(["Annonce", "Corrigé"]);
});
