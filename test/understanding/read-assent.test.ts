import { describe, expect, it } from "vitest";
import { readAssent } from "../../src/understanding/read-assent.ts";

const yes = `oui|oui oui|Ouiii !|ouais|ok|d'accord|carrément|👍|👍🏽 merci|c'était parfait merci|très utile|pas mal
  |pas de souci|oui pas de problème|pourquoi pas|bien sûr|tout à fait|ça m'a aidé|c'est parfait|exactement|si
  |yep|yes please|of course|it was perfect, thank you|no problem|why not|I think so|sure`;
const no = `non|nan|non merci|pas vraiment|bof|👎|pas super|carrément pas|bien sûr que non|ça m'a pas aidé|c'est pas ça
  |inutile|pas du tout|ça répond pas à ma question|jamais de la vie|nan c nul
  |nope|not really|no thanks|I don't think so|of course not|it didn't help|that's not it|useless|not at all`;
const neither = `|merci|peut-être|je ne sais pas|pas sûr|oui mais non|ok non merci|not sure|it depends
  |oui mais je voudrais aussi créer un site|comment créer un site|non, notre site ne s'affiche plus depuis hier matin
  |yes and I would also like to know about the fees please|?`;

const list = (text: string) => text.split("|").map((one) => one.trim());

describe("a yes or a no", () => {
  it.each(list(yes))("reads %j as yes", (text) => {
    expect(readAssent(text)).toBe("yes");
  });
  it.each(list(no))("reads %j as no", (text) => {
    expect(readAssent(text)).toBe("no");
  });
  it.each(list(neither))("reads %j as neither", (text) => {
    expect(readAssent(text)).toBeUndefined();
  });

  it("reads one language only when it is named", () => {
    expect(readAssent("yeah", "fr")).toBeUndefined();
    expect(readAssent("oui", "fr")).toBe("yes");
    expect(readAssent("nope", "en")).toBe("no");
  });
});
