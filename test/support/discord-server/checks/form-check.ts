import { ApiRefusal } from "../api-refusal.ts";
import { isJson, isThere, type Json, listOf } from "../json.ts";

type Path = readonly (string | number)[];

/** What a text may be. Lengths are in UTF-16 units, as JavaScript counts. */
export interface TextLimits {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

/**
 * Gathers what is wrong with a form, to refuse it all at once with the tree of errors that the API gives.
 * Source: discord-api-docs developers/reference#error-messages
 */
export class FormCheck {
  readonly #tree: Record<string, unknown> = {};
  #isWrong = false;

  /** Notes what is wrong at a place. */
  wrong(path: Path, code: string, message: string): void {
    this.#isWrong = true;
    let node = this.#tree;
    for (const step of path) {
      const next = node[step];
      const child: Record<string, unknown> = isJson(next) ? next : {};
      node[step] = child;
      node = child;
    }
    const before = listOf(node["_errors"]);
    node["_errors"] = [...before, { code, message }];
  }

  /** Checks a text, that may be absent unless it is required. @returns the text when it is one */
  text(
    path: Path,
    value: unknown,
    { min = 0, max = Infinity, required }: TextLimits = {},
  ): string | undefined {
    if (!isThere(value)) {
      if (required) this.required(path);
      return undefined;
    }
    if (typeof value !== "string") {
      this.wrong(path, "STRING_TYPE_CONVERT", "Could not interpret the value as string.");
      return undefined;
    }
    if (value.length > max && min > 0 && max !== Infinity)
      this.#length(path, `between ${min} and ${max} in length`);
    else if (value.length > max) this.#length(path, `${max} or fewer in length`);
    else if (value.length < min && max !== Infinity)
      this.#length(path, `between ${min} and ${max} in length`);
    return value;
  }

  /** Checks a whole number. @returns it when it is one */
  integer(path: Path, value: unknown, min = -Infinity, max = Infinity): number | undefined {
    if (!isThere(value)) return undefined;
    if (typeof value !== "number" || !Number.isInteger(value)) {
      this.wrong(path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
      return undefined;
    }
    if (value > max)
      this.wrong(path, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
    if (value < min)
      this.wrong(path, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`);
    return value;
  }

  /** Checks a yes or no. */
  boolean(path: Path, value: unknown): void {
    if (!isThere(value) || typeof value === "boolean") return;
    this.wrong(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
  }

  /** Checks a list of at most so many. @returns its members, none where it is absent */
  list(path: Path, value: unknown, max: number): readonly unknown[] {
    if (!isThere(value)) return [];
    if (!Array.isArray(value)) {
      this.wrong(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      return [];
    }
    if (value.length > max) this.#length(path, `${max} or fewer in length`);
    return value;
  }

  /** Checks an object. @returns it, empty where it is none */
  object(path: Path, value: unknown): Json {
    if (isJson(value)) return value;
    this.wrong(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    return {};
  }

  /** Notes a field that should be there. */
  required(path: Path): void {
    this.wrong(path, "BASE_TYPE_REQUIRED", "This field is required");
  }

  /** @throws ApiRefusal 50035 when anything is wrong */
  done(): void {
    if (this.#isWrong) throw new ApiRefusal(400, 50_035, "Invalid Form Body", this.#tree);
  }

  #length(path: Path, rule: string): void {
    this.wrong(path, "BASE_TYPE_BAD_LENGTH", `Must be ${rule}.`);
  }
}
