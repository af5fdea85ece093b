/**
 * Hides passwords and codes that are given away beside their name: "mot de passe : soleil12", "mdp azerty!",
 * "azerty12 c'est mon mot de passe". What is hidden cannot be had back. A word that follows counts only where it
 * looks like a secret, unless a sign says that it is one: "notre mot de passe est partagé" tells none.
 */
export function maskSecrets(
  text: string,
  mark: string,
): { readonly text: string; readonly found: boolean } {
  const masked = patterns.reduce(
    (left, one) => left.replaceAll(one, (_, before: string) => `${before}${PLACE}`),
    // What was hidden before is a sign too: read again, nothing around it is taken with it.
    text.replaceAll(PLACE, "").replaceAll(mark, PLACE),
  );
  const found = masked.includes(PLACE);
  return { text: masked.replaceAll(PLACE, mark), found };
}

/** Stands for a secret until its mark is put there, so that a mark is no part of the next one. */
const PLACE = "\u{E100}";

const named = String.raw`(?:m[oô]ts?\s*(?:de|d|2|ed)?\s*pas+e?s?|mots? d passe|m\.?d\.?p|code\s+(?:secret|wifi|wi-fi|pin|confidentiel|d['’ ]?acc[eè]s|de (?:la |ma )?carte|de validation|re[cç]u(?: par sms)?)|cl[eé] (?:wifi|wi-fi|secr[eè]te)|pass ?words?|passcode|pass ?phrase|pass|pwd|pin(?: code)?|secret code|verification code|access code|wifi (?:key|code))`;
// A year is none.
const secret = String.raw`(?!(?:19|20)\d\d(?:\P{L}|$))(?=\S*[\d#@$%&*!_+=^~])[^\s,;]{3,}`;
const quoted = String.raw`["“«]\s*[^"”»\n]{2,60}\s*["”»]`;
// What says outright "here it is": a sign, or a verb before something that looks like a secret.
const sign = String.raw`\s*(?:[:=]|->|=>)\s*`;
const verb = String.raw`\s+(?:est|c['’]est|c est|is|it['’]s|sera|serait|was|etait|était)\s+`;
const between = String.raw`[^.?!\n:=]{0,30}?`;

const patterns: readonly RegExp[] = [
  pattern(`${named}${between}(?:${sign}|${verb})`, quoted),
  // Up to five plain words behind a sign, to the end of the line: a phrase that serves as a password.
  pattern(
    `${named}${between}${sign}`,
    String.raw`(?:[^\s?]+(?:[ \t]+[^\s?]+){0,4})(?=[ \t]*(?:\n|$))`,
  ),
  pattern(`${named}${between}${sign}`, String.raw`[^\s,;]{2,}`),
  pattern(`${named}${between}${verb}`, secret),
  pattern(
    String.raw`${named}(?:\s+(?:de|du|des|pour|sur|for|of|the|la|le|les|l['’]|notre|mon|ma|wifi|compte|account|\p{L}{3,12})){0,3}\s+`,
    secret,
  ),
  // The secret first: "Azerty12, c'est le mot de passe".
  new RegExp(
    String.raw`()${secret}(?=[\s,]{0,3}(?:c['’]est|c est|est|is|it['’]s|=|->)\s+(?:le|la|mon|ton|votre|notre|nos|my|the|our|your)?\s*${named}\b)`,
    "giu",
  ),
];

function pattern(before: string, hidden: string): RegExp {
  return new RegExp(String.raw`((?<![\p{L}\p{N}])${before})(?:${hidden})`, "giu");
}
