import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { ConsolePlatform } from "../../src/adapters/console/console-platform.ts";
import { saveFile } from "../../src/adapters/console/save-file.ts";
import { describeSent } from "../../src/adapters/simulated/simulate-protocol.ts";
import { type Reply, say } from "../../src/model/reply.ts";
import { binaryFiles, itHandsOverFiles } from "../contracts/file-contract.ts";
import { questionOf } from "../support/questionnaire-reply.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const to = { platform: "console", room: "terminal", isDirect: true };
const tell = (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`;

function reply(more: Partial<Reply>): Reply {
  return { ...say("Voici."), key: "k", kind: "reply", to, ...more };
}

/** What a terminal shows of a reply, and where it saves files. */
async function shown(more: Partial<Reply>, folder = join(temporaryFolder(), "fichiers")) {
  const output = new PassThrough();
  const platform = new ConsolePlatform({
    input: new PassThrough(),
    output,
    isInteractive: false,
    style: { hasColours: false, width: 0 },
    welcome: "",
    nextId: () => "1",
    now: () => new Date(0),
    saveFile: (file) => saveFile(file, { folder, tell }),
  });
  await platform.send(reply(more));
  return { folder, text: String(output.read()) };
}

itHandsOverFiles("the terminal", async (files) => {
  const { folder, text } = await shown({ attachments: files });
  return files.map(({ name, encoding }) => {
    if (encoding !== undefined) return { name, bytes: readFileSync(join(folder, name)) };
    const inside = text.split(`--- ${name}\n`)[1]?.split("\n---")[0] ?? "";
    return { name, bytes: Buffer.from(inside) };
  });
});

it("tells where a picture is and what it shows, to the person alone", async () => {
  const { folder, text } = await shown({ attachments: binaryFiles });
  const [png] = binaryFiles.map(({ text: base64 }) => Buffer.from(base64, "base64").length);
  const path = join(folder, "radar.png");
  const about = { name: "radar.png", type: "image/png", size: png, path };
  expect(text).toContain(`${tell("file-saved", about)}\nGarder nos documents : premiers pas`);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

it("writes over nothing, and says so when nothing can be written", async () => {
  const { folder } = await shown({ attachments: binaryFiles });
  const others = binaryFiles.slice(0, 1).map((file) => ({ ...file, text: "AAAA" }));
  const again = await shown({ attachments: others }, folder);
  expect(again.text).toContain(join(folder, "radar-2.png"));
  expect(readdirSync(folder).toSorted()).toEqual([
    "point-numerique.pdf",
    "radar-2.png",
    "radar.png",
  ]);
  const taken = join(temporaryFolder(), "fichier");
  writeFileSync(taken, "");
  const refused = await shown({ attachments: binaryFiles.slice(0, 1) }, taken);
  expect(refused.text).toContain("Voici.");
  expect(refused.text).toContain("file-not-saved");
});

it("keeps one file of what is shown again, as after a crash", async () => {
  const { folder } = await shown({ attachments: binaryFiles });
  const again = await shown({ attachments: binaryFiles }, folder);
  expect(again.text).toContain(`${join(folder, "radar.png")}"`);
  expect(readdirSync(folder)).toHaveLength(binaryFiles.length);
});

it("shows nothing of a file that would act on the terminal", async () => {
  const text = "qui;\u001B[2J\u009B31mKarim\r\nfin";
  const seen = await shown({ attachments: [{ name: "a.csv", type: "text/csv", text }] });
  expect(seen.text).toContain("--- a.csv\nqui;[2J31mKarim\nfin\n---");
});

it.each(["..", "", "C:\\dehors.png", "/etc/dehors.png", "a\u0000b.png", "é".repeat(300)])(
  "writes nothing outside its folder for a file called %j",
  async (name) => {
    const files = binaryFiles.slice(0, 1).map((file) => ({ ...file, name }));
    const parent = temporaryFolder();
    const { text } = await shown({ attachments: files }, join(parent, "fichiers"));
    expect(text).toMatch(/file-(?:not-)?saved/u);
    expect(readdirSync(parent)).toEqual(["fichiers"]);
  },
);

it("stays in its folder, whatever a file is called", async () => {
  const files = binaryFiles.slice(0, 1).map((file) => ({ ...file, name: "../../dehors.png" }));
  const { folder } = await shown({ attachments: files });
  expect(readdirSync(folder)).toEqual(["dehors.png"]);
});

it("lists nothing under a text that lists its choices", async () => {
  const question = questionOf(4);
  const { text } = await shown(question);
  expect(text.trim()).toBe(question.text);
});

it("tells the true size of files to who simulates", () => {
  const line: unknown = JSON.parse(describeSent(reply({ attachments: binaryFiles }), new Date(0)));
  expect(line).toMatchObject({
    attachments: binaryFiles.map(({ name, type, text }) => ({
      name,
      type,
      bytes: Buffer.from(text, "base64").length,
    })),
  });
});
