/** An object of a JSON file somebody else wrote. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value has named parts. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a part, when it is one and says something. */
export function textIn(record: JsonRecord, name: string): string | undefined {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The object of a part; empty when it is none. */
export function recordIn(record: JsonRecord, name: string): JsonRecord {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return isRecord(value) ? value : {};
}

/** The list of a part; empty when it is none. */
export function listIn(record: JsonRecord, name: string): readonly unknown[] {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return Array.isArray(value) ? value : [];
}
