const LONGEST = 60;

/**
 * The name a file is shown under: what its sender called it, without folders, signs that turn the reading or
 * that chats read otherwise, and always with the ending of its real kind.
 * @param ending without a dot
 */
export function nameForFile(given: string, ending: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]{1,5}$/, "")
    .replaceAll(/[^\p{L}\p{N} _.()-]/gu, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[ .]+|[ .]+$/g, "")
    .slice(0, LONGEST);
  return `${stem === "" ? "1" : stem}.${ending}`;
}
