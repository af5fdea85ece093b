import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../src/loading/problem.ts";
import { libraryFiles, readLibrary } from "../../src/loading/read-library.ts";
import { projectRoot } from "../support/project-root.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const feesIntent = "intents/crowdfunding/fees.yaml";
const feesPage = "content/resources/crowdfunding/fees.md";

/** A copy of the project's content, changed. */
function contentWith(path: string, change: (text: string) => string | Uint8Array): string {
  const folder = temporaryFolder();
  for (const part of ["content", "intents"]) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  const file = join(folder, path);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return folder;
}

function problemsOf(folder: string): string[] {
  return readLibrary(libraryFiles(folder)).problems.map(describeProblem);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("check", () => {
  it("finds nothing wrong in the project's own content", () => {
    expect(problemsOf(projectRoot)).toEqual([]);
  });

  it.each<[string, string, (text: string) => string | Uint8Array, RegExp]>([
    [
      "an utterance that stands in two intents",
      feesIntent,
      (text) => text.replace("  fr:\n", "  fr:\n    - COMMENT on fait une page de collecte !\n"),
      /^intents\/crowdfunding\/fees\.yaml:4 .*stands already at intents\/crowdfunding\/create-page\.yaml:\d+/,
    ],
    [
      "a next question that leads nowhere",
      feesPage,
      (text) => text.replace(/^next: \[.*?\]/m, "next: [crowdfunding.nowhere]"),
      /^content\/resources\/crowdfunding\/fees\.md:\d+ next leads to "crowdfunding\.nowhere"/,
    ],
    [
      "a follow-up after an unknown intent",
      feesIntent,
      (text) => text.replace(/after: \[/, "after: [no.where, "),
      /fees\.yaml:\d+ a follow-up after the unknown intent "no\.where"/,
    ],
    [
      "a missing French answer",
      feesPage,
      (text) => text.replace("# Français", "# Francais"),
      /fees\.md:\d+ "# Français" is missing/,
    ],
    [
      "missing French utterances",
      feesIntent,
      (text) => text.replace(/ {2}fr:[\s\S]*?\n {2}en:/, "  fr: []\n  en:"),
      /fees\.yaml:\d+ 0 utterances in fr, 25 at least/,
    ],
    [
      "bad YAML",
      feesIntent,
      (text) => text.replace("utterances:", "utterances: {"),
      /fees\.yaml:\d+ bad YAML/,
    ],
    [
      "an unknown key",
      feesPage,
      (text) => text.replace("status:", "statut: x\nstatus:"),
      /fees\.md:\d+ .*statut/,
    ],
    [
      "a byte order mark",
      feesIntent,
      (text) => `\uFEFF${text}`,
      /fees\.yaml:1 the file begins with a byte order mark/,
    ],
    [
      "Windows line ends",
      feesIntent,
      (text) => text.replaceAll("\n", "\r\n"),
      /fees\.yaml:1 lines end with CRLF/,
    ],
    [
      "a file of 5 MB",
      feesIntent,
      (text) => text + "# padding\n".repeat(500_000),
      /fees\.yaml:1 the file is over 1 MB/,
    ],
    [
      "a file that is not UTF-8",
      feesPage,
      (text) => Buffer.from(text, "latin1"),
      /fees\.md:1 the file is not UTF-8/,
    ],
    [
      "an answer that is too long",
      feesPage,
      (text) => text.replace("# English\n", `# English\n${"word ".repeat(121)}\n`),
      /fees\.md:\d+ "# English" has \d+ words, 120 at most/,
    ],
    [
      "an answer without source",
      feesPage,
      (text) =>
        text.replace(/^sources:\n(?: .*\n)+/m, "sources: []\n").replace(/^advice:.*\n/m, ""),
      /fees\.md:\d+ no source/,
    ],
    [
      "HTML in an answer",
      feesPage,
      (text) => text.replace("# English\n", "# English\n\n<script>alert(1)</script>\n"),
      /fees\.md:\d+ HTML in an answer/,
    ],
    [
      "a phrase that is missing",
      "content/phrases/en.yaml",
      (text) => text.replace(/^welcome:.*\n {2}.*\n/m, ""),
      /content\/phrases\/en\.yaml:\d+ `welcome`/,
    ],
    [
      "a word in braces that is lost in translation",
      "content/phrases/en.yaml",
      (text) => text.replace("Checked on {date}.", "Checked on {day}."),
      /content\/phrases\/en\.yaml:\d+ `checked` holds \{day\}, and \{date\} at content\/phrases\/fr\.yaml:\d+\. Write the same words/,
    ],
    [
      "a word in braces that is lost in French",
      "content/phrases/fr.yaml",
      (text) => text.replace(/^checked:.*$/m, 'checked: "Vérifié."'),
      /content\/phrases\/en\.yaml:\d+ `checked` holds \{date\}, and no word in braces at content\/phrases\/fr\.yaml:\d+/,
    ],
    [
      "a day that does not exist",
      "content/workshops/2022-rezolutions-numeriques.yaml",
      (text) => text.replace("day: 2022-03-01", "day: 2022-02-31"),
      /2022-rezolutions-numeriques\.yaml:\d+ .*a day is written YYYY-MM-DD/,
    ],
    [
      "a time zone that does not exist",
      "content/workshops/2022-rezolutions-numeriques.yaml",
      (text) => text.replace("Europe/Paris", "Europe/Nantes"),
      /:\d+ .*unknown time zone/,
    ],
  ])("finds %s, with its file, line and remedy", (_, path, change, expected) => {
    const problems = problemsOf(contentWith(path, change));
    expect(problems).toContainEqual(expect.stringMatching(expected));
    for (const problem of problems) expect(problem).toMatch(/^[^:]+:\d+ .+\. .+\.$/s);
  });

  it("names the very line of a repeated utterance", () => {
    const original = readFileSync(join(projectRoot, feesIntent), "utf8");
    const line = lineOf(original, "  en:") + 1;
    const folder = contentWith(feesIntent, (text) =>
      text.replace(
        "\n  en:\n",
        "\n  en:\n    - how do I set up a website\n    - How do I set up a website?\n",
      ),
    );
    expect(problemsOf(folder).join("\n")).toContain(`${feesIntent}:${line + 1} "How do I set up`);
  });

  it("says everything at once", () => {
    const folder = contentWith(feesIntent, (text) => text.replace("utterances:", "utterances: {"));
    writeFileSync(join(folder, feesPage), "nothing");
    rmSync(join(folder, "content/contacts.yaml"));
    const problems = problemsOf(folder).join("\n");
    expect(problems).toContain("bad YAML");
    expect(problems).toContain("no front matter");
    expect(problems).toContain("content/contacts.yaml:1 the file is missing");
  });

  it("ends with an exit code that is not 0", async () => {
    const folder = contentWith(feesPage, (text) => text.replace("# Français", "# Francais"));
    const { code, out } = await runPasserelle(["check", folder]);
    expect(code).toBe(1);
    expect(out).toContain('"# Français" is missing');
    expect((await runPasserelle(["check"])).code).toBe(0);
  });
});
