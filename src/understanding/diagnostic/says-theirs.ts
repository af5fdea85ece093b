/**
 * Whether a message about a result says that it is the one of the diagnostic: "calendrier" alone may be of
 * anything, "mon calendrier" is not.
 */
export function saysTheirs(text: string): boolean {
  return theirs.test(text);
}

const theirs =
  /\b(?:mon|ma|mes|my)\b|\bm['’ ](?:aviez|avez)\b|\b(?:diagnostic|check-?up|did you)\b|\bpoint num|\ben pdf\b|\ba pdf\b/iu;
