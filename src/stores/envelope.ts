import { createHash } from "node:crypto";

/** What a file of the store holds: one JSON object, its `data` protected by a checksum. */
export interface Envelope {
  /** Version of the shape of the entries, from 1. */
  readonly version: number;
  /** Number of the write that made it; it grows over the whole folder. */
  readonly generation: number;
  /** The JSON text of each entry, as `JSON.stringify` writes it. */
  readonly entries: readonly string[];
}

/** What was found in a file. */
export type Decoded =
  | {
      readonly kind: "sound";
      readonly version: number;
      readonly generation: number;
      readonly entries: readonly unknown[];
    }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "damaged"; readonly why: string };

/** The text of a file. Nothing follows the closing brace, so a file cut at any byte is no JSON. */
export function encodeEnvelope({ version, generation, entries }: Envelope): string {
  const data = `[${entries.join(",")}]`;
  return `{"version":${version},"generation":${generation},"checksum":"${sha256(data)}","data":${data}}`;
}

/**
 * Reads a file's text back.
 * A newer version is told before the checksum is looked at: a later Passerelle may compute it otherwise.
 */
export function decodeEnvelope(text: string, newestVersion: number): Decoded {
  const fields = parseObject(text);
  if (fields === undefined) return { kind: "damaged", why: "it is not a whole JSON object" };
  const { version, generation, checksum, data } = fields;
  if (!isCount(version) || version < 1) return { kind: "damaged", why: "its version is missing" };
  if (version > newestVersion) return { kind: "newer", version };
  if (!isCount(generation)) return { kind: "damaged", why: "its generation is missing" };
  if (!Array.isArray(data)) return { kind: "damaged", why: "its data is missing" };
  if (checksum !== sha256(JSON.stringify(data))) {
    return { kind: "damaged", why: "its checksum does not match its data" };
  }
  return { kind: "sound", version, generation, entries: data };
}

interface Fields {
  readonly version?: unknown;
  readonly generation?: unknown;
  readonly checksum?: unknown;
  readonly data?: unknown;
}

function parseObject(text: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
