import { initAsync } from "@matrix-org/matrix-sdk-crypto-wasm";
import { describe, expect, it } from "vitest";
import { encryptFile } from "../../../src/adapters/matrix/crypto/encrypted-file.ts";
import { answering, inTeam, inThread, offered } from "../../support/listening-matrix.ts";

describe("what comes with a message", () => {
  it("a reply to somebody says whose it is and its words, once it is for us", async () => {
    const { rig, camille, bob, room, heard, last } = await inTeam();
    const asked = rig.world.say(room, bob.user, "comment faire un don ?");
    await heard(1);
    rig.world.say(room, camille.user, "moi aussi", answering(asked));
    await heard(2);
    expect(last()).toMatchObject({ isForUs: false, repliesTo: { id: asked } });
    const meant = { id: asked, from: bob.user, text: "comment faire un don ?" };
    for (const words of ["transmettre", "Transmettre à un conseiller", "hand over, please"]) {
      const before = rig.received.length;
      rig.world.say(room, camille.user, words, answering(asked));
      // oxlint-disable-next-line no-await-in-loop
      await heard(before + 1);
      expect(last()).toMatchObject({ isForUs: true, text: words, repliesTo: meant });
    }
    rig.world.say(room, camille.user, "transmettre");
    await heard(6);
    expect(last()?.isForUs).toBe(false);
  });

  it("a reply to us says which message of ours it answers, and is taken though the server tells nothing", async () => {
    const { rig, camille, room, root, heard, last } = await offered();
    rig.homeserver.fail({
      path: /\/event\//,
      times: Infinity,
      fault: { kind: "refuse", status: 500, body: {} },
    });
    rig.world.say(room, camille.user, "ok", answering(root));
    await heard(1);
    expect(last()).toMatchObject({ isForUs: true, repliesTo: { id: root } });
    rig.world.say(room, camille.user, "transmettre", answering("$unknown"));
    await heard(2);
    expect(last()?.repliesTo).toEqual({ id: "$unknown" });
  });

  it("a file alone is handed in between us and in a thread of ours, and not among others", async () => {
    const { rig, camille, room, root, heard, last } = await offered();
    const bytes = Buffer.from([1, 2, 3, 250]);
    const put = (type: string) => {
      rig.homeserver.state.media.set("picture", { bytes, type });
      return {
        msgtype: "m.image",
        url: "mxc://fake.test/picture",
        info: { mimetype: type, size: 4 },
      };
    };
    const picture = put("image/png");
    rig.world.say(room, camille.user, "a.png", { ...picture, ...answering(root) });
    rig.world.say(room, camille.user, "a.png", { ...picture, ...inThread(root) });
    await heard(1);
    expect(last()).toMatchObject({ text: "", thread: root });
    const direct = rig.directRoom(rig.homeserver.register("amina"));
    rig.world.say(direct, "@amina:fake.test", "a.png", picture);
    await heard(2);
    const [file] = last()?.files ?? [];
    expect(file).toMatchObject({ name: "a.png", type: "image/png", size: 4 });
    expect(Buffer.from((await file?.read()) ?? [])).toEqual(bytes);
    rig.world.say(direct, "@amina:fake.test", "a.png", { ...picture, info: { size: 3 } });
    await heard(3);
    await expect(last()?.files?.[0]?.read()).rejects.toThrow(RangeError);
  });

  it("an encrypted file is decrypted, and refused when it is not what was sent", async () => {
    await initAsync();
    const { rig, heard, last } = await inTeam();
    const direct = rig.directRoom(rig.homeserver.register("amina"));
    const { bytes, file } = encryptFile(Buffer.from("le procès-verbal"));
    const { media } = rig.homeserver.state;
    media.set("sealed", { bytes: Buffer.from(bytes), type: "application/octet-stream" });
    const content = {
      msgtype: "m.file",
      filename: "pv.pdf",
      info: { mimetype: "application/pdf", size: bytes.length },
      file: { ...file, url: "mxc://fake.test/sealed" },
    };
    rig.world.say(direct, "@amina:fake.test", "voici", content);
    await heard(1);
    expect(last()).toMatchObject({ text: "voici", files: [{ name: "pv.pdf" }] });
    const read = async () => last()?.files?.[0]?.read();
    expect(Buffer.from((await read()) ?? []).toString()).toBe("le procès-verbal");
    media.set("sealed", { bytes: Buffer.alloc(bytes.length), type: "application/octet-stream" });
    await expect(read()).rejects.toThrow(/hash|mismatch/i);
  });

  it("a text file is read as words, and given as a file too", async () => {
    const { rig, heard, last } = await inTeam();
    const direct = rig.directRoom(rig.homeserver.register("amina"));
    rig.homeserver.state.media.set("words", {
      bytes: Buffer.from("une question"),
      type: "text/plain",
    });
    rig.world.say(direct, "@amina:fake.test", "message.txt", {
      msgtype: "m.file",
      url: "mxc://fake.test/words",
      info: { mimetype: "text/plain", size: 12 },
    });
    await heard(1);
    expect(last()).toMatchObject({ text: "une question", files: [{ name: "message.txt" }] });
  });
});
