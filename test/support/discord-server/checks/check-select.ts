import { isThere, type Json, numberOf, textOf } from "../json.ts";
import type { FormCheck } from "./form-check.ts";

type Path = readonly (string | number)[];

/** Of texts, people, roles, people or roles, channels. */
export const selectTypes: readonly number[] = [3, 5, 6, 7, 8];

/** Checks a select but for its id. Source: developers/components/reference#string-select */
export function checkSelect(form: FormCheck, path: Path, select: Json): void {
  form.text([...path, "placeholder"], select["placeholder"], { max: 150 });
  form.integer([...path, "min_values"], select["min_values"], 0, 25);
  form.integer([...path, "max_values"], select["max_values"], 1, 25);
  const isOfTexts = select["type"] === 3;
  const options = form.list([...path, "options"], select["options"], 25);
  if (!isOfTexts) return;
  if (options.length === 0) {
    const code = isThere(select["options"]) ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_REQUIRED";
    form.wrong([...path, "options"], code, "Must be between 1 and 25 in length.");
  }
  const least = numberOf(select["min_values"]) ?? 1;
  const most = numberOf(select["max_values"]) ?? 1;
  if (least > most)
    form.wrong(
      [...path, "min_values"],
      "SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX",
      "min_values must not be greater than max_values",
    );
  if (most > options.length && options.length > 0) {
    form.wrong(
      [...path, "max_values"],
      "SELECT_COMPONENT_MAX_VALUES_EXCEEDED",
      "max_values exceeds the number of options",
    );
  }
  checkOptions(form, [...path, "options"], options);
}

function checkOptions(form: FormCheck, path: Path, options: readonly unknown[]): void {
  const values = new Set<string>();
  for (const [index, one] of options.entries()) {
    const at = [...path, index];
    const option = form.object(at, one);
    form.text([...at, "label"], option["label"], { min: 1, max: 100, required: true });
    form.text([...at, "value"], option["value"], { min: 1, max: 100, required: true });
    form.text([...at, "description"], option["description"], { max: 100 });
    const value = textOf(option["value"]) ?? "";
    if (values.has(value))
      form.wrong(
        [...at, "value"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    values.add(value);
  }
}
