import { expect, it } from "vitest";
import { readAnswer } from "../../../src/understanding/diagnostic/read-answer.ts";
import { questionOf } from "./said-in-free-words.ts";

it.each([
  ["I1", "Je ne sais pas, il faudrait que je demande à la présidente."],
  ["M2", "Aucune idée, il faut demander au trésorier, désolée"],
  ["H3", "I don't know, I am not sure"],
])("reads a whole sentence that says it is not known: %s, %s", (id, text) => {
  const reading = readAnswer(text, questionOf(id), "fr");
  expect(reading).toMatchObject({ kind: "answer", answer: { kind: "unknown" } });
});

it.each([["Merci beaucoup !"], ["Bonjour"], ["merci bien"]])(
  "takes no thanks for an answer: %s",
  (text) => {
    expect(readAnswer(text, questionOf("M2"), "fr").kind).toBe("unclear");
  },
);
