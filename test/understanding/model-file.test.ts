import { describe, expect, it } from "vitest";
import { decodeModel, encodeModel } from "../../src/understanding/model-file.ts";
import { trainModel } from "../../src/understanding/train.ts";
import { tinyLibrary } from "./tiny-library.ts";

const model = trainModel(tinyLibrary);
const bytes = encodeModel(model);

describe("the model file", () => {
  it("gives back what was learnt", () => {
    expect(decodeModel(bytes, "tiny")).toEqual(model);
  });

  it("is read wherever it stands in a buffer", () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeModel(larger.subarray(3), "tiny")).toEqual(model);
  });

  it("views the bytes instead of copying them", () => {
    expect(decodeModel(bytes, "tiny")?.weights.buffer).toBe(bytes.buffer);
  });

  it("is the same for the same library: learning is deterministic", () => {
    expect(encodeModel(trainModel(tinyLibrary))).toEqual(bytes);
  });

  it("is refused for another library", () => {
    expect(decodeModel(bytes, "other")).toBeUndefined();
  });

  it.each([0, 4, 8, 12, 17, 200, 5000])("is refused when byte %i is damaged", (at) => {
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(decodeModel(damaged, "tiny")).toBeUndefined();
  });

  it.each([0, 8, 16, 1000])("is refused when only %i bytes are left", (length) => {
    expect(decodeModel(bytes.slice(0, length), "tiny")).toBeUndefined();
  });

  it("is refused when its end is missing", () => {
    expect(decodeModel(bytes.slice(0, -8), "tiny")).toBeUndefined();
  });
});
