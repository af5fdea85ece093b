import { describe, expect, it } from "vitest";
import { refusesSomething } from "../../src/understanding/refuses-something.ts";

describe("a refusal", () => {
  it.each([
    "je ne veux pas de site",
    "j'veux pas d'un site wordpress",
    "je veux pas helloasso",
    "surtout pas HelloAsso",
    "on ne veut plus de réunion Zoom",
    "pas de crowdfunding svp",
    "on veut aucun outil Google",
    "I don't want a website",
    "we do not need Zoom",
    "not interested in crowdfunding",
  ])("is heard in %j", (text) => {
    expect(refusesSomething(text)).toBe(true);
  });

  it.each([
    "je n'arrive pas à me connecter",
    "pourquoi ça ne marche pas ?",
    "comment faire un site sans payer",
    "je ne veux pas perdre mes fichiers",
    "on ne veut pas que nos photos traînent sur internet",
    "on n'a pas de site",
    "comment ne pas payer la commission ?",
    "I don't want to lose my files",
    "why doesn't it work",
  ])("is not heard in %j", (text) => {
    expect(refusesSomething(text)).toBe(false);
  });
});
