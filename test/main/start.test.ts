import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPasserelle, startPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

function configured(): { config: string; data: string } {
  const folder = temporaryFolder();
  const data = join(folder, "data");
  writeFiles(folder, { "bot.config.json": JSON.stringify({ dataFolder: data }) });
  return { config: join(folder, "bot.config.json"), data };
}

describe("a chat in the terminal", () => {
  it("answers the questions of the front page", async () => {
    const { config } = configured();
    const said = [
      "comment on fait une page de collecte ?",
      "et ça coûte combien ?",
      "je veux parler à quelqu'un",
      "",
      "/quit",
    ];
    const { code, out } = await runPasserelle(["start", "--config", config], said.join("\n"));
    expect(code).toBe(0);
    expect(out).toContain("Passerelle");
    expect(out).toContain("(https://");
    expect(out).toContain("HelloAsso");
    expect(out).toContain("Guid'Asso");
    expect(out).toContain("Votre message est vide");
  });

  it("picks up where it was left", async () => {
    const { config } = configured();
    await runPasserelle(["start", "--config", config], "oublie-moi\n");
    const { out } = await runPasserelle(["start", "--config", config], "oui\n");
    expect(out).toContain("1 élément effacé");
  });

  it("keeps the programme of the files, to be changed and announced", async () => {
    const { config, data } = configured();
    await runPasserelle(["start", "--config", config], "aide\n");
    const [file, ...others] = filesHolding(data, "Financement participatif");
    expect(file).toMatch(/workshops/);
    expect(others.every((other) => /workshops/.test(other))).toBe(true);
  });

  it("leaves no byte of what was said once it has forgotten", async () => {
    const { config, data } = configured();
    const secret = "zorglub";
    await runPasserelle(
      ["start", "--config", config],
      `le ${secret} de la trottinette ?\n${secret} encore\nje m'appelle ${secret}\n`,
    );
    expect(filesHolding(data, secret)).not.toEqual([]);
    await runPasserelle(["start", "--config", config], "oublie-moi\noui\n");
    expect(filesHolding(data, secret)).toEqual([]);
    expect(filesHolding(data, '"me"')).toEqual([]);
  });

  it("refuses a second process on the same data, naming the first", async () => {
    const { config } = configured();
    const first = startPasserelle(["start", "--config", config]);
    await new Promise((resolve) => first.stdout.once("data", resolve));
    const second = await runPasserelle(["start", "--config", config], "aide\n");
    first.stdin.end();
    await new Promise((resolve) => first.once("close", resolve));
    expect(second.code).toBe(1);
    expect(second.err).toContain(String(first.pid));
  });

  it("loads none of mongoose, pg, redis and dotenv, neither chat platform's SDK, nor what draws, prints and knows files", async () => {
    const { config } = configured();
    const trace = join(temporaryFolder(), "loaded.txt");
    const preload = join(import.meta.dirname, "..", "support", "trace-loaded.mjs");
    const child = startPasserelle(["start", "--config", config], {
      NODE_OPTIONS: `--import ${preload}`,
      TRACE_LOADED: trace,
    });
    child.stdin.end("aide\n");
    await new Promise((resolve) => child.once("close", resolve));
    const loaded = readFileSync(trace, "utf8");
    expect(loaded).toContain("node_modules/lowdb/");
    expect(loaded).toContain("node_modules/natural/");
    expect(loaded).not.toMatch(
      /node_modules\/(?:mongoose|pg|redis|dotenv|discord\.js|matrix-bot-sdk|pdfkit|fontkit|@resvg|file-type)\//,
    );
  });
});

function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
