/** Why something was taken out. */
export type RemovedKind = "contact" | "name" | "place" | "amount" | "association";

/** A text for everybody, and what was taken out of it; a person reads it too. */
export interface Cleaned {
  readonly text: string;
  readonly removed: readonly { readonly kind: RemovedKind; readonly words: string }[];
}

/** What is known of who asked, and how contacts are found. */
export interface CleaningView {
  /** Names and places told with the request: « Camille », « Loire-Atlantique ». */
  readonly names: readonly string[];
  readonly places: readonly string[];
  /** Hides e-mails, phones, accounts and announced names: see `maskPersonalData`. */
  readonly mask: (text: string) => string;
  /** What stands in the place of each. */
  readonly instead: Readonly<Record<RemovedKind, string>>;
}

const capital = String.raw`\p{Lu}[\p{L}\p{N}'’-]*`;
const joined = String.raw`(?:\s+(?:de|du|des|d['’]|la|le|les|et|of|the|and)\s*${capital}|\s+${capital})*`;
const quoted = String.raw`[«"“]\s?[^»"”\n]{2,60}\s?[»"”]`;

const patterns: readonly (readonly [RemovedKind, RegExp])[] = [
  [
    "association",
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:association|asso|amicale|comité|club|collectif|fédération|chorale|society|charity)\s)(?:${quoted}|${capital}${joined})`,
      "gu",
    ),
  ],
  ["amount", /\b\d[\d\s.,\u00A0\u202F]*(?:€|euros?|EUR|k€|\$|£)(?![\p{L}])|[€£$]\s?\d[\d.,]*/giu],
  [
    "name",
    new RegExp(
      String.raw`(?<!\p{L})(?:M\.|Mme|Mlle|Mr|Mrs|Ms|Madame|Monsieur)\s+${capital}(?:\s+${capital})?`,
      "gu",
    ),
  ],
  [
    "place",
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:à|commune de|ville de|mairie de|village de|in the town of|in the village of)\s)${capital}(?:-${capital}|-[a-zà-ÿ]+)*`,
      "gu",
    ),
  ],
  ["place", /\b\d{5}(?=\s+\p{Lu})/gu],
];

/**
 * Takes out what would tell who asked: contacts, names, places, amounts and the names of associations.
 * It finds what it can: somebody reads the text again before it is published.
 */
export function cleanForPublication(text: string, view: CleaningView): Cleaned {
  const removed: { kind: RemovedKind; words: string }[] = [];
  const takeOut = (from: string, kind: RemovedKind, pattern: RegExp) =>
    from.replaceAll(pattern, (words: string) => {
      // What stands there already was taken out before.
      if (Object.values(view.instead).includes(words.trim())) return words;
      removed.push({ kind, words: words.trim() });
      return view.instead[kind];
    });
  const masked = view.mask(text);
  if (masked !== text) removed.push({ kind: "contact", words: "" });
  const known: readonly (readonly [RemovedKind, readonly string[]])[] = [
    ["name", view.names],
    ["place", view.places],
  ];
  const withoutKnown = known.reduce(
    (left, [kind, words]) =>
      words
        .filter((word) => word.trim().length > 1)
        .reduce((rest, word) => takeOut(rest, kind, wholeWord(word)), left),
    masked,
  );
  const clean = patterns.reduce(
    (left, [kind, pattern]) => takeOut(left, kind, pattern),
    withoutKnown,
  );
  return { text: clean, removed };
}

function wholeWord(word: string): RegExp {
  const literal = word.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`, "giu");
}
