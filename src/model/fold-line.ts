/**
 * Calendar text with every line folded at 75 bytes, never inside a character.
 *
 * ical.js folds too, but lets the lines that follow a fold grow to 76 bytes with their leading space, and
 * Google then ignores the whole calendar.
 * @param unfolded lines ended by CRLF
 * Source: RFC 5545, section 3.1
 */
export function foldLines(unfolded: string): string {
  return unfolded.split("\r\n").map(foldLine).join("\r\n");
}

/** The lines as they were before folding. */
export function unfoldLines(folded: string): string {
  return folded.replaceAll(/\r?\n[ \t]/gu, "");
}

const MOST_BYTES = 75;

function foldLine(line: string): string {
  const folded: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const its = bytesOf(character);
    if (bytes + its > MOST_BYTES) {
      folded.push(part);
      part = " ";
      bytes = 1;
    }
    part += character;
    bytes += its;
  }
  return [...folded, part].join("\r\n");
}

/** In UTF-8; an unpaired half of a character is written as U+FFFD, of three bytes. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
