/** A longer message is a story: it is not looked into for several questions. */
const mostQuestions = 3;

/**
 * The questions that stand one after the other in a message, in order, when there are two or three;
 * otherwise nothing. Statements and greetings around them are left out.
 */
export function splitQuestions(text: string): string[] {
  const pieces = splitSentences(text).flatMap(splitAtJoint).map(withoutLink).filter(isQuestion);
  return pieces.length >= 2 && pieces.length <= mostQuestions ? pieces : [];
}

/** The sentences of a message, one entry for each line or ended sentence. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[?!…])\s*(?=[\p{L}\p{N}«"“])|(?<=\p{L}{2}[.])\s+|\s*[\n;]+\s*/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

// How a question begins, after "et" or "and" or a comma.
const opening =
  "(?:comment|combien|pourquoi|quand|o[uù] (?:est|sont|faut|peut|puis|se|en|trouver|acheter)|est[ -]ce qu|faut[ -]il|peut[ -]on|doit[ -]on|puis[ -]je|dois[ -]je|pouvez[ -]vous|avez[ -]vous|quel(?:le)?s? |qui (?:peut|doit|va|est|contacter)|qu'est[ -]ce|c'est quoi|c koi|y a[ -]t[ -]il|how |what |where |when |why |which |who |can (?:i|we|you) |do (?:i|we|you) |does |should (?:i|we) |must we|is (?:it|there) |are there )";

const joint = new RegExp(
  `(?:\\s*,\\s*|\\s+)(?:et|puis|et puis|et aussi|et sinon|and|and also|then)\\s+(?=(?:aussi |sinon |also )?${opening})`,
  "iu",
);
const questionOpening = new RegExp(
  `(?:^|[\\s,:(])(?:${opening}|je (?:voudrais|veux|cherche|souhaite|souhaiterais)|j'aimerais|on (?:voudrait|cherche|aimerait)|i(?:'d like| want| need))`,
  "iu",
);

function splitAtJoint(sentence: string): string[] {
  const found = joint.exec(sentence);
  if (found === null) return [sentence];
  const before = sentence.slice(0, found.index).trim();
  const after = sentence.slice(found.index + found[0].length).trim();
  // "Je ne sais pas comment et combien…": what precedes must be a question by itself.
  if (!isQuestion(before)) return [sentence];
  return [before, ...splitAtJoint(after)];
}

/** "Et sinon, comment…" says no more than "comment…"; "et pour les reçus ?" needs its first word. */
function withoutLink(piece: string): string {
  const left = piece.replace(
    /^(?:et |and |ou |puis |mais |but )?(?:(?:sinon|aussi|autre question|puis|also|then|ensuite|enfin|et|and)[ ,:]+)+/iu,
    "",
  );
  return (left.match(/[\p{L}\p{N}]+/gu) ?? []).length > 4 ? left : piece;
}

/** Whether a piece of a message asks something, by its mark or by its first words. */
export function isQuestion(piece: string): boolean {
  const words = piece.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= 2 && (piece.endsWith("?") || questionOpening.test(piece));
}
