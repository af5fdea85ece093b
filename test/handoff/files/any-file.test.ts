import * as fc from "fast-check";
import { decode, encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { bytesOfText, joined } from "../../../src/handoff/files/byte-text.ts";
import { cleanJpeg } from "../../../src/handoff/files/clean-jpeg.ts";
import { cleanPng, pngChunk } from "../../../src/handoff/files/clean-png.ts";
import { cleanWebp, riff, webpChunk } from "../../../src/handoff/files/clean-webp.ts";
import { inspectFile } from "../../../src/handoff/files/inspect-file.ts";
import {
  PLACE,
  phoneJpeg,
  scan,
  tellingPng,
  tellingWebp,
  wordDocument,
  wordWithMacros,
} from "../../support/handoff-images.ts";

const seed = 8;
const whole = [phoneJpeg(6), tellingPng(3), tellingWebp(8), wordDocument(), wordWithMacros()];

/** A good file with bytes changed, cut off, doubled, or with another behind it. */
const spoiled = fc
  .record({
    file: fc.constantFrom(...whole),
    changes: fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 12 }),
    cut: fc.option(fc.nat(4000)),
    behind: fc.constantFrom(new Uint8Array(0), ...whole),
  })
  .map(({ file, changes, cut, behind }) => {
    const bytes = joined([cut === null ? file : file.subarray(0, cut), behind]);
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    return bytes;
  });

/** Words of a place wherever metadata may stand. */
const place = bytesOfText(PLACE);
const piece = fc
  .array(fc.oneof(fc.constant(place), fc.uint8Array({ maxLength: 40 })), { maxLength: 3 })
  .map((parts) => joined([...parts, place]));

function segment(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data]);
}

function tells(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && Buffer.from(bytes).includes(PLACE);
}

describe("any file", () => {
  it("is taken or refused, and nothing is ever thrown", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        const found = await inspectFile(bytes, "a.jpg");
        expect(["taken", "refused"]).toContain(found.kind);
        if (found.kind !== "taken" || !found.type.startsWith("image/")) return;
        const again = await inspectFile(found.bytes, "a.jpg");
        expect(again).toMatchObject({ kind: "taken", type: found.type, bytes: found.bytes });
      }),
      { seed, numRuns: 3000 },
    );
  });

  it("has a name that is only a name", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 100 }), async (name) => {
        const found = await inspectFile(tellingPng(1), `../${name}\u202e/..\\`);
        const shown = found.kind === "taken" ? found.name : "";
        expect(shown).toMatch(/^[^/\\<>@:|*?"`\p{Cc}\p{Cf}]{1,70}\.png$/u);
        expect(shown.startsWith(".")).toBe(false);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe("a picture, whatever it tells and in whatever order", () => {
  it("of JPEG keeps its scan and no place", () => {
    // Every marker that is none of the picture itself.
    const markers = fc.integer({ min: 0xe0, max: 0xfe });
    const told = fc.array(fc.tuple(markers, piece), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(told, piece, (metadata, behind) => {
        const clean = cleanJpeg(
          joined([
            Uint8Array.of(0xff, 0xd8),
            ...metadata.map(([marker, data]) => segment(marker, data)),
            segment(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
            segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
            scan,
            ...metadata.map(([marker, data]) => segment(marker, data)),
            Uint8Array.of(0xff, 0xd9),
            behind,
          ]),
        );
        expect(tells(clean)).toBe(false);
        expect(Buffer.from(clean ?? []).includes(Buffer.from(scan))).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it("of PNG shows the same points and no place", () => {
    const letters = fc.constantFrom("tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt", "caBX", "gpSs");
    const told = fc.array(fc.tuple(letters, piece), { minLength: 1, maxLength: 8 });
    const picture = fc.uint8Array({ minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(told, picture, (metadata, data) => {
        const plain = encode({ width: 2, height: 2, data, channels: 3 });
        const chunks = metadata.map(([name, inside]) => pngChunk(name, inside));
        const clean = cleanPng(
          joined([plain.subarray(0, 33), ...chunks, plain.subarray(33), place]),
        );
        expect(tells(clean)).toBe(false);
        expect([...decode(clean ?? new Uint8Array(0)).data]).toEqual([...data]);
      }),
      { seed, numRuns: 500 },
    );
  });

  it("of WebP keeps no place, in the pictures of a film either", () => {
    const letters = fc.constantFrom("EXIF", "XMP ", "GPS ", "abcd");
    const told = fc.array(fc.tuple(letters, piece), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(told, (metadata) => {
        const chunks = metadata.map(([name, data]) => webpChunk(name, data));
        const frame = joined([new Uint8Array(16), webpChunk("VP8 ", scan), ...chunks]);
        const film = [webpChunk("VP8X", new Uint8Array(10)), webpChunk("ANMF", frame), ...chunks];
        const clean = cleanWebp(joined([riff(film), place]));
        expect(tells(clean)).toBe(false);
        expect(Buffer.from(clean ?? []).includes(Buffer.from(scan))).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  it.each([
    ["PNG", tellingPng(1), 16],
    ["JPEG", phoneJpeg(1), undefined],
  ])("of %s that would fill the memory of who looks is refused", async (_, bytes, at) => {
    const huge = bytes.slice();
    // The sizes of a PNG stand in its first chunk, those of a JPEG in its frame.
    const frame = at ?? Buffer.from(huge).indexOf(Uint8Array.of(0xff, 0xc0)) + 5;
    huge.fill(0xff, frame, frame + 4);
    expect(await inspectFile(huge, "a")).toEqual({ kind: "refused", why: "damaged" });
  });
});
