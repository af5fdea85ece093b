import { describe, expect, it } from "vitest";
import { cutInParts, MOST_CHARACTERS } from "../../../src/handoff/crossing/cut-in-parts.ts";
import { neutralise, neutraliseName } from "../../../src/handoff/crossing/neutralise.ts";
import { hideInsults } from "../../../src/understanding/handoff/hide-insults.ts";
import { isRoomLink } from "../../../src/understanding/handoff/is-room-link.ts";

const crossing = (text: string) => neutralise(text, isRoomLink);
const z = "\u200b";

describe("a text that crosses", () => {
  it.each([
    [
      "**gras**, *italique*, `code`\n- liste\n> citation",
      "**gras**, *italique*, `code`\n- liste\n> citation",
    ],
    ["@everyone et @here, @room !", `@${z}everyone et @${z}here, @${z}room !`],
    ["<@123> <@!45> <@&67> dans <#89>", "@… @… @… dans #…"],
    ["demandez à @amina:example.org", "demandez à @…"],
    ["voir #salle:example.org et !abc:example.org", "voir #… et …"],
    ["écrivez à contact@asso.example", "écrivez à contact@asso.example"],
    ["/ban tous\n!kick\n </prendre:12>", `${z}/ban tous\n${z}!kick\n ${z}/${z}prendre`],
    ["<a:danse:123> :)", ":danse: :)"],
    ["[ici](https://exemple.org/a?b=1)", "[ici](https://exemple.org/a?b=1) (exemple.org)"],
    ["[ma banque](javascript:alert(1))", "ma banque"],
    ["https://exemple.org/page.", "https://exemple.org/page."],
    ["https://banque.fr@pirate.example/x", "https://banque.fr@pirate.example/x (pirate.example)"],
    ["https://exаmple.org", "https://exаmple.org (xn--exmple-4nf.org)"],
    ["https://matrix.to/#/@amina:example.org", "matrix.to/…"],
    ["[salon](https://discord.com/channels/1/2)", "salon (discord.com/…)"],
    ["[ici][1]\n[1]: https://pirate.example", "[ici][1]\n\\[1]: https://pirate.example"],
    ["\u202eresrever", "resrever"],
  ])("%j is shown as %j", (text, shown) => {
    expect(crossing(text)).toBe(shown);
  });

  it("hides insults, in no address", () => {
    const shown = neutralise(
      "idiot ! https://exemple.org/idiot [idiot](https://a.fr/idiot)",
      isRoomLink,
      hideInsults,
    );
    expect(shown).toBe(
      "||idiot|| ! https://exemple.org/idiot [||idiot||](https://a.fr/idiot) (a.fr)",
    );
  });

  it("stays as it is once it crossed", () => {
    const once = crossing("@everyone /x @a:b.c https://a@b.example <#1>");
    expect(crossing(once).replaceAll(" (b.example)", "")).toBe(once.replaceAll(" (b.example)", ""));
  });

  it("has no Markdown in a name", () => {
    expect(neutraliseName("**[A](x)**\n# <@1> @here")).toBe(`A(x) @… @${z}here`);
  });
});

describe("a long text", () => {
  it("is cut between paragraphs, each part with its number and small enough", () => {
    const paragraphs = Array.from({ length: 6 }, (_, at) => `${at} ${"mot ".repeat(150)}`.trim());
    const parts = cutInParts("**Camille**", paragraphs.join("\n\n"));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ length }) => length <= MOST_CHARACTERS)).toBe(true);
    expect(parts[0]).toMatch(new RegExp(`^\\*\\*Camille\\*\\* \\(1/${parts.length}\\)\\n0 mot`));
    const bodies = parts.map((part) => part.slice(part.indexOf("\n") + 1));
    expect(bodies.join("\n\n")).toBe(paragraphs.join("\n\n"));
  });

  it("shows code as code in each part", () => {
    const parts = cutInParts("**C**", `\`\`\`\n${"ligne de code\n".repeat(300)}\`\`\`\nfin`);
    expect(parts.every((part) => (part.match(/```/g) ?? []).length % 2 === 0)).toBe(true);
    expect(parts.every(({ length }) => length <= MOST_CHARACTERS)).toBe(true);
  });

  it("that is short has no number", () => {
    expect(cutInParts("**C**", "oui")).toEqual(["**C**\noui"]);
  });
});
