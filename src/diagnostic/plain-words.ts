/**
 * What somebody typed, on one line, as plain words of a report: no sign that would make it bold, none that
 * turns the direction of what comes after it.
 */
export function plainWords(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/gu, "")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll(/\*{2,}/gu, "*")
    .trim();
}
