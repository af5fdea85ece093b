/**
 * How many seats somebody asks for, their own included ("on sera deux" 2, "avec une amie" 2, "avec 2
 * amis" 3, "we'll be three" 3); undefined when they do not say.
 * @param said as `signUpWords` gives it
 */
export function readSeatCount(said: string): number | undefined {
  for (const [pattern, others] of sayings) {
    const found = said.match(pattern)?.groups?.["count"];
    const count = found === undefined ? undefined : countOf(found);
    if (count !== undefined) return count + others;
  }
  return undefined;
}

/**
 * Whether a message says no more than how many come: "finalement on sera trois au 12", not "a place for
 * three people".
 * @param said as `signUpWords` gives it
 */
export function saysSeatsOnly(said: string): boolean {
  const rest = coming.reduce((left, pattern) => left.replace(pattern, " "), said);
  return rest !== said && rest.replaceAll(aside, " ").trim() === "";
}

const counts: readonly string[][] = [
  [],
  ["un", "une", "one", "a", "an", "mon", "ma", "my"],
  ["deux", "two", "de"],
  ["trois", "three"],
  ["quatre", "four"],
  ["cinq", "five"],
  ["six"],
  ["sept", "seven"],
  ["huit", "eight"],
];

function countOf(word: string): number | undefined {
  if (/^\d+$/u.test(word)) return Number(word);
  const count = counts.findIndex((names) => names.includes(word));
  return count === -1 ? undefined : count;
}

const count = `(?<count>\\d{1,2}|${counts.flat().join("|")})`;
const severalInWords = "(?<count>deux|trois|quatre|cinq|two|three|four|five)";
/** What may follow a count of people: not what "on sera deux salariés" counts. */
const ends =
  "(?= (?:personnes?|places?|of us|people|seats?|au|pour|a l|finalement|en tout|svp|stp|merci|please|for|at|in all|in total|now|coming)\\b|$)";
const company =
  "(?:amie?s?|collegues?|benevoles?|personnes?|autres?|adherente?s?|membres?|copains?|copines?|voisine?s?|mari|femme|friends?|colleagues?|others?|guests?|volunteers?|members?|more)";

const coming = [
  new RegExp(
    `\\b(?:je (?:viens|viendrai|serai) |i m coming |i ll come |i will come )(?:avec|with) ${count} (?:autres? |other )?${company}\\b`,
    "u",
  ),
  new RegExp(
    `\\b(?:on|nous) (?:sera|seras|serons|seron|seront|vient|viens|viendra|viendrons|venons) (?:a )?${count}${ends}`,
    "u",
  ),
  new RegExp(
    `\\b(?:we (?:ll|will|shall) be|we are coming|we re coming|there (?:ll|will) be) ${count}${ends}`,
    "u",
  ),
  // Of people without their workshop, "on est deux" tells of anything.
  new RegExp(
    `\\b(?:on est|nous sommes|we are|we re) (?:a )?${count}(?= (?:personnes? |people )?(?:au|pour le|pour l|a l|for|at)(?: (?:atelier|workshop|numero|number))* \\d)`,
    "u",
  ),
] as const;

const aside =
  /\b(?:bonjour|bonsoir|hello|hi|oui|yes|ok|finalement|en fait|actually|en tout|in all|in total|now|personnes?|places?|people|seats?|of us|svp|stp|merci|please|thanks|(?:au|pour le|pour l atelier|a l atelier|atelier|numero|for|at|workshop|number|\d+))\b/gu;

/** How counts are said, and how many people they leave out. */
const sayings: readonly (readonly [RegExp, 0 | 1])[] = [
  [new RegExp(`\\b(?:avec|with|plus|and|et) ${count} (?:autres? |other )?${company}\\b`, "u"), 1],
  [
    new RegExp(`\\bplus (?<count>\\d|une?|one)(?= (?:au|pour|for|svp|stp|merci|please)\\b|$)`, "u"),
    1,
  ],
  [coming[1], 0],
  [coming[2], 0],
  [coming[3], 0],
  [new RegExp(`\\b${count} (?:of us|places?|seats?|personnes|people)\\b`, "u"), 0],
  [new RegExp(`\\b(?:pour|for) ${severalInWords}$`, "u"), 0],
];
