/** An object whose fields are of any kind: what anybody sent is read field by field. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has fields: no list, no text, not nothing. */
export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
