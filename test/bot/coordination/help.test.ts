import { describe, expect, it } from "vitest";
import { CoordinationTalk } from "./coordination-talk.ts";

describe("help", () => {
  it("tells who coordinates their words too, in their language", async () => {
    const talk = await CoordinationTalk.open();
    const french = await talk.says("aide");
    expect(french).toContain("je m'inscris au 8");
    expect(french).toContain("nouvel atelier");
    expect(french).toContain("heures calmes 20h-9h");
    // Without what is said at first only; it is read on a phone.
    expect((await talk.says("aide")).length).toBeLessThan(900);
    await talk.says("English");
    const english = await talk.says("help");
    expect(english).toContain("new workshop");
    expect(english).toContain("quiet hours 8pm-9am");
  });

  it("tells who has power in a room what is for a room, and others neither", async () => {
    const room = { platform: "here", room: "#ateliers", isDirect: false };
    const host = await CoordinationTalk.open([], { roles: ["room-coordinator"], address: room });
    const told = await host.says("aide");
    expect(told).toContain("**abonner**");
    expect(told).not.toContain("nouvel atelier");
    const asker = await CoordinationTalk.open([], { roles: [] });
    expect(await asker.says("aide")).not.toMatch(/nouvel atelier|abonner/);
  });
});
