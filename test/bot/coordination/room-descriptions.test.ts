import { describe, expect, it } from "vitest";
import { SimulatedPlatform } from "../../../src/adapters/simulated/simulated-platform.ts";
import { RoomDescriptions } from "../../../src/bot/coordination/room-descriptions.ts";
import type { RoomDescription } from "../../../src/ports/chat-platform.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { keptLog } from "../../support/kept-log.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const here = (room: string) => ({ to: { platform: "here", room, isDirect: false } });

function described(rooms: ReadonlyMap<string, RoomDescription>) {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  const log = keptLog();
  const platform = new SimulatedPlatform("here", () => undefined, { rooms });
  return {
    clock,
    log,
    platform,
    rooms: new RoomDescriptions({ platforms: [platform], clock, log }),
  };
}

describe("what is known of rooms", () => {
  it("is in the preview: how many rooms, about how many people, and what they are called", async () => {
    const talk = await CoordinationTalk.open([], undefined, undefined, {
      rooms: new Map([
        ["!a", { name: "Saint-Nazaire", people: 112 }],
        ["!b", { name: "Ateliers 44", people: 100 }],
      ]),
    });
    for (const room of ["!a", "!b"]) {
      const address = { platform: "here", room, isDirect: false };
      // oxlint-disable-next-line no-await-in-loop
      await talk.says("abonner messages: tout", { address, roles: ["room-coordinator"] });
    }
    expect(
      await talk.says("nouvel atelier\nLe libre\n26 novembre 2026 18h\nen ligne\nthème : libre"),
    ).toContain(
      "sera envoyé dans 2 salons (212 personnes environ) : *Ateliers 44*, *Saint-Nazaire*",
    );
  });

  it("is kept for ten minutes, and asked again after that", async () => {
    const rooms = new Map([["!a", { name: "Avant", people: 3 }]]);
    const { clock, rooms: known } = described(rooms);
    const named = async () => (await known.of([here("!a")]))(here("!a").to)?.name;
    expect(await named()).toBe("Avant");
    rooms.set("!a", { name: "Après", people: 3 });
    clock.moveByMs(600_000);
    expect(await named()).toBe("Avant");
    clock.moveByMs(1);
    expect(await named()).toBe("Après");
    rooms.delete("!a");
    clock.moveByMs(700_000);
    expect(await named()).toBe("Après");
  });

  it("is nothing where the platform fails, or knows nothing", async () => {
    const { platform, rooms, log } = described(new Map());
    expect((await rooms.of([here("!a")]))(here("!a").to)).toBeUndefined();
    platform.describeRoom = () => Promise.reject(new Error("away"));
    expect((await rooms.of([here("!a")]))(here("!a").to)).toBeUndefined();
    expect(log.lines.join("\n")).toContain("room-not-described");
  });

  it("is one short line, whatever a room calls itself", async () => {
    const name = `**Fausse\nannonce** ${"x".repeat(90)}`;
    const { rooms } = described(new Map([["!a", { name, people: 1 }]]));
    const shown = (await rooms.of([here("!a")]))(here("!a").to)?.name ?? "";
    expect(shown).toMatch(/^Fausse annonce x{45}…$/u);
  });
});
