import { isThere, type Json, listOf, numberOf, objectOf } from "../json.ts";
import { hasName, optionName, optionType } from "./command-names.ts";
import type { OptionValues } from "./person.ts";

const subcommand = 1;
const group = 2;

/**
 * What a person filled in, as the assistant is told of it; Discord itself sees to it that it fits.
 * @param path the subcommands that remain
 * @param focused the option being typed in: then nothing is required yet
 * @throws Error naming the option that does not fit
 */
export function fillOptions(
  command: Json,
  path: readonly string[],
  values: OptionValues,
  focused?: string,
): readonly Json[] {
  const known = listOf(command["options"]).map(objectOf);
  const [step, ...rest] = path;
  if (step !== undefined) {
    const inner = known.find(
      (one) => hasName(one, step) && [subcommand, group].includes(optionType(one)),
    );
    if (!inner) throw new Error(`There is no subcommand "${step}"`);
    return [
      {
        name: optionName(inner),
        type: optionType(inner),
        options: fillOptions(inner, rest, values, focused),
      },
    ];
  }
  const odd = Object.keys(values).find((name) => !known.some((one) => hasName(one, name)));
  if (odd !== undefined)
    throw new Error(`There is no option "${odd}", only: ${known.map(optionName).join(", ")}`);
  return known.flatMap((option) => {
    const [, value] = Object.entries(values).find(([name]) => hasName(option, name)) ?? [];
    if (value === undefined) {
      if (option["required"] === true && focused === undefined)
        throw new Error(`"${optionName(option)}" must be filled in`);
      return [];
    }
    const isFocused = focused !== undefined && hasName(option, focused);
    if (isFocused && option["autocomplete"] !== true)
      throw new Error(`"${optionName(option)}" does not complete itself`);
    if (!isFocused) mustFit(option, value);
    return [
      {
        name: optionName(option),
        type: optionType(option),
        value,
        ...(isFocused && { focused: true }),
      },
    ];
  });
}

function mustFit(option: Json, value: string | number | boolean): void {
  const name = optionName(option);
  const expected =
    { 3: "string", 4: "number", 5: "boolean", 10: "number" }[optionType(option)] ?? "string";
  if (typeof value !== expected) throw new Error(`"${name}" wants a ${expected}`);
  const choices = listOf(option["choices"]).map((choice) => objectOf(choice)["value"]);
  if (choices.length > 0 && !choices.includes(value))
    throw new Error(`"${name}" offers only: ${choices.join(", ")}`);
  const size = typeof value === "string" ? value.length : value;
  const [least, most] =
    typeof value === "string" ? ["min_length", "max_length"] : ["min_value", "max_value"];
  for (const [key, isOff] of [
    [least, (limit: number) => Number(size) < limit],
    [most, (limit: number) => Number(size) > limit],
  ] as const) {
    const limit = option[key];
    if (isThere(limit) && isOff(numberOf(limit) ?? 0))
      throw new Error(`"${name}" is outside its ${key}, ${String(limit)}`);
  }
  if (typeof value === "string" && value.length > 6000)
    throw new Error(`"${name}" is longer than Discord lets one type`);
}
