/** What a button, a select or a window of ours stands for. */
export type CustomId =
  /** A choice of a reply, by its position from 0; of a select, the position comes with the press. */
  | { readonly kind: "choice"; readonly key: string; readonly index: number | undefined }
  /** Several choices of a reply, whose positions and numbers come with the press. */
  | { readonly kind: "choices"; readonly key: string }
  /** Asks for a window to write in; the key is that of the reply it stands under. */
  | { readonly kind: "words"; readonly key: string };

/** At most 100 characters each: a key has 22. */
export function choiceId(key: string, index: number): string {
  return `c.${key}.${index}`;
}

export function selectId(key: string): string {
  return `s.${key}`;
}

/** A select of several. */
export function severalId(key: string): string {
  return `m.${key}`;
}

/** An option of a select of several: its position among the choices, and its number in the text. */
export function severalValue(index: number, number: number): string {
  return `${index}.${number}`;
}

export function wordsId(key: string): string {
  return `w.${key}`;
}

/** Undefined when it is none of ours. */
export function readCustomId(id: string | undefined): CustomId | undefined {
  const found = pattern.exec(id ?? "")?.groups;
  const key = found?.["key"];
  if (found === undefined || key === undefined) return undefined;
  if (found["kind"] === "w") return { kind: "words", key };
  if (found["kind"] === "m") return { kind: "choices", key };
  const index = found["index"] === undefined ? undefined : Number(found["index"]);
  return { kind: "choice", key, index };
}

/** A choice's button tells its position; a select and a way to write have none. */
const pattern =
  /^(?:c\.(?=.*\.)|(?<kind>[msw])\.(?!.*\.))(?<key>[\w-]{1,25})(?:\.(?<index>\d{1,2}))?$/;
