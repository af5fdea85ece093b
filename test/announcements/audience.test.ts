import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audienceOf, indexAudience } from "../../src/announcements/audience.ts";
import { room, workshop } from "./programme-of.ts";

const themes = fc.subarray(["libres", "securite", "don"]);
const territories = fc.subarray(["44", "49", "974"]);

describe("the audience of a workshop", () => {
  it("is every room that follows one of its themes and one of its territories, each once", () => {
    const rooms = fc.array(fc.record({ themes, territories }), { maxLength: 12 });
    const about = fc.record({
      themes,
      territories: fc.oneof(territories, fc.constant(["national"])),
    });
    fc.assert(
      fc.property(rooms, about, (chosen, of) => {
        const all = chosen.map((choice, at) => room(`room ${at}`, choice));
        const meets = (theirs: readonly string[], its: readonly string[]) =>
          theirs.length === 0 || theirs.some((one) => its.includes(one));
        const expected = all.filter(
          (one) =>
            meets(one.themes, of.themes) &&
            (of.territories.includes("national") || meets(one.territories, of.territories)),
        );
        const found = audienceOf(workshop(of), indexAudience(all));
        expect(found.toSorted((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves out rooms of one territory when nobody said where it is", () => {
    const rooms = indexAudience([room("nantes", { territories: ["44"] }), room("everywhere")]);
    const found = audienceOf(workshop({ territories: [] }), rooms);
    expect(found.map(({ to }) => to.room)).toEqual(["everywhere"]);
  });
});
