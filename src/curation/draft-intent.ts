import type { ContentDraft } from "../model/content-draft.ts";
import type { Library } from "../model/library.ts";
import { filesOf } from "./draft-files.ts";
import { safeSlug } from "./safe-slug.ts";

/** The id of a new intent, from its title: none that the library has. */
export function newIntentId(
  theme: string,
  title: string,
  { intents }: Pick<Library, "intents">,
): ContentDraft["intent"] {
  const taken = new Set(intents.map(({ id }) => id));
  return `${theme}.${safeSlug(title, (name) => taken.has(`${theme}.${name}`))}`;
}

/** Whether an id can be one of an intent: words of letters, a dot between them. */
export function isIntentId(id: string): boolean {
  return /^[a-z-]+\.[a-z-]+$/u.test(id) && filesOf(id).page.split("/").length === 4;
}
