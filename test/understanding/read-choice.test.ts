import { describe, expect, it } from "vitest";
import { readChoice } from "../../src/understanding/read-choice.ts";

const choices = [
  { label: "Comment créer une page de collecte ?", value: "create" },
  { label: "Combien coûte une collecte ?", value: "fees" },
  { label: "Aucune de celles-ci", value: "none" },
];
const chosen = (text: string) => readChoice(text, choices)?.value;

it("never takes a choice whose number is another", () => {
  const waiting = [{ label: "Je ne peux plus venir (atelier 9)", value: "say:9" }];
  expect(readChoice("je ne peux plus venir au 8", waiting)).toBeUndefined();
  expect(readChoice("je ne peux plus venir au 9", waiting)?.value).toBe("say:9");
});

describe("a short reply", () => {
  it.each([
    ["2", "fees"],
    ["la 2 svp", "fees"],
    ["2️⃣", "fees"],
    ["la deuxième", "fees"],
    ["the last one", "none"],
    ["combien coute une collecte", "fees"],
    ["aucune", "none"],
    ["créer une page", "create"],
  ])("names a choice by its number, place, label or own words: %s", (text, value) => {
    expect(chosen(text)).toBe(value);
  });

  it.each([
    "collecte",
    "10 salariés",
    "4",
    "oui",
    "a",
    "b",
    "",
    "a+",
    "combien de temps garder les papiers ?",
  ])("names none when it could be several, or something else: %s", (text) => {
    expect(chosen(text)).toBeUndefined();
  });
});
