import { describe, expect, it } from "vitest";
import { inspectFile, MOST_BYTES } from "../../../src/handoff/files/inspect-file.ts";
import { bytesOfText, joined } from "../../../src/handoff/files/byte-text.ts";
import {
  PLACE,
  phoneJpeg,
  tellingPng,
  tellingWebp,
  wordDocument,
  wordWithMacros,
  zipOf,
} from "../../support/handoff-images.ts";

const pdf = bytesOfText("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
const ogg = joined([
  bytesOfText("OggS\0\u0002"),
  new Uint8Array(22),
  bytesOfText("OpusHead\u0001\u0001"),
]);

describe("a file that is to be passed on", () => {
  it.each([
    ["photo.jpg", phoneJpeg(6), "image/jpeg", "photo.jpg"],
    ["../../carte.exe.txt", tellingPng(1), "image/png", "carte.exe.png"],
    ["image", tellingWebp(1), "image/webp", "image.webp"],
    ["statuts.docx", pdf, "application/pdf", "statuts.pdf"],
    [
      "@everyone\u202e lettre.docx",
      wordDocument(),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "everyone lettre.docx",
    ],
  ])("is what it holds, whatever its name: %s", async (name, bytes, type, shown) => {
    expect(await inspectFile(bytes, name)).toMatchObject({ kind: "taken", type, name: shown });
  });

  it("loses its place on the way, when it is a picture", async () => {
    for (const bytes of [phoneJpeg(6), tellingPng(6), tellingWebp(6)]) {
      // oxlint-disable-next-line no-await-in-loop
      const found = await inspectFile(bytes, "photo");
      const after = found.kind === "taken" ? Buffer.from(found.bytes) : Buffer.from(PLACE);
      expect(after.includes(PLACE)).toBe(false);
    }
  });

  it("is known as a voice message", async () => {
    expect(await inspectFile(ogg, "voix.ogg")).toMatchObject({ kind: "taken", isVoice: true });
  });

  it.each([
    ["a program under the name of a picture", bytesOfText(`MZ${"\0".repeat(200)}`), "not-taken"],
    ["a program of Linux", joined([bytesOfText("\u007fELF"), new Uint8Array(64)]), "not-taken"],
    ["an archive", zipOf({ "a.txt": "a" }), "not-taken"],
    [
      "a drawing that may hold a script",
      bytesOfText('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      "not-taken",
    ],
    ["a page", bytesOfText("<html><script>1</script></html>"), "not-taken"],
    ["nothing", new Uint8Array(0), "not-taken"],
    ["a document with macros", wordWithMacros(), "macros"],
    ["one that hides them", wordDocument({ "word/vbaProject.bin": "x" }), "macros"],
    ["one that carries a program", wordDocument({ "word/embeddings/a.exe": "x" }), "macros"],
    [
      "an old document",
      joined([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(600)]),
      "macros",
    ],
    ["a document that would fill the disk", wordDocument({}, 0xfffffff0), "damaged"],
    ["a picture that moves", bytesOfText("GIF89a\u0001\0\u0001\0\0\0\0;"), "not-cleaned"],
    [
      "a picture of a recent phone",
      joined([
        Uint8Array.of(0, 0, 0, 24),
        bytesOfText("ftypheic\0\0\0\0mif1heic"),
        new Uint8Array(32),
      ]),
      "not-cleaned",
    ],
    ["a picture cut short", phoneJpeg(1).subarray(0, 60), "damaged"],
    ["more than 10 MB", new Uint8Array(MOST_BYTES + 1), "too-big"],
  ])("is refused: %s", async (_, bytes, why) => {
    expect(await inspectFile(bytes, "photo.jpg")).toEqual({ kind: "refused", why });
  });
});
