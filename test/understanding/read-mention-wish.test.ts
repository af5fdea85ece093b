import { expect, it } from "vitest";
import { readMentionWish } from "../../src/understanding/read-mention-wish.ts";
import { library } from "../support/small-library.ts";

const read = (text: string) => readMentionWish(text, library.themes);
const security = library.themes.find(({ id }) => id === "security")?.id ?? "";

it.each([
  ["mentionnez-moi ici pour la sécurité", [security]],
  ["Mentionne-moi pour la sécurité, s'il vous plaît", [security]],
  ["Pouvez-vous me mentionner dans ce salon ?", []],
  ["mention me here", []],
  ["Please mention me here for security!", [security]],
])("reads %j as a wish to be called by name", (text, themes) => {
  expect(read(text)).toEqual({ kind: "mention", themes, unread: [] });
});

it.each([
  "ne me mentionnez plus",
  "Ne me mentionne plus ici, merci.",
  "arrêtez de me mentionner",
  "don't mention me",
  "Don’t mention me here any more",
  "stop mentioning me",
])("reads %j as its end", (text) => {
  expect(read(text)).toEqual({ kind: "no-mention" });
});

it("tells which words name no theme", () => {
  expect(read("mentionnez-moi pour la pétanque")).toMatchObject({ unread: ["petanque"] });
});

it.each([
  "que mettre dans les mentions légales ?",
  "don't mention it",
  "comment mentionner quelqu'un sur Discord ?",
])("leaves %j to others", (text) => {
  expect(read(text)).toBeUndefined();
});
