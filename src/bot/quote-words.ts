import { maskPersonalData } from "../privacy/mask-personal-data.ts";

/**
 * What a person wrote, to be said again in a message of ours: personal data masked, on one line, and
 * without the signs by which it would become markup of ours (a link, bold, a tag).
 */
export function quoteWords(words: string): string {
  return (
    maskPersonalData(words)
      .replaceAll("<", "‹")
      .replaceAll(">", "›")
      .replaceAll(/[*_`~\\]/g, " ")
      // Brackets are how masks are shown; only with an address behind them are they a link.
      .replaceAll(/\](?=\()/g, "] ")
      .replaceAll(/\s+/g, " ")
      .trim()
  );
}
