/** A field of an object read from JSON; undefined when there is none, and when it is null. */
export function fieldOf(value: unknown, ...path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return fieldOf(Object.hasOwn(fields, name) ? fields[name] : undefined, ...rest);
}

/** A text field; undefined when it is anything else. */
export function textOf(value: unknown, ...path: readonly string[]): string | undefined {
  const field = fieldOf(value, ...path);
  return typeof field === "string" ? field : undefined;
}

/** A number field; undefined when it is anything else. */
export function numberOf(value: unknown, ...path: readonly string[]): number | undefined {
  const field = fieldOf(value, ...path);
  return typeof field === "number" && Number.isFinite(field) ? field : undefined;
}

/** A list field; empty when it is anything else. */
export function listOf(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const field = fieldOf(value, ...path);
  return Array.isArray(field) ? field : [];
}

/** An id of Discord: digits in a text; undefined when it is anything else. */
export function idOf(value: unknown, ...path: readonly string[]): string | undefined {
  const id = textOf(value, ...path);
  return id !== undefined && /^\d{1,20}$/.test(id) ? id : undefined;
}
