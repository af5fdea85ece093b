import { expect, it } from "vitest";
import { countDemand } from "../../src/statistics/count-demand.ts";
import { library } from "../support/small-library.ts";
import { workshopLike } from "../support/workshop-like.ts";

const { themes } = library;
const now = new Date("2027-03-01T09:00:00Z");
const at = now.toISOString();
const question = (words: string, because: "unknown" | "disliked" = "unknown") =>
  ({ owner: "x", question: words, language: "fr", because, at }) as const;
const wish = (theme: string) => ({ theme, at });

it("counts what was asked for on themes without a workshop to come, most first", () => {
  const wishes = [wish("security"), wish("website"), wish("security")];
  const unmet = { wishes, questions: [] };
  const demand = countDemand(unmet, { themes, workshops: [] }, now);
  expect(demand.map(({ theme, asked }) => `${theme.id} ${asked}`)).toEqual([
    "security 2",
    "website 1",
  ]);
  const coming = workshopLike({ themes: ["security"] });
  const left = countDemand(unmet, { themes, workshops: [coming] }, now);
  expect(left.map(({ theme }) => theme.id)).toEqual(["website"]);
  const cancelled = workshopLike({ themes: ["security"], status: "cancelled" });
  expect(countDemand(unmet, { themes, workshops: [cancelled] }, now)).toHaveLength(2);
});

it("finds the theme in the words of unanswered questions, and not of disliked answers", () => {
  const questions = [
    question("vous avez quelque chose sur la sécurité ?"),
    question("et la sécurité alors ?", "disliked"),
    question("il fait beau ?"),
  ];
  const demand = countDemand({ wishes: [], questions }, { themes, workshops: [] }, now);
  expect(demand.map(({ theme, asked }) => `${theme.id} ${asked}`)).toEqual(["security 1"]);
});
