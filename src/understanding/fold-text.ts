/** The longest text read, in UTF-16 units; of a longer one the beginning and the end are kept, where needs are said. */
export const maxReadLength = 2000;

// Characters of a compatibility form can unfold into many (U+FDFA gives 18), so the text is bounded before and after.
const half = maxReadLength / 2;

/**
 * Text as the assistant compares it: lower case, no accents, plain apostrophes, no invisible
 * character, letters repeated for emphasis written once, at most `maxReadLength` units. Emoji stay.
 */
export function foldText(text: string): string {
  const plain = bounded(text)
    .replace(/\p{Surrogate}/gu, " ")
    .normalize("NFC")
    .toLowerCase()
    .replace(/\p{Cf}|\p{Emoji_Modifier}/gu, "")
    // Before accents go: "créée" holds three letters e of which only two are alike.
    .replace(/([\p{L}!?.])\1{2,}/gu, (run: string, letter: string) =>
      run === "www" ? run : letter,
    )
    .replace(/№|n°/gu, " numero ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæøłđßı]/gu, (letter) => ligatures[letter] ?? letter)
    .replace(/[’‘‛ʼ`´′]/gu, "'")
    .replace(/[“”„«»″]/gu, '"')
    .replace(/[‐-―−]/gu, "-")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return bounded(plain);
}

const ligatures: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  ı: "i",
};

function bounded(text: string): string {
  if (text.length <= maxReadLength) return text;
  return `${text.slice(0, half - 1)} ${text.slice(-half)}`;
}
