import { isThere, type Json, listOf, numberOf } from "../json.ts";
import { checkCustomId, componentTypes } from "./check-components.ts";
import { checkSelect, selectTypes } from "./check-select.ts";
import { FormCheck } from "./form-check.ts";

type Path = readonly (string | number)[];

/**
 * Checks a modal. Source: developers/interactions/receiving-and-responding#modal
 * @throws ApiRefusal 50035
 */
export function checkModal(modal: Json): void {
  const form = new FormCheck();
  form.text(["data", "custom_id"], modal["custom_id"], { min: 1, max: 100, required: true });
  form.text(["data", "title"], modal["title"], { min: 1, max: 45, required: true });
  const path = ["data", "components"];
  const parts = form.list(path, modal["components"], 5);
  if (parts.length === 0)
    form.wrong(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  const seen = new Set<string>();
  for (const [index, part] of parts.entries())
    checkPart(form, [...path, index], form.object([...path, index], part), seen);
  form.done();
}

function checkPart(form: FormCheck, path: Path, part: Json, seen: Set<string>): void {
  if (part["type"] === componentTypes.textDisplay) {
    form.text([...path, "content"], part["content"], { min: 1, max: 4000, required: true });
  } else if (part["type"] === componentTypes.label) {
    form.text([...path, "label"], part["label"], { min: 1, max: 45, required: true });
    form.text([...path, "description"], part["description"], { max: 100 });
    checkField(
      form,
      [...path, "component"],
      form.object([...path, "component"], part["component"]),
      seen,
    );
  } else if (part["type"] === componentTypes.row) {
    const [field, ...more] = listOf(part["components"]);
    if (more.length > 0)
      form.wrong([...path, "components"], "BASE_TYPE_BAD_LENGTH", "Must be 1 or fewer in length.");
    const at = [...path, "components", 0];
    const input = form.object(at, field);
    form.text([...at, "label"], input["label"], { min: 1, max: 45, required: true });
    if (input["type"] !== componentTypes.textInput)
      form.wrong(
        [...at, "type"],
        "BASE_TYPE_CHOICES",
        'Value of field "type" must be one of (4,).',
      );
    else checkField(form, at, input, seen);
  } else
    form.wrong(
      [...path, "type"],
      "BASE_TYPE_CHOICES",
      'Value of field "type" must be one of (1, 10, 18).',
    );
}

function checkField(form: FormCheck, path: Path, field: Json, seen: Set<string>): void {
  checkCustomId(form, path, field["custom_id"], seen);
  if (selectTypes.includes(Number(field["type"]))) {
    checkSelect(form, path, field);
    return;
  }
  if (field["type"] !== componentTypes.textInput) {
    form.wrong(
      [...path, "type"],
      "BASE_TYPE_CHOICES",
      'Value of field "type" must be one of (3, 4, 5, 6, 7, 8).',
    );
    return;
  }
  if (!isThere(field["style"])) form.required([...path, "style"]);
  form.integer([...path, "style"], field["style"], 1, 2);
  form.integer([...path, "min_length"], field["min_length"], 0, 4000);
  form.integer([...path, "max_length"], field["max_length"], 1, 4000);
  form.text([...path, "placeholder"], field["placeholder"], { max: 100 });
  form.text([...path, "value"], field["value"], {
    max: Math.min(4000, numberOf(field["max_length"]) ?? 4000),
  });
  const least = numberOf(field["min_length"]) ?? 0;
  const most = numberOf(field["max_length"]) ?? 4000;
  if (least > most)
    form.wrong(
      [...path, "min_length"],
      "TEXT_INPUT_MIN_GREATER_THAN_MAX",
      "min_length must not be greater than max_length",
    );
}
