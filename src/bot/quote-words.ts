import { maskPersonalData } from "../privacy/mask-personal-data.ts";

/**
 * What a person wrote, to be said again in a message of ours: personal data masked, on one line, and
 * without the signs by which it would become markup of ours (a link, bold, a tag, hidden words).
 */
export function quoteWords(words: string): string {
  return (
    maskPersonalData(words)
      .replaceAll("<", "‹")
      .replaceAll(">", "›")
      .replaceAll(/[*_`~|\\]/g, " ")
      // An address without its slashes is one that nobody can follow.
      .replaceAll(address, (start) => start.replaceAll("/", " "))
      // Brackets are how masks are shown; only with an address behind them are they a link.
      .replaceAll(/\](?=\()/g, "] ")
      .replaceAll(/\s+/g, " ")
      .trim()
  );
}

/** Where an address begins, as `https://` or `exemple.fr/`. */
const address = /(?<![\p{L}\d+.-])(?:[a-z][a-z\d+.-]*:\/\/|(?:[\p{L}\d-]+\.)+\p{L}{2,}\/)/giu;
