import type { Theme } from "../model/library.ts";
import { foldText } from "./fold-text.ts";
import { themeNamed } from "./read-subscription.ts";

/** What somebody asks about being called by name in the room they speak in. */
export type MentionRequest =
  | {
      readonly kind: "mention";
      /** Ids; empty for every theme. */
      readonly themes: readonly string[];
      /** Words that name no theme. */
      readonly unread: readonly string[];
    }
  | { readonly kind: "no-mention" };

/**
 * Reads "mentionnez-moi ici pour la sécurité et les dons", "ne me mentionnez plus" and their English; undefined
 * for anything else.
 */
export function readMentionWish(
  text: string,
  themes: readonly Theme[],
): MentionRequest | undefined {
  const said = foldText(text)
    .replaceAll("’", "'")
    .replaceAll(/[\s.!]+$/gu, "")
    .replaceAll(/\s+/gu, " ");
  if (stopping.test(said)) return { kind: "no-mention" };
  const asked = asking.exec(said);
  if (!asked) return undefined;
  const parts = (asked[1] ?? "")
    .split(/,|;| et | and | ou | or /u)
    .map((part) => part.replace(article, "").trim())
    .filter((part) => part !== "" && !everything.test(part));
  const read = parts.map((part) => ({ part, theme: themeNamed(part, themes) }));
  return {
    kind: "mention",
    themes: [...new Set(read.flatMap(({ theme }) => theme ?? []))],
    unread: read.filter(({ theme }) => theme === undefined).map(({ part }) => part),
  };
}

const courtesy = "(?:(?:bonjour|hello|hi|merci de|please|s'il vous plait)[ ,]+)?";
const place = "(?: (?:ici|dans ce salon|dans ce canal|here|in this (?:room|channel)))?";
const politely = "(?:,? (?:s'il vous plait|svp|stp|s'il te plait|please|merci))?";

const asking = new RegExp(
  `^${courtesy}(?:(?:vous pouvez |tu peux |pouvez-vous |peux-tu )?me mentionner|mentionne[zr]?[- ]moi|(?:(?:can|could) you )?mention me)${place}(?: (?:pour|sur|a propos de|for|about|on) (.+?))?${place}${politely} ?\\??$`,
  "u",
);

const stopping = new RegExp(
  `^${courtesy}(?:(?:ne )?me mentionne[zr]? (?:plus|pas)|ne (?:plus|pas) me mentionner|arrete[zr]? de me mentionner|(?:please )?(?:do not|don't|dont|never) mention me|stop mentioning me|no longer mention me)(?: (?:any ?more|again))?${place}(?: any ?more)?${politely}$`,
  "u",
);

const article = /^ ?(?:l'|(?:les?|la|des?|du|the|themes?|sujets?) )+/u;
const everything = /^(?:tout|tous|toutes?|tous les themes|all|every(?:thing| theme)?)$/u;
