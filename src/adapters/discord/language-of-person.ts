import type { Language } from "../../model/language.ts";

/**
 * The language to speak to somebody, by the locale of their own program; undefined when it tells none.
 * Source: https://discord.com/developers/docs/reference#locales
 */
export function languageOfPerson(locale: string | undefined): Language | undefined {
  if (locale?.startsWith("fr") === true) return "fr";
  // People whose language we do not speak are likelier to read the commonest second one.
  return locale === undefined ? undefined : "en";
}
