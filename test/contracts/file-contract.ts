import { encode } from "fast-png";
import { expect, it } from "vitest";
import type { Attachment } from "../../src/model/reply.ts";

/** A file as somebody received it. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Pixels of the picture below. */
export const pictureSize = { width: 40, height: 30 };

const png = encode({ ...pictureSize, channels: 3, data: noise(40 * 30 * 3) });
// Every byte there is, which no text holds.
const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(noise(4096))]);

/** A picture and a printed page, as the core hands them over. */
export const binaryFiles: readonly Attachment[] = [
  {
    name: "radar.png",
    type: "image/png",
    text: Buffer.from(png).toString("base64"),
    encoding: "base64",
    alt: "Garder nos documents : premiers pas",
  },
  {
    name: "point-numerique.pdf",
    type: "application/pdf",
    text: pdf.toString("base64"),
    encoding: "base64",
  },
];

/** What every platform does with files that are no text. @param show sends them, and gives what came of it */
export function itHandsOverFiles(
  platform: string,
  show: (files: readonly Attachment[]) => Promise<readonly ReceivedFile[]>,
): void {
  it(`${platform} hands over a picture and a printed page, byte for byte`, async () => {
    const received = await show(binaryFiles);
    expect(received.map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual([
      ["radar.png", Buffer.from(png)],
      ["point-numerique.pdf", pdf],
    ]);
  });

  it(`${platform} hands over words as they are, beside them`, async () => {
    const text = "qui;quand\nAmélie;mardi";
    const [csv] = await show([{ name: "feuille.csv", type: "text/csv", text }]);
    expect(Buffer.from(csv?.bytes ?? []).toString()).toBe(text);
  });
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + Math.floor(at / 256) * 7) % 256);
}
