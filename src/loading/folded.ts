/** Lower case without accents, spaces and apostrophes made plain: what texts are compared by. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .replaceAll(/\s/gu, " ");
}
