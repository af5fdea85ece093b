import type { Calibration, TrainedModel } from "./trained-model.ts";

// The file: "PSRL", format, checksum of what follows, bytes of the names; the names, one a line (the
// library's hash, the intents, an empty line, the known words); the figures; then the arrays. All begin
// on a multiple of 8, so that they are viewed, not copied. Numbers are little-endian.
const magic = 0x4c52_5350;
// To be raised whenever features or learning change: an older model would read them wrongly.
const format = 7;
const preamble = 16;
const figureCount = 21;

/** Writes a model as bytes; the same model gives the same bytes. */
export function encodeModel(model: TrainedModel): Uint8Array {
  const { vocabulary, exact, calibration, knownWords } = model;
  const names = new TextEncoder().encode(
    [model.libraryHash, ...model.intents, "", ...knownWords.words].join("\n"),
  );
  const figures = Float64Array.of(
    vocabulary.total,
    vocabulary.hashes.length,
    exact.keys.length,
    model.languageEvidence.length,
    knownWords.words.length,
    ...figuresOf(calibration.fr),
    ...figuresOf(calibration.en),
  );
  const arrays = [
    names,
    figures,
    exact.keys,
    exact.labels,
    vocabulary.hashes,
    vocabulary.sentences,
    knownWords.counts.fr,
    knownWords.counts.en,
    model.scales,
    model.biases,
    model.languageEvidence,
    model.weights,
  ];
  const size = arrays.reduce((sum, array) => sum + aligned(array.byteLength), preamble);
  const bytes = new Uint8Array(size);
  let at = preamble;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, format, true);
  view.setUint32(12, names.length, true);
  view.setUint32(8, checksum(bytes), true);
  return bytes;
}

/**
 * Reads a model back, its arrays views of `bytes`; undefined when it was learnt from another library,
 * written in another format, or is damaged.
 */
export function decodeModel(bytes: Uint8Array, hash: string): TrainedModel | undefined {
  // Views need an aligned start; a slice of a larger buffer may have none.
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset, byteLength } = whole;
  if (byteLength < preamble || byteLength % 8 !== 0) return undefined;
  const view = new DataView(buffer, byteOffset, byteLength);
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== format) return undefined;
  if (view.getUint32(8, true) !== checksum(whole)) return undefined;
  let next = byteOffset + preamble;
  const take = (size: number) => {
    const at = next;
    next += aligned(size);
    return at;
  };
  const nameBytes = view.getUint32(12, true);
  const names = new TextDecoder().decode(new Uint8Array(buffer, take(nameBytes), nameBytes));
  const [head = "", words = ""] = names.split("\n\n");
  const [libraryHash = "", ...intents] = head.split("\n");
  if (libraryHash !== hash) return undefined;
  const figures = new Float64Array(buffer, take(8 * figureCount), figureCount);
  const [total = 0, features = 0, exact = 0, evidence = 0, known = 0, ...calibrations] = figures;
  const classes = intents.length + 1;
  return {
    libraryHash,
    intents,
    exact: {
      keys: new Float64Array(buffer, take(exact * 8), exact),
      labels: new Uint16Array(buffer, take(exact * 2), exact),
    },
    vocabulary: {
      hashes: new Uint32Array(buffer, take(features * 4), features),
      sentences: new Uint16Array(buffer, take(features * 2), features),
      total,
    },
    knownWords: {
      words: known === 0 ? [] : words.split("\n"),
      counts: {
        fr: new Uint16Array(buffer, take(known * 2), known),
        en: new Uint16Array(buffer, take(known * 2), known),
      },
    },
    scales: new Float32Array(buffer, take(classes * 4), classes),
    biases: new Float32Array(buffer, take(classes * 4), classes),
    languageEvidence: new Int8Array(buffer, take(evidence), evidence),
    weights: new Int8Array(buffer, take(features * classes), features * classes),
    calibration: {
      fr: calibrationOf(calibrations.slice(0, 8)),
      en: calibrationOf(calibrations.slice(8)),
    },
  };
}

function figuresOf({
  temperature,
  scope,
  sure,
  surelyInScope,
  likelyInScope,
}: Calibration): number[] {
  return [temperature, sure, surelyInScope, likelyInScope, ...scope];
}

function calibrationOf(figures: readonly number[]): Calibration {
  const [
    temperature = 1,
    sure = 1,
    surelyInScope = 1,
    likelyInScope = 1,
    a = 0,
    b = 0,
    c = 0,
    d = 0,
  ] = figures;
  return { temperature, scope: [a, b, c, d], sure, surelyInScope, likelyInScope };
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8;
}

/** 32 bits of what follows the checksum itself; any one changed word changes it. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let sum = 0x811c_9dc5;
  for (let at = 3; at < words.length; at += 1) {
    sum = Math.imul(sum ^ (words[at] ?? 0), 0x0100_0193);
    sum = (sum << 13) | (sum >>> 19);
  }
  return sum >>> 0;
}
