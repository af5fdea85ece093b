import { describe, expect, it } from "vitest";
import { bytesOfText, joined } from "../../../../src/handoff/files/byte-text.ts";
import type { IncomingFile } from "../../../../src/model/incoming-message.ts";
import { PLACE, phoneJpeg, wordDocument } from "../../../support/handoff-images.ts";
import { RelayRig } from "../../../support/relay-rig.ts";

function file(name: string, bytes: Uint8Array): IncomingFile {
  const read = () => Promise.resolve(bytes);
  return { name, type: "application/octet-stream", size: bytes.length, read };
}

async function talking(): Promise<RelayRig> {
  const rig = new RelayRig();
  await rig.hasRequest();
  return rig;
}

const voice = joined([
  bytesOfText("OggS\0\u0002"),
  new Uint8Array(22),
  bytesOfText("OpusHead\u0001\u0001"),
]);

describe("a file of a message", () => {
  it("waits on the shelf, crosses without its place, and is kept no longer", async () => {
    const rig = await talking();
    expect(await rig.asks("a1", "Voici", { files: [file("photo.jpg", phoneJpeg(6))] })).toEqual([]);
    expect(await rig.shelf.list()).toHaveLength(1);
    rig.restart();
    await rig.sends();
    const [shown] = rig.shownTo("team");
    expect(shown?.attachments).toMatchObject([
      { name: "photo.jpg", type: "image/jpeg", encoding: "base64" },
    ]);
    const bytes = Buffer.from(shown?.attachments[0]?.text ?? "", "base64");
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(bytes.includes(PLACE)).toBe(false);
    expect(await rig.shelf.list()).toEqual([]);
  });

  it("that cannot cross is told of to its sender, and the words cross all the same", async () => {
    const rig = await talking();
    const files = [
      file("virus.exe", bytesOfText(`MZ${"\0".repeat(100)}`)),
      file("lettre.docx", wordDocument()),
    ];
    const told = await rig.asks("a1", "Voici", { files });
    expect(told[0]).toContain("virus.exe");
    expect(told[1]).toContain("le nom de qui l'a écrit");
    await rig.sends();
    expect(rig.shownTo("team")).toMatchObject([
      { text: "**Personne A-127**\nVoici", attachments: [{ name: "lettre.docx" }] },
    ]);
  });

  it("that cannot be had is asked for again, and an adviser reads it in the thread", async () => {
    const rig = await talking();
    const lost = { ...file("a.pdf", voice), read: () => Promise.reject(new Error("gone")) };
    await rig.answers("b1", "", { files: [lost] });
    await rig.sends();
    expect(rig.shownTo("asker")).toEqual([]);
    const [told] = rig.shownTo("team");
    expect(told?.text).toContain("a.pdf");
    expect(told?.thread).toBe("offer-1");
  });

  it("that is a voice comes with the wish for a text, which reaches who sent it once", async () => {
    const rig = await talking();
    await rig.asks("a1", "", { files: [file("voix.ogg", voice)] });
    await rig.sends();
    const [shown] = rig.shownTo("team");
    expect(shown).toMatchObject({ text: "**Personne A-127**\nFichier joint : voix.opus" });
    expect(shown?.choices.map(({ label }) => label)).toEqual(["Je préfère un texte"]);
    const press = { pressed: "Je préfère un texte", pressedKey: shown?.key };
    await rig.answers("p1", "", press);
    await rig.answers("p1", "", press);
    await rig.sends();
    expect(rig.shownTo("asker").map(({ text }) => text)).toEqual([
      expect.stringContaining("préfère le lire"),
    ]);
  });

  it("goes from the shelf when its message is taken away first", async () => {
    const rig = await talking();
    await rig.asks("a1", "", { files: [file("photo.jpg", phoneJpeg(1))] });
    await rig.deletes("a1", "asker");
    expect(await rig.shelf.list()).toEqual([]);
  });
});
