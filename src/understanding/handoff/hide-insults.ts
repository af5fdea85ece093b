/**
 * The text with insults behind a spoiler (`||…||`): who answers chooses whether to read them. The whole stays
 * as it was typed otherwise. Source: HANDOFF.md, 8 (safety for advisers).
 */
export function hideInsults(text: string): string {
  return text.replaceAll(insults, (word) => `||${word}||`);
}

/** Words that hurt whoever reads them, in French and English; none that is also an ordinary word. */
const words = [
  "conn?ard?e?s?",
  "connass?es?",
  "salop(?:e|es|ard|ards)",
  "encul[ée]e?s?",
  "put(?:e|es|ain)",
  "p[ée]tasses?",
  "b[âa]tarde?s?",
  "abrutie?s?",
  "d[ée]biles?",
  "cr[ée]tin(?:e|s|es)?",
  "imb[ée]ciles?",
  "idiote?s?",
  "va te faire (?:foutre|voir)",
  "ta gueule",
  "fils de pute",
  "nique ta m[èe]re",
  "bouffon(?:ne|s|nes)?",
  "tocards?",
  "fuck(?:ing|ers?|ed)?",
  "ass ?holes?",
  "bitch(?:es)?",
  "bastards?",
  "morons?",
  "idiots?",
  "cunts?",
  "wankers?",
  "dickheads?",
  "shut up",
];

const insults = new RegExp(
  // The longest first: "fils de pute" is hidden whole.
  String.raw`(?<![\p{L}|])(?:${words.toSorted((one, other) => other.length - one.length).join("|")})(?![\p{L}|])`,
  "giu",
);
