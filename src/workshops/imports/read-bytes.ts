import { type ImportProblem, problem } from "./import-reading.ts";

/** The text of a file, or why it is not read. */
export type BytesReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly problem: ImportProblem };

/** What an import reads at most. */
const MOST_BYTES = 5_000_000;
const MOST_LINES = 100_000;
/** Of one file, once its series are followed. */
export const MOST_WORKSHOPS = 5000;

/**
 * The text of a file somebody gave: UTF-8 or UTF-16 by its mark, UTF-8 when it is valid, else what Windows
 * writes in Western Europe. Big files, spreadsheets and other bytes are refused.
 */
export function readBytes(bytes: Uint8Array): BytesReading {
  if (bytes.length > MOST_BYTES) {
    return refused(problem("import-too-big", { most: MOST_BYTES / 1_000_000 }));
  }
  // "PK\u0003\u0004" opens xlsx and ods, D0 CF 11 E0 the xls of before.
  const start = [...bytes.subarray(0, 4)].join(" ");
  if (start === "80 75 3 4" || start === "208 207 17 224")
    return refused(problem("import-spreadsheet"));
  const text = decode(bytes);
  if (text.includes("\0")) return refused(problem("import-not-text"));
  if (countLines(text) > MOST_LINES) {
    return refused(problem("import-too-many-lines", { most: MOST_LINES }));
  }
  return { kind: "text", text };
}

function refused(why: ImportProblem): BytesReading {
  return { kind: "refused", problem: why };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte is a letter.
    return decodeWindows(bytes);
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const windowsLetters = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Node 20 decodes these bytes as Latin-1 (https://github.com/nodejs/node/issues/56542). */
function decodeWindows(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replaceAll(
    /[\u0080-\u009f]/gu,
    (control) => windowsLetters[control.charCodeAt(0) - 0x80] ?? " ",
  );
}

function countLines(text: string): number {
  let count = 1;
  for (const _ of text.matchAll(/\r\n|\r|\n/gu)) count += 1;
  return count;
}
