/** A field of an object read from JSON text; undefined when there is none. */
export function fieldOf(value: unknown, ...path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return fieldOf(Object.hasOwn(fields, name) ? fields[name] : undefined, ...rest);
}
