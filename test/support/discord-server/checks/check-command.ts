import { isJson, isThere, type Json, listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { FormCheck } from "./form-check.ts";
import { isLocale } from "./locales.ts";

type Path = readonly (string | number)[];

/** Source: developers/interactions/application-commands#application-command-object-application-command-naming */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export const commandTypes = { slash: 1, user: 2, message: 3 } as const;

const subcommandTypes = new Set([1, 2]);

/** Checks a command's definition. Source: developers/interactions/application-commands */
export function checkCommand(form: FormCheck, path: Path, command: Json): void {
  const type = form.integer([...path, "type"], command["type"], 1, 4) ?? commandTypes.slash;
  if (type === commandTypes.slash) {
    checkNaming(form, path, command);
    checkOptions(form, [...path, "options"], command["options"]);
  } else {
    form.text([...path, "name"], command["name"], { min: 1, max: 32, required: true });
    checkLocalised(form, [...path, "name_localizations"], command["name_localizations"], 32, false);
    if (textOf(command["description"])) {
      form.wrong(
        [...path, "description"],
        "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
        "Context menu commands cannot have description",
      );
    }
    if (listOf(command["options"]).length > 0)
      form.wrong(
        [...path, "options"],
        "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED",
        "Context menu commands cannot have options",
      );
  }
  const size = sizeOf(command);
  if (size > 8000)
    form.wrong(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
}

function checkNaming(form: FormCheck, path: Path, one: Json): void {
  const name = form.text([...path, "name"], one["name"], { min: 1, max: 32, required: true });
  if (name !== undefined) checkName(form, [...path, "name"], name);
  form.text([...path, "description"], one["description"], { min: 1, max: 100, required: true });
  checkLocalised(form, [...path, "name_localizations"], one["name_localizations"], 32, true);
  checkLocalised(
    form,
    [...path, "description_localizations"],
    one["description_localizations"],
    100,
    false,
  );
}

function checkName(form: FormCheck, path: Path, name: string): void {
  if (namePattern.test(name) && name === name.toLowerCase()) return;
  form.wrong(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
}

function checkLocalised(
  form: FormCheck,
  path: Path,
  value: unknown,
  max: number,
  isName: boolean,
): void {
  if (!isThere(value)) return;
  for (const [locale, text] of Object.entries(form.object(path, value))) {
    if (!isLocale(locale))
      form.wrong(path, "BASE_TYPE_CHOICES", `${locale} is no locale of Discord's.`);
    const checked = form.text([...path, locale], text, { min: 1, max });
    if (isName && checked !== undefined) checkName(form, [...path, locale], checked);
  }
}

function checkOptions(form: FormCheck, path: Path, value: unknown): void {
  const names = new Set<string>();
  let mayBeLeftOut = false;
  for (const [index, one] of form.list(path, value, 25).entries()) {
    const at = [...path, index];
    const option = form.object(at, one);
    checkNaming(form, at, option);
    if (form.integer([...at, "type"], option["type"], 1, 11) === undefined)
      form.required([...at, "type"]);
    const name = textOf(option["name"]) ?? "";
    if (names.has(name))
      form.wrong(
        [...at, "name"],
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        "Option name already exists",
      );
    names.add(name);
    if (subcommandTypes.has(numberOf(option["type"]) ?? 0))
      checkOptions(form, [...at, "options"], option["options"]);
    else if (option["required"] === true && mayBeLeftOut) {
      form.wrong(
        at,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    }
    if (option["required"] !== true) mayBeLeftOut = true;
    checkChoices(form, at, option);
  }
}

function checkChoices(form: FormCheck, path: Path, option: Json): void {
  const choices = form.list([...path, "choices"], option["choices"], 25);
  if (option["autocomplete"] === true && choices.length > 0) {
    form.wrong(
      path,
      "APPLICATION_COMMAND_OPTIONS_CHOICES_MUTUALLY_EXCLUSIVE",
      "Cannot have choices with autocomplete",
    );
  }
  for (const [index, one] of choices.entries()) checkChoice(form, [...path, "choices", index], one);
}

/** Checks a choice of an option or of an autocompletion. */
export function checkChoice(form: FormCheck, path: Path, value: unknown): void {
  const choice = form.object(path, value);
  form.text([...path, "name"], choice["name"], { min: 1, max: 100, required: true });
  checkLocalised(form, [...path, "name_localizations"], choice["name_localizations"], 100, false);
  if (typeof choice["value"] !== "number")
    form.text([...path, "value"], choice["value"], { min: 1, max: 100, required: true });
}

/** Its names, descriptions and values together, each in its longest language. */
function sizeOf(node: Json): number {
  const longest = (key: string): number =>
    Math.max(
      textOf(node[key])?.length ?? 0,
      ...Object.values(objectOf(node[`${key}_localizations`])).map(
        (text) => textOf(text)?.length ?? 0,
      ),
    );
  const inner = ["options", "choices"].flatMap((key) => listOf(node[key]).filter(isJson));
  return (
    longest("name") +
    longest("description") +
    (textOf(node["value"])?.length ?? 0) +
    inner.reduce((sum, one) => sum + sizeOf(one), 0)
  );
}
