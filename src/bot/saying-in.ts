import type { LanguageSaying } from "../announcements/words/words-of.ts";
import { formatDay, formatShortDay } from "../answers/format-day.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";

/** How announcements are said in each language. */
export function sayingIn(
  tell: (language: Language) => Tell,
): (language: Language) => LanguageSaying {
  return (language) => ({
    tell: tell(language),
    sayDay: (day) => formatDay(day, language, true),
    sayShortDay: (day) => formatShortDay(day, language),
  });
}
