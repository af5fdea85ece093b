import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";

describe("a request that nobody takes", () => {
  it("is offered once, then its team is reminded once after four opening hours", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    const offers = town.team().length;
    expect(offers).toBe(1);
    await town.passes(3 * 60 + 50);
    expect(town.team()).toHaveLength(1);
    await town.passes(15);
    await town.passes(15);
    expect(town.team().map(({ text }) => text)).toEqual([
      expect.stringContaining("A-1"),
      expect.stringContaining("attend toujours quelqu'un"),
    ]);
  });
});
