import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { bytesOfText } from "../../../src/handoff/files/byte-text.ts";
import { cleanJpeg } from "../../../src/handoff/files/clean-jpeg.ts";
import { cleanPng } from "../../../src/handoff/files/clean-png.ts";
import { cleanWebp } from "../../../src/handoff/files/clean-webp.ts";
import { orientationIn, type Orientation } from "../../../src/handoff/files/orientation.ts";
import {
  PLACE,
  phoneJpeg,
  points,
  profile,
  scan,
  tellingPng,
  tellingWebp,
} from "../../support/handoff-images.ts";

const kinds = [
  ["JPEG", cleanJpeg, phoneJpeg],
  ["PNG", cleanPng, tellingPng],
  ["WebP", cleanWebp, tellingWebp],
] as const;

function cleaned(
  clean: (bytes: Uint8Array) => Uint8Array | undefined,
  bytes: Uint8Array,
): Uint8Array {
  const found = clean(bytes);
  if (!found) throw new Error("not read");
  return found;
}

function holds(bytes: Uint8Array, part: Uint8Array | string): boolean {
  return Buffer.from(bytes).includes(
    Buffer.from(typeof part === "string" ? bytesOfText(part) : part),
  );
}

/** The orientation told by the only block of metadata there is. */
function orientationOf(bytes: Uint8Array): Orientation {
  const at = Buffer.from(bytes).indexOf(Buffer.from("MM\0*", "latin1"));
  return at === -1 ? 1 : orientationIn(bytes.subarray(at));
}

describe.each(kinds)("a %s that is passed on", (_, clean, make) => {
  it.each([1, 3, 6, 8] as const)("tells no place, and stays as it is turned: %i", (orientation) => {
    expect(holds(make(orientation), PLACE)).toBe(true);
    const after = cleaned(clean, make(orientation));
    expect(holds(after, PLACE)).toBe(false);
    expect(orientationOf(after)).toBe(orientation);
  });

  it("is the same once it is cleaned again", () => {
    const once = cleaned(clean, make(6));
    expect(cleaned(clean, once)).toEqual(once);
  });

  it("is refused where it is cut short, wherever that is, or cleaned all the same", () => {
    const whole = cleaned(clean, make(6));
    for (let length = 0; length < whole.length - 1; length += 1) {
      const after = clean(whole.subarray(0, length));
      expect(after === undefined || !holds(after, PLACE)).toBe(true);
    }
    expect(clean(whole.subarray(0, whole.length >> 1))).toBeUndefined();
  });
});

it("keeps each scan of a JPEG and its colours byte for byte", () => {
  const after = cleaned(cleanJpeg, phoneJpeg(6));
  const first = Buffer.from(after).indexOf(scan);
  expect(first).toBeGreaterThan(0);
  expect(Buffer.from(after).indexOf(scan, first + 1)).toBeGreaterThan(first);
  expect(holds(after, profile)).toBe(true);
  expect(holds(after, "JFIF")).toBe(true);
  expect([...after.subarray(-2)]).toEqual([0xff, 0xd9]);
});

it("keeps every point of a PNG, readable by another reader", () => {
  const { width, height, data } = decode(cleaned(cleanPng, tellingPng(6)), { checkCrc: true });
  expect([width, height, Uint8Array.from(data)]).toEqual([3, 2, points]);
});

it("keeps the size told by a WebP right, and its flags true", () => {
  const after = cleaned(cleanWebp, tellingWebp(6));
  const view = new DataView(after.buffer);
  expect(view.getUint32(4, true)).toBe(after.length - 8);
  expect(after[20]).toBe(0x28);
  expect(cleaned(cleanWebp, tellingWebp(1))[20]).toBe(0x20);
});
