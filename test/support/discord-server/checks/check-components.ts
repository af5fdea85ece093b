import { isThere, type Json, textOf } from "../json.ts";
import { checkSelect, selectTypes } from "./check-select.ts";
import type { FormCheck } from "./form-check.ts";

type Path = readonly (string | number)[];

/** The parts of a message. Source: developers/components/reference#component-object-component-types */
export const componentTypes = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  textDisplay: 10,
  label: 18,
} as const;

const linkStyle = 5;
const premiumStyle = 6;

/** Checks rows of buttons and selects: 5 rows of 5 buttons or one select, ids unique in the message. */
export function checkComponents(form: FormCheck, value: unknown): void {
  const seen = new Set<string>();
  for (const [index, one] of form.list(["components"], value, 5).entries()) {
    const path = ["components", index];
    const row = form.object(path, one);
    if (row["type"] !== componentTypes.row) {
      form.wrong(
        [...path, "type"],
        "BASE_TYPE_CHOICES",
        'Value of field "type" must be one of (1,).',
      );
      continue;
    }
    checkRow(form, [...path, "components"], row["components"], seen);
  }
}

/** Checks an id that comes back with the interaction; unique where it stands. */
export function checkCustomId(
  form: FormCheck,
  path: Path,
  value: unknown,
  seen: Set<string>,
): void {
  const id = form.text([...path, "custom_id"], value, { min: 1, max: 100, required: true });
  if (id === undefined) return;
  if (seen.has(id))
    form.wrong(
      [...path, "custom_id"],
      "COMPONENT_CUSTOM_ID_DUPLICATED",
      "Component custom id cannot be duplicated",
    );
  seen.add(id);
}

function checkRow(form: FormCheck, path: Path, value: unknown, seen: Set<string>): void {
  const parts = form.list(path, value, 5);
  if (parts.length === 0)
    form.wrong(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  const checked = parts.map((part, index) => form.object([...path, index], part));
  let hasSelect = false;
  for (const [index, part] of checked.entries()) {
    const at = [...path, index];
    if (part["type"] === componentTypes.button) checkButton(form, at, part, seen);
    else if (selectTypes.includes(Number(part["type"]))) {
      hasSelect = true;
      checkCustomId(form, at, part["custom_id"], seen);
      checkSelect(form, at, part);
    } else
      form.wrong(
        [...at, "type"],
        "BASE_TYPE_CHOICES",
        'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
      );
  }
  if (hasSelect && parts.length > 1) {
    form.wrong(
      path,
      "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
      "The specified component exceeds the maximum width",
    );
  }
}

function checkButton(form: FormCheck, path: Path, button: Json, seen: Set<string>): void {
  const style = form.integer([...path, "style"], button["style"], 1, premiumStyle);
  if (style === undefined) form.required([...path, "style"]);
  const label = form.text([...path, "label"], button["label"], { max: 80 });
  if (style === linkStyle) {
    if (isThere(button["custom_id"]))
      form.wrong(
        path,
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
    if (!/^(?:https?|discord):\/\/\S{1,505}$/.test(textOf(button["url"]) ?? "")) {
      form.wrong([...path, "url"], "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }
  } else if (style !== premiumStyle) {
    if (isThere(button["url"]))
      form.wrong(
        path,
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
    checkCustomId(form, path, button["custom_id"], seen);
  }
  if (!label && !isThere(button["emoji"]) && style !== premiumStyle) {
    form.wrong(
      path,
      "BUTTON_COMPONENT_INVALID_EMOJI_LABEL",
      "A button must have a label or an emoji",
    );
  }
}
