import { initAsync } from "@matrix-org/matrix-sdk-crypto-wasm";
import { describe, expect, it, vi } from "vitest";
import { decryptFile } from "../../../../src/adapters/matrix/crypto/encrypted-file.ts";
import { fieldOf } from "../../../../src/adapters/matrix/field-of.ts";
import { sizeOfPng } from "../../../../src/adapters/matrix/messages/size-of-png.ts";
import type { Attachment } from "../../../../src/model/reply.ts";
import { binaryFiles, itHandsOverFiles, pictureSize } from "../../../contracts/file-contract.ts";
import { MatrixRig } from "../../../support/matrix-rig.ts";
import { FakeMachine, message, sendingPath, sentTo } from "../../../support/matrix-sending.ts";

async function inClear(attachments: readonly Attachment[]) {
  const rig = await MatrixRig.start();
  const room = rig.directRoom(rig.homeserver.register("amina"));
  await rig.platform.send(message(room, "Voici", { attachments }));
  await rig.heard(room, attachments.length + 1);
  const contents = sentTo(rig, room).map(({ content }) => content);
  return { rig, contents: contents.slice(1) };
}

async function encrypted(attachments: readonly Attachment[]) {
  await initAsync();
  const machine = new FakeMachine();
  const rig = await MatrixRig.start({ machine });
  const amina = rig.homeserver.register("amina");
  const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted: true });
  await rig.platform.send(message(room, "Voici", { attachments }));
  await vi.waitFor(() => expect(sentTo(rig, room)).toHaveLength(attachments.length + 1));
  return { rig, contents: machine.encrypted.slice(1) };
}

/** What lies at the address a message tells of. */
function uploaded(rig: MatrixRig, url: unknown): Buffer {
  const file = rig.homeserver.state.media.get(String(url).split("/").at(-1) ?? "");
  return Buffer.from(file?.bytes ?? "");
}

itHandsOverFiles("Matrix", async (files) => {
  const { rig, contents } = await inClear(files);
  return contents.map(({ filename, url }) => ({
    name: String(filename),
    bytes: uploaded(rig, url),
  }));
});

itHandsOverFiles("an encrypted room", async (files) => {
  const { rig, contents } = await encrypted(files);
  return contents.map((content) => {
    const file = fieldOf(content, "file");
    const bytes = decryptFile(uploaded(rig, fieldOf(file, "url")), file);
    return { name: String(fieldOf(content, "filename")), bytes };
  });
});

it("shows a picture as one, its words as its caption, and offers a printed page", async () => {
  const { contents } = await inClear(binaryFiles);
  const [picture, page] = binaryFiles.map(({ text }) => Buffer.from(text, "base64").length);
  expect(contents).toMatchObject([
    {
      msgtype: "m.image",
      filename: "radar.png",
      body: "Garder nos documents : premiers pas",
      info: { mimetype: "image/png", size: picture, w: pictureSize.width, h: pictureSize.height },
    },
    {
      msgtype: "m.file",
      filename: "point-numerique.pdf",
      body: "point-numerique.pdf",
      info: { mimetype: "application/pdf", size: page },
    },
  ]);
  expect(contents[1]?.["info"]).not.toHaveProperty("w");
});

it("takes nothing for a picture that is none", () => {
  const png = Buffer.from(binaryFiles[0]?.text ?? "", "base64");
  expect(sizeOfPng(png)).toEqual(pictureSize);
  expect(sizeOfPng(png.subarray(0, 20))).toBeUndefined();
  expect(sizeOfPng(Buffer.from("GIF89a".padEnd(40)))).toBeUndefined();
});

describe("a file whose message got no answer before a restart", () => {
  it("is the same file under the same transaction after it", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    rig.homeserver.fail({ path: sendingPath, fault: { kind: "silence" } });
    await rig.platform.send(
      message(room, "", { key: "radar", attachments: binaryFiles.slice(0, 1) }),
    );
    await vi.waitFor(() => expect(rig.homeserver.requestsTo(sendingPath)).not.toEqual([]));
    await rig.stopBot();
    await rig.startBot();
    await rig.heard(room, 1);
    expect(rig.homeserver.requestsTo(/media\/v3\/upload/)).toHaveLength(1);
    const tries = rig.homeserver.requestsTo(sendingPath);
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map(({ path, body }) => JSON.stringify([path, body]))).size).toBe(1);
  });
});

describe("a file that the server does not take", () => {
  it.each([
    [413, { errcode: "M_TOO_LARGE" }],
    [413, {}],
    [403, { errcode: "M_FORBIDDEN" }],
  ])(
    "is named in words after the message, and what follows is shown (%i %j)",
    async (status, body) => {
      const rig = await MatrixRig.start();
      const room = rig.directRoom(rig.homeserver.register("amina"));
      rig.homeserver.fail({ path: /media\/v3\/upload/, fault: { kind: "refuse", status, body } });
      const language = "fr" as const;
      await rig.platform.send(message(room, "Voici", { attachments: binaryFiles, language }));
      await rig.heard(room, 3);
      expect(sentTo(rig, room).map(({ content }) => [content["msgtype"], content["body"]])).toEqual(
        [
          ["m.text", "Voici"],
          ["m.notice", "file-refused fr"],
          ["m.file", "point-numerique.pdf"],
        ],
      );
      expect(JSON.stringify(rig.log.lines)).toContain("file-refused");
    },
  );

  it("is tried again where the server only had no time for it", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    const fault = { kind: "refuse", status: 429, body: { errcode: "M_LIMIT_EXCEEDED" } } as const;
    rig.homeserver.fail({ path: /media\/v3\/upload/, fault });
    const attachments = binaryFiles.slice(0, 1);
    await rig.platform.send(message(room, "", { attachments }));
    await rig.heard(room, 1, 10_000);
    expect(sentTo(rig, room).map(({ content }) => content["filename"])).toEqual(["radar.png"]);
  });
});
