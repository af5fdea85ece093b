import { beforeEach, describe, expect, it } from "vitest";
import { PlaceRefused } from "../../src/model/errors.ts";
import { LatePace } from "../../src/delivery/late-pace.ts";
import { wasNeverShown } from "../../src/delivery/was-never-shown.ts";
import { announcement, DeliveryRig, monday, reply } from "./delivery-rig.ts";

let rig: DeliveryRig;
beforeEach(() => {
  rig = new DeliveryRig();
  rig.recheck = async () => ({
    kind: "send",
    reply: { ...reply("k", "a"), text: rig.clock.now().toISOString().slice(11, 16) },
  });
});

const refused = () => Promise.reject(new PlaceRefused("Missing Permissions"));
const lost = () => Promise.reject(new Error("timed out"));

describe("an announcement that is tried again", () => {
  it("has the words of now as long as every try was refused or never left", async () => {
    await rig.delivery.announce([announcement("a")]);
    rig.platform.answer = refused;
    await rig.tick();
    await rig.tick(1);
    await rig.open().load();
    await rig.tick(5);
    expect(rig.texts).toEqual(["09:00", "09:01", "09:06"]);
  });

  it("keeps its words from the first try whose end nobody knows", async () => {
    await rig.delivery.announce([announcement("a")]);
    rig.platform.answer = refused;
    await rig.tick();
    rig.platform.answer = lost;
    await rig.tick(1);
    rig.platform.answer = refused;
    await rig.tick(5);
    await rig.tick(15);
    expect(rig.texts).toEqual(["09:00", "09:01", "09:01", "09:01"]);
  });
});

it("an announcement told to wait is looked at again then, and holds up nothing meanwhile", async () => {
  const until = new Date("2027-03-08T09:30:00Z");
  await rig.delivery.announce([announcement("a", { text: "later" })]);
  await rig.delivery.announce([announcement("a", { text: "next", workshop: "w2" })]);
  rig.recheck = async ({ reply: { text } }, now) =>
    text === "later" && now < until ? { kind: "wait", until } : { kind: "send" };
  await rig.tick();
  expect(rig.texts).toEqual(["next"]);
  await rig.tick(29);
  expect(rig.texts).toEqual(["next"]);
  await rig.tick(1);
  expect(rig.texts).toEqual(["next", "later"]);
  expect(await rig.proof()).toMatchObject({ confirmed: 1 });
});

it("five late messages a room in ten minutes, then one more for each that is ten minutes old", () => {
  const pace = new LatePace();
  const room = { platform: "here", room: "a", isDirect: false };
  const at = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000);
  for (let minute = 0; minute < 5; minute += 1) pace.note(room, at(minute));
  expect(pace.look(room, at(5))).toEqual({ left: 0, nextAt: at(10) });
  expect(pace.look(room, at(11)).left).toBe(2);
  expect(pace.look({ ...room, room: "b" }, at(5)).left).toBe(5);
});

it("what never left is told apart from what nobody knows, however deep the cause lies", () => {
  const connect = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(wasNeverShown(new TypeError("fetch failed", { cause: connect }))).toBe(true);
  expect(wasNeverShown(new PlaceRefused("no"))).toBe(true);
  expect(wasNeverShown(Object.assign(new Error("reset"), { code: "ECONNRESET" }))).toBe(false);
  expect(wasNeverShown(new Error("504"))).toBe(false);
  const answered = (status: number) => Object.assign(new Error("answered"), { status });
  expect(wasNeverShown(new Error("sending", { cause: answered(429) }))).toBe(true);
  expect(wasNeverShown(answered(504))).toBe(false);
});
