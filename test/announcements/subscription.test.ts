import { describe, expect, it } from "vitest";
import { newSubscription, targetOf } from "../../src/model/subscription.ts";
import { personKey } from "../../src/model/address.ts";
import { storedSubscriptions as type } from "../../src/model/stored-subscriptions.ts";
import { person, room } from "./programme-of.ts";

describe("a subscription", () => {
  it("is the weekly digest alone for a new room, nights left in peace", () => {
    const to = { platform: "simulated", room: "nantes", isDirect: false };
    const at = new Date("2027-03-01T10:00:00Z");
    expect(newSubscription({ to, zone: "Europe/Paris", language: "fr" }, at)).toMatchObject({
      kinds: ["digest"],
      digest: { weekday: 1, time: "09:00" },
      quiet: { from: "21:00", to: "08:00" },
      themes: [],
      territories: [],
    });
  });

  it("of before people chose for themselves is read without the mentions nobody used", () => {
    const stored = room("nantes");
    expect(type.read({ ...stored, mentions: true })).toEqual(stored);
  });

  it("is read back as it was stored", () => {
    const stored = room("nantes", { silentUntil: "2027-03-01T10:00:00.000Z", themes: ["libres"] });
    expect(type.read(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it.each([
    ["a ninth day", { digest: { weekday: 8, time: "09:00" } }],
    ["an hour that is none", { quiet: { from: "25:00", to: "08:00" } }],
    ["a kind nobody sends", { kinds: ["fortnight"] }],
    ["a field nobody knows", { colour: "blue" }],
  ])("is refused with %s", (_, fault) => {
    expect(() => type.read({ ...room("nantes"), ...fault })).toThrow(/./);
  });

  it("goes with the person it is about; a room's is about nobody", () => {
    const own = { ...room("direct"), ...person("amina") };
    expect(type.owner(own)).toBe(personKey("simulated", "amina"));
    expect(type.owner(room("nantes"))).toBeUndefined();
  });

  it("never confuses a room with a person of the same name", () => {
    expect(targetOf(room("amina"))).not.toBe(targetOf(person("amina")));
  });
});
