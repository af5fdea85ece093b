/** An object as it comes over the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object that is no list. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object a value is, or an empty one. */
export function objectOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The list a value is, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text a value is. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The number a value is. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** A snowflake, that the API takes as text or as a number. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" && /^\d{1,20}$/.test(value) ? value : undefined;
}

/** Reads text as JSON. @returns undefined where it is none */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a field is there: the API takes null as absent where a field may be left out. */
export function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
