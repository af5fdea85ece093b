import type { Language } from "../model/language.ts";
import type { Contact } from "../model/library.ts";
import type { Tell } from "../model/phrases.ts";

/** The people and places one can turn to, one a line. Markdown. */
export function composeContacts(
  contacts: readonly Contact[],
  language: Language,
  tell: Tell,
): string {
  return contacts
    .map(({ name, what, where }) =>
      tell("contact-line", { name: name[language], what: what[language], where }).trimEnd(),
    )
    .join("\n");
}
