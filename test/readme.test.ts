import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { configReference, putReference } from "../src/cli/config-reference.ts";
import { configShape } from "../src/loading/load-config.ts";
import { projectRoot } from "./support/project-root.ts";
import { runPasserelle } from "./support/run-passerelle.ts";
import { tellStory } from "./support/tell-story.ts";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.ts";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
const packageFile = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")));

describe("the README", () => {
  it("holds the configuration reference of the schema (npm run docs)", () => {
    expect(putReference(readme, configReference(configShape))).toBe(readme);
  });

  it("names only npm scripts that exist", () => {
    const named = [
      ...readme.matchAll(/npm (?:run (?:-s )?)?(?<name>start|test|[a-z:]+)(?= |`|\n)/g),
    ]
      .map(({ groups }) => groups?.["name"] ?? "")
      .filter((name) => name !== "ci");
    expect(named).toContain("start");
    expect(Object.keys(packageFile.scripts)).toEqual(expect.arrayContaining(named));
  });

  it("shows a real exchange", async () => {
    const transcript = /<!-- transcript -->\n\n```text\n(?<shown>[\s\S]*?)\n```/.exec(readme);
    const shown = transcript?.groups?.["shown"] ?? "";
    const said = [...shown.matchAll(/^> (?<text>.*)$/gm)].map(({ groups }) => groups?.["text"]);
    expect(said.length).toBeGreaterThan(2);
    const folder = temporaryFolder();
    writeFiles(folder, { "bot.config.json": JSON.stringify({ dataFolder: join(folder, "data") }) });
    const { out } = await runPasserelle(
      ["start", "--config", join(folder, "bot.config.json")],
      `${said.join("\n")}\n`,
    );
    const words = (text: string) => text.replaceAll(/\s+/g, " ").trim();
    expect(words(shown.replaceAll(/^> .*$/gm, ""))).toBe(words(out));
  });

  it.each([
    ["a fortnight of workshops", "fortnight-2022", "fortnight", 60],
    ["a question that goes to a person", "handoff-2027", "handoff", 110],
  ])(
    "shows %s as it is (PASSERELLE_WRITE_README=1 writes it)",
    async (_, fixture, name, mostLines) => {
      const events = readFileSync(
        join(projectRoot, "test", "fixtures", `${fixture}.jsonl`),
        "utf8",
      );
      const { code, out } = await runPasserelle(["simulate"], events);
      expect(code).toBe(0);
      const told = tellStory(events, out);
      const block = new RegExp(
        `(?<=<!-- ${name} -->\\n\\n)[\\s\\S]*?(?=\\n\\n<!-- end of the ${name} -->)`,
        "u",
      );
      const file = join(projectRoot, "README.md");
      if (process.env["PASSERELLE_WRITE_README"] === "1") {
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace(block, () => told),
        );
      }
      expect(block.exec(readFileSync(file, "utf8"))?.[0]).toBe(told);
      const lines = told.split("\n").filter((line) => line !== "");
      expect(lines.length).toBeLessThanOrEqual(mostLines);
    },
  );
});
