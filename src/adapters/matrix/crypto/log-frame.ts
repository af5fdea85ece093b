import { createHash } from "node:crypto";

/** Bytes before a record's payload: its length (32 bits, little endian), then 8 bytes of its SHA-256. */
export const frameHeaderBytes = 12;

/** What was found in a log's bytes. */
export interface FramesFound {
  /** The whole records, oldest first. */
  readonly payloads: readonly Uint8Array[];
  /** Bytes of the whole records: where the next one belongs. */
  readonly soundBytes: number;
  /** What comes after them: nothing, a record that was being written, or whole records beyond damage. */
  readonly rest: "none" | "torn" | "damaged";
}

/** A record as it is written: its payload, protected by a length and a checksum. */
export function encodeFrame(payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(frameHeaderBytes + payload.length);
  frame.writeUInt32LE(payload.length, 0);
  checksum(payload).copy(frame, 4);
  frame.set(payload, frameHeaderBytes);
  return frame;
}

/**
 * Reads the records of a log back.
 * Each record is durable before the next one is begun, so a crash can only tear the last: a bad
 * record with a whole one somewhere behind it is damage.
 */
export function decodeFrames(bytes: Buffer): FramesFound {
  const payloads: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const payload = payloadAt(bytes, at);
    if (payload === undefined) break;
    payloads.push(payload);
    at += frameHeaderBytes + payload.length;
  }
  if (at === bytes.length) return { payloads, soundBytes: at, rest: "none" };
  return { payloads, soundBytes: at, rest: hasFrameAfter(bytes, at) ? "damaged" : "torn" };
}

function payloadAt(bytes: Buffer, at: number): Uint8Array | undefined {
  if (at + frameHeaderBytes > bytes.length) return undefined;
  const length = bytes.readUInt32LE(at);
  const start = at + frameHeaderBytes;
  // Never empty: a run of zeros left by a power cut must not read as records.
  if (length === 0 || start + length > bytes.length) return undefined;
  const payload = bytes.subarray(start, start + length);
  return checksum(payload).equals(bytes.subarray(at + 4, start)) ? payload : undefined;
}

function hasFrameAfter(bytes: Buffer, damagedAt: number): boolean {
  for (let at = damagedAt + 1; at + frameHeaderBytes < bytes.length; at += 1) {
    if (payloadAt(bytes, at) !== undefined) return true;
  }
  return false;
}

function checksum(payload: Uint8Array): Buffer {
  return createHash("sha256").update(payload).digest().subarray(0, 8);
}
