import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";

describe("daily lists", () => {
  it("tell a team at its opening what waits, the oldest first, once a day and never when nothing does", async () => {
    // Monday evening; the first team is there on Tuesday from 9:00.
    const town = await HandoffTown.open({ from: "2026-11-23T17:00:00Z" });
    await town.passesTo("2026-11-24T08:01:00Z");
    expect(town.team()).toEqual([]);
    await town.hasRequest();
    await town.ticks();
    await town.passes(60);
    await town.hasRequest({ theme: "security" });
    await town.passes(60);
    const lists = () => town.team().filter(({ text }) => text.includes("la plus ancienne d'abord"));
    expect(lists()).toEqual([]);
    await town.passesTo("2026-11-26T12:59:00Z");
    expect(lists()).toEqual([]);
    await town.passesTo("2026-11-26T13:01:00Z");
    await town.restarts();
    await town.passes(30);
    expect(lists()).toHaveLength(1);
    expect(lists()[0]?.text).toMatch(/A-1.*\n.*A-2/u);
  });

  it("tell an adviser in private what they hold", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    await town.adviser("camille").presses("Je prends");
    await town.passesTo("2026-11-26T13:01:00Z");
    const list = town
      .sentTo("camille")
      .filter(({ text }) => text.includes("Vous avez une demande"));
    expect(list).toHaveLength(1);
    expect(list[0]?.to.isDirect).toBe(true);
    expect(list[0]?.text).toContain("c'est à vous");
    expect(town.sentTo("david").filter(({ text }) => text.includes("Vous avez"))).toEqual([]);
  });
});
