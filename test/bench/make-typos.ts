/**
 * A text with `count` typing mistakes, each one letter dropped, added, mistaken for another or swapped
 * with the next; a text without a letter stays as it is. The same draws give the same mistakes.
 */
export function makeTypos(text: string, count: number, random: () => number): string {
  let typed = text;
  for (let mistake = 0; mistake < count; mistake += 1) typed = makeTypo(typed, random);
  return typed;
}

const alphabet = "abcdefghijklmnopqrstuvwxyz";

function makeTypo(text: string, random: () => number): string {
  const places = [...text.matchAll(/\p{L}/gu)];
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return text;
  const [letter] = place;
  const before = text.slice(0, place.index);
  const after = text.slice(place.index + letter.length);
  const [next = ""] = /^\p{L}/u.exec(after) ?? [];
  const others = alphabet.replace(letter.toLowerCase(), "");
  const other = others[Math.floor(random() * others.length)] ?? "";
  const kind = Math.floor(random() * 4);
  if (kind === 0) return before + after;
  if (kind === 1) return before + other + letter + after;
  if (kind === 2 && next !== "" && next !== letter) {
    return before + next + letter + after.slice(next.length);
  }
  return before + other + after;
}
