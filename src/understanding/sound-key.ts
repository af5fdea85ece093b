/**
 * How a folded French word sounds, roughly, so that spellings by ear meet the dictionary's
 * ("kel" and "quelle", "comen" and "comment", "adéran" and "adhérent").
 */
export function soundKey(word: string): string {
  if (!/^[a-z]+$/u.test(word)) return word;
  let key = word;
  for (const [pattern, sound] of soundRules) key = key.replace(pattern, sound);
  return key === "" ? word : key;
}

// Capitals stand for sounds that one letter does not write: S "ch", E "eu", A "an", I "in", O "on", U "ou", W "oi".
const soundRules: readonly (readonly [RegExp, string])[] = [
  [/ch|sh/gu, "S"],
  [/ph/gu, "f"],
  [/h/gu, ""],
  [/([a-z])\1/gu, "$1"],
  [/tion/gu, "sion"],
  [/qu?|ck/gu, "k"],
  [/sc(?=[eiy])|c(?=[eiy])/gu, "s"],
  [/c/gu, "k"],
  [/gn/gu, "n"],
  [/ge(?=[ao])|g(?=[eiy])/gu, "j"],
  [/gu(?=[eiy])/gu, "g"],
  [/x$/gu, ""],
  [/x/gu, "ks"],
  [/z/gu, "s"],
  [/oeu|eu/gu, "E"],
  [/eau|au/gu, "o"],
  [/oua|oi|oy|wa/gu, "W"],
  [/ou/gu, "U"],
  [/(?:ain|ein|[iyu]n|[iy]m)(?=[^aeiouyEWU]|$)/gu, "I"],
  [/[ae][nm](?=[^aeiouyEWU]|$)/gu, "A"],
  [/o[nm](?=[^aeiouyEWU]|$)/gu, "O"],
  [/(?:er|ez|et|ai[st]?)$/gu, "e"],
  [/ai|ei/gu, "e"],
  [/y/gu, "i"],
  [/(?<=.[^aeiou]?.*)[tdsp]+$/gu, ""],
  [/(?<=..)e+[tdsp]*$/gu, ""],
];
