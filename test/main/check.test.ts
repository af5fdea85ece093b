import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../support/project-root.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const feesPage = "content/resources/crowdfunding/fees.md";
const header = "lang\tkind\tintent\tquestion";

/** A copy of the project's content whose page on fees holds jargon. */
function contentWithWarning(): string {
  const folder = temporaryFolder();
  for (const part of ["content", "intents"]) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  const page = readFileSync(join(folder, feesPage), "utf8");
  const changed = page.replace("# Français\n\n", "# Français\n\nCe workflow. ");
  writeFiles(folder, { [feesPage]: changed });
  return folder;
}

describe("check", () => {
  it("tells warnings in the form of problems, and fails on them only when strict", async () => {
    const folder = contentWithWarning();
    const { code, out } = await runPasserelle(["check", folder]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^content\/resources\/crowdfunding\/fees\.md:\d+ warning: "workflow" is jargon\. Write ".+\.$/m,
    );
    expect(out).toMatch(/\nNothing wrong: \d+ intents, \d+ pages, [1-9]\d* warnings?\.\n$/);
    expect((await runPasserelle(["check", folder, "--strict"])).code).toBe(1);
  });

  it("tells warnings after the problems, when there are both", async () => {
    const folder = contentWithWarning();
    writeFiles(folder, { "content/contacts.yaml": "[]" });
    const { code, out } = await runPasserelle(["check", folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/^content\/contacts\.yaml:1 .*\n(?:.* warning: .*\n)+1 problem, \d+/);
  });

  it("refuses held-out questions that stand in the library, and names where", async () => {
    const folder = temporaryFolder();
    const held = join(folder, "held.tsv");
    const [, first = ""] =
      /\n {4}- "?(?<text>[^"\n]+)"?\n/.exec(
        readFileSync(join(projectRoot, "intents/crowdfunding/fees.yaml"), "utf8"),
      ) ?? [];
    writeFiles(folder, {
      "held.tsv": `${header}\nfr\tplain\tx.y\tzorglub frimoulax\nfr\tplain\tx.y\t${first} svp\n`,
      "others.tsv": `${header}\nfr\tplain\tx.y\tzorglub frimoulax\n`,
    });
    const { code, out } = await runPasserelle(["check", "--against", held]);
    expect(code).toBe(1);
    expect(out).toMatch(/^intents\/crowdfunding\/fees\.yaml:\d+ .* is like the held-out question/);
    expect(out).toContain(`${held}:3`);
    const others = await runPasserelle(["check", "--against", join(folder, "others.tsv")]);
    expect(others.code).toBe(0);
  });
});
