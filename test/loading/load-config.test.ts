import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/loading/load-config.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

function load(text: string) {
  const folder = temporaryFolder();
  writeFiles(folder, { "bot.config.json": text });
  return () => loadConfig(join(folder, "bot.config.json"));
}

describe("the configuration", () => {
  it("is all defaults when there is no file", () => {
    expect(loadConfig("/nowhere/bot.config.json")).toMatchObject({
      language: "fr",
      conversationDays: 7,
    });
  });

  it("keeps what is set and fills in the rest", () => {
    expect(load('{"language":"en"}')()).toMatchObject({ language: "en", maxCharacters: 4000 });
  });

  it("names every fault at once, unknown keys too", () => {
    const faulty = load('{"langage":"fr","conversationDays":0,"timeZone":"Europe/Nantes"}');
    expect(faulty).toThrow(/langage/);
    expect(faulty).toThrow(/conversationDays/);
    expect(faulty).toThrow(/Europe\/Paris/);
  });

  it("lets messages be three days old at most, so that what is remembered of them stays short", () => {
    expect(load('{"oldestMessageHours":72}')().oldestMessageHours).toBe(72);
    expect(load('{"oldestMessageHours":73}')).toThrow(/oldestMessageHours/);
  });

  it("needs of a Matrix account its homeserver and its name, and says what is odd of the rest", () => {
    const account = { homeserver: "https://matrix.example.org/", userId: "@bot:example.org" };
    const matrix = (more: object) => load(JSON.stringify({ matrix: { ...account, ...more } }));
    expect(matrix({})().matrix).toMatchObject({
      homeserver: "https://matrix.example.org",
      encryption: "on",
      invitations: "anyone",
    });
    const from = ["@amina:example.org", "example.org", "localhost:8448"];
    expect(matrix({ invitations: { from } })().matrix?.invitations).toEqual({ from });
    expect(load('{"matrix":{}}')).toThrow(/matrix\.homeserver/);
    expect(matrix({ userId: "bot" })).toThrow(/@name:example\.org/);
    expect(matrix({ homeserver: "ftp://example.org" })).toThrow(/https/);
    expect(matrix({ invitations: { from: ["a b"] } })).toThrow(/invitations/);
    expect(matrix({ token: "secret" })).toThrow(/token/);
  });

  it("must be there when somebody named it", () => {
    expect(() => loadConfig("/nowhere/typo.json", true)).toThrow(/typo\.json/);
  });

  it("says that it is not JSON", () => {
    expect(load("{language: fr}")).toThrow(/not JSON/);
  });
});
