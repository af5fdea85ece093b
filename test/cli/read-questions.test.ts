import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readQuestions } from "../../src/cli/read-questions.ts";
import { ConfigurationError } from "../../src/model/errors.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

function fileOf(text: string): string {
  const folder = temporaryFolder();
  writeFiles(folder, { "questions.tsv": text });
  return join(folder, "questions.tsv");
}

describe("a file of questions", () => {
  it("is read by the names of its columns, empty lines left out, with the line of each", () => {
    const file = fileOf("\uFEFFintent\tkind\tquestion\tlang\r\na.b|c.d\tplain\tquoi ?\tfr\r\n\r\n");
    expect(readQuestions(file)).toEqual([
      { line: 2, language: "fr", kind: "plain", intents: ["a.b", "c.d"], question: "quoi ?" },
    ]);
  });

  it.each([
    ["a missing column", "lang\tkind\tquestion\nfr\tplain\tquoi", /:1 the first line must name/],
    ["a short row", "lang\tkind\tintent\tquestion\nfr\tplain\ta.b", /:2 has 3 columns/],
  ])("is refused for %s, with its line", (_, text, expected) => {
    const file = fileOf(text);
    expect(() => readQuestions(file)).toThrow(ConfigurationError);
    expect(() => readQuestions(file)).toThrow(expected);
  });

  it("is refused when it is not there", () => {
    expect(() => readQuestions("/nowhere.tsv")).toThrow(/cannot be read\. Check the path/);
  });
});
