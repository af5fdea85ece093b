import type { Phrases, Tell } from "../model/phrases.ts";

/** Says the phrases of one language; a `{word}` without a value stays as it is, so that a test sees it. */
export function tellIn(phrases: Phrases): Tell {
  return (key, values = {}) =>
    phrases[key].replaceAll(/\{(?<name>[a-zA-Z]+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : String(value);
    });
}
