import { randomInt } from "node:crypto";

/** Without those that are mistaken for one another, read aloud or on a screen: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const letters = "ACDEFGHJKMNPQRTUVWXY34679";

/** So many letters and digits that nobody can guess: about 4.6 bits each. */
export function newCode(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
