import type { Announcing } from "../../src/announcements/words/announcing.ts";
import type { Language } from "../../src/model/language.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import { sayingIn } from "../../src/bot/saying-in.ts";
import { library } from "../support/small-library.ts";

/** How each language of the project says things. */
export const saying = sayingIn((language) => tellIn(library.phrases[language]));

/** Who reads: somebody in Paris, in French, on the evening before the usual workshop, but for what a test says. */
export function announcing(
  changes: Partial<Announcing> & { language?: Language } = {},
): Announcing {
  const { language = "fr" } = changes;
  return {
    ...saying(language),
    language,
    timeZone: "Europe/Paris",
    now: new Date("2027-03-08T17:00:00Z"),
    isRegistered: false,
    ...changes,
  };
}
