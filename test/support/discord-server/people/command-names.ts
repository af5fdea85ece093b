import { type Json, numberOf, objectOf, textOf } from "../json.ts";

/** Whether something is called so, in any language. */
export function hasName(fields: Json, name: string): boolean {
  return (
    fields["name"] === name || Object.values(objectOf(fields["name_localizations"])).includes(name)
  );
}

/** An option's type, 3 for text. */
export function optionType(option: Json): number {
  return numberOf(option["type"]) ?? 3;
}

/** An option's name. */
export function optionName(option: Json): string {
  return textOf(option["name"]) ?? "";
}
