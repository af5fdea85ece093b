/**
 * A text about a date, made plain for the readers of days and hours: lower case, no accents, numbers as
 * digits, one kind of dash; weekdays written `D1` (Monday) to `D7`, months `M1` to `M12`. A month, a weekday
 * or a word as `demain` is recognised with one letter wrong, when no other is as near.
 */
export interface PlainDateText {
  readonly text: string;
  /** Whether English words were seen: there "at 6" may be the evening. */
  readonly isEnglish: boolean;
}

/** Makes a text about a date plain. */
export function plainDateText(text: string): PlainDateText {
  const folded = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}|\p{Cf}/gu, "")
    .replaceAll(/[‐-―−→]/gu, "-")
    .replaceAll(/[’‘`´ʼ]/gu, "'")
    .replaceAll(/\s+/gu, " ")
    .trim();
  const plain = withCompoundNumbers(folded)
    // ISO 8601 puts a T between day and hour.
    .replaceAll(/(?<=-\d{2})t(?=\d{2}:)/gu, " ")
    .replaceAll(/\b([ap])\.\s?m\b\.?/gu, "$1m")
    // Abbreviations lose their full stop; the one of "6.30" stays.
    .replaceAll(/(?<=[a-z])\.(?![a-z])/gu, "")
    .replaceAll(/[a-z]+/gu, (word) => plainWord(word))
    .replaceAll(/\ba fortnight\b/gu, "2 weeks")
    .replaceAll(/\bhalf past (\d{1,2})(?=\D|$)/gu, "$1:30")
    .replaceAll(/\bquarter past (\d{1,2})(?=\D|$)/gu, "$1:15")
    // "Mar" is mardi before a date ("mar 9 mars") and March after a number ("9 mar").
    .replaceAll(/(?<=\b\d{1,2} )mar\b/gu, "M3")
    .replaceAll(/\bmar(?= \d{1,2} M\d)/gu, "D2");
  return { text: plain, isEnglish: english.test(folded) };
}

const months: readonly (readonly [full: readonly string[], short: readonly string[]])[] = [
  [
    ["janvier", "january"],
    ["janv", "jan"],
  ],
  [
    ["fevrier", "february"],
    ["fevr", "fev", "feb"],
  ],
  [["mars", "march"], []],
  [
    ["avril", "april"],
    ["avr", "apr"],
  ],
  [["mai", "may"], []],
  [["juin", "june"], ["jun"]],
  [
    ["juillet", "july"],
    ["juil", "jul"],
  ],
  [["aout", "august"], ["aug"]],
  [
    ["septembre", "september"],
    ["sept", "sep"],
  ],
  [["octobre", "october"], ["oct"]],
  [["novembre", "november"], ["nov"]],
  [["decembre", "december"], ["dec"]],
];

const weekdays: typeof months = [
  [["lundi", "monday"], ["lun"]],
  [
    ["mardi", "tuesday"],
    ["tue", "tues"],
  ],
  [
    ["mercredi", "wednesday"],
    ["mer", "wed"],
  ],
  [
    ["jeudi", "thursday"],
    ["jeu", "thu", "thur", "thurs"],
  ],
  [
    ["vendredi", "friday"],
    ["ven", "fri"],
  ],
  [
    ["samedi", "saturday"],
    ["sam", "sat"],
  ],
  [
    ["dimanche", "sunday"],
    ["dim", "sun"],
  ],
];

const numbers = [
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(
    " ",
  ),
  "one two three four five six seven eight nine ten eleven twelve".split(" "),
].flatMap((words) => words.map((word, index) => [word, String(index + 1)] as const));

const exact: ReadonlyMap<string, string> = new Map([
  ...numbers,
  ["une", "1"],
  ["vingt", "20"],
  ["trente", "30"],
  ["fifteen", "15"],
  ["thirty", "30"],
  ["premier", "1er"],
  ["tmrw", "tomorrow"],
  ["auj", "aujourd'hui"],
  ...named(months, "M"),
  ...named(weekdays, "D"),
]);

/** Words that are recognised with one letter wrong, and what they become. */
const targets: readonly (readonly [word: string, plain: string])[] = [
  ...named(months, "M"),
  ...named(weekdays, "D"),
  ...["demain", "semaine", "prochain", "prochaine", "tomorrow"].map(
    (word) => [word, word] as const,
  ),
].filter(([word]) => word.length >= 4);

/** Words of their own that are one letter away from a target. */
const notTypos = new Set([
  "mais",
  "main",
  "prochains",
  "semaines",
  "juive",
  "mare",
  "juan",
  "match",
]);

const english =
  /\b(?:at|on|next|this|tomorrow|tonight|today|from|until|till|noon|midnight|in|of|am|pm|[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|december)\b|\d(?:st|nd|rd|th|am|pm)\b/u;

/** "Dix-huit" is 18, and "sept" is September but before hours, days and weeks. */
function withCompoundNumbers(text: string): string {
  return text
    .replaceAll(/\bdix[- ](sept|huit|neuf)\b/gu, (_, unit: string) =>
      unit === "sept" ? "17" : `1${exact.get(unit) ?? ""}`,
    )
    .replaceAll(
      /\bvingt(?:[- ]et)?[- ](une?|deux|trois|quatre|cinq)\b/gu,
      (_, unit: string) => `2${exact.get(unit) ?? ""}`,
    )
    .replaceAll(/\bquarante[- ]cinq\b/gu, "45")
    .replaceAll(/\bsept(?= ?(?:h|heures?|jours?|semaines?)\b)/gu, "7");
}

function named(table: typeof months, letter: "M" | "D"): (readonly [string, string])[] {
  return table.flatMap(([full, short], index) =>
    [...full, ...short].map((word) => [word, `${letter}${index + 1}`] as const),
  );
}

function plainWord(word: string): string {
  const known = exact.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || notTypos.has(word) || targets.some(([target]) => target === word))
    return word;
  const near = new Set(
    targets.filter(([target]) => isOneLetterAway(word, target)).map(([, plain]) => plain),
  );
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : word;
}

/** One letter more, less, other, or two neighbours swapped. */
function isOneLetterAway(word: string, target: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === target[start]) start += 1;
  const [rest, other] = [word.slice(start), target.slice(start)];
  return (
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest.length > 1 &&
      rest[0] === other[1] &&
      rest[1] === other[0] &&
      rest.slice(2) === other.slice(2))
  );
}
