import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createContentFiles } from "../../src/loading/content-files.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const page = "content/resources/data/buvette.md";
const intent = "intents/data/buvette.yaml";

describe("content files", () => {
  it("are written whole, nothing left beside them, and the same again changes nothing", async () => {
    const root = temporaryFolder();
    const files = createContentFiles(root);
    const changes = [
      { path: page, after: "page" },
      { path: intent, after: "intent" },
    ];
    expect(await files.apply(changes)).toBe(true);
    expect(await files.apply(changes)).toBe(true);
    expect(readFileSync(join(root, page), "utf8")).toBe("page");
    expect(readdirSync(join(root, "content/resources/data"))).toEqual(["buvette.md"]);
  });

  it("of somebody else are never written over, and none of the change is made", async () => {
    const root = temporaryFolder();
    writeFiles(root, { [intent]: "by hand" });
    const files = createContentFiles(root);
    const changes = [
      { path: page, after: "page" },
      { path: intent, after: "intent" },
    ];
    expect(await files.apply(changes)).toBe(false);
    expect(await files.read(page)).toBeUndefined();
    expect(await files.read(intent)).toBe("by hand");
  });

  it.each([
    "content/phrases/fr.yaml",
    "content/resources/../../etc/x.md",
    "content/resources/data/Up.md",
    "/etc/passwd",
    "src/main.ts",
    "intents/data/x.md",
  ])("are nothing else: %s", async (path) => {
    const files = createContentFiles(temporaryFolder());
    await expect(files.apply([{ path, after: "x" }])).rejects.toThrow("no content file");
  });

  it("are not written through a link that leads elsewhere", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "intents"));
    symlinkSync(temporaryFolder(), join(root, "intents", "data"));
    const files = createContentFiles(root);
    await expect(files.apply([{ path: intent, after: "x" }])).rejects.toThrow("link");
  });
});
