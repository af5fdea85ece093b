import { expect, it } from "vitest";
import { messageBodies } from "../../../src/adapters/discord/sending/message-bodies.ts";
import { type Attachment, type Reply, say } from "../../../src/model/reply.ts";
import { binaryFiles, itHandsOverFiles } from "../../contracts/file-contract.ts";
import { HearingDiscord } from "../../support/hearing-discord.ts";

const showing = {
  withWords: false,
  tell: (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`,
};

function reply(attachments: readonly Attachment[], to: Reply["to"]): Reply {
  return { ...say("Voici."), attachments, key: "f".repeat(22), kind: "reply", to };
}

async function received(files: readonly Attachment[]) {
  const discord = await HearingDiscord.start();
  const amina = discord.server.person("amina");
  const room = amina.direct().id;
  await discord.platform.send(reply(files, { platform: "discord", room, isDirect: true }));
  return amina.seesFromBot(amina.direct()).flatMap(({ attachments }) => attachments);
}

itHandsOverFiles("Discord", async (files) =>
  (await received(files)).map(({ filename, bytes }) => ({ name: filename, bytes })),
);

it("says what a picture shows to those who do not see it", async () => {
  const shown = await received(binaryFiles);
  expect(shown.map(({ description, contentType }) => [description, contentType])).toEqual([
    ["Garder nos documents : premiers pas", "image/png"],
    [undefined, "application/pdf"],
  ]);
});

function fileOf(name: string, size: number): Attachment {
  const text = Buffer.alloc(size, 1).toString("base64");
  return { name, type: "application/pdf", text, encoding: "base64" };
}

it.each<[string, readonly Attachment[], readonly string[], string]>([
  [
    "too large",
    [fileOf("a.pdf", 11 * 1024 * 1024), fileOf("b.pdf", 1000)],
    ["b.pdf"],
    'files-too-large {"names":"a.pdf"}',
  ],
  [
    "too many",
    Array.from({ length: 11 }, (_, at) => fileOf(`${at}.pdf`, 10)),
    Array.from({ length: 9 }, (_, at) => `${at}.pdf`),
    'files-too-large {"names":"9.pdf, 10.pdf"}',
  ],
])("names the files it has no room for: %s", (_, files, sent, said) => {
  const to = { platform: "discord", room: "1", isDirect: true };
  const [made] = messageBodies(reply(files, to), showing);
  expect(made?.files.map(({ name }) => name)).toEqual(sent);
  expect(made?.body.content).toBe(`Voici.\n\n${said}`);
});
