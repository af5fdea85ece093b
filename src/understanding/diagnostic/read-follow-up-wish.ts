import { foldText } from "../fold-text.ts";
import { stripCourtesy } from "../strip-courtesy.ts";

/** What somebody wants about being asked how their steps go. */
export type FollowUpWish = "tell" | "compare" | "start" | "stop" | "which";

/**
 * Reads a whole message as a wish about being asked how it goes: « dire où j'en suis », « relancez-moi »,
 * « ne me relancez plus », « mes relances ». « Plus de rappels » and « mes rappels » may mean those of a workshop as
 * well: `isShared`.
 */
export function readFollowUpWish(
  text: string,
): { readonly wish: FollowUpWish; readonly isShared: boolean } | undefined {
  const said = foldText(stripCourtesy(text))
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  for (const { wish, isShared, wording } of wordings) {
    if (wording.test(said)) return { wish, isShared };
  }
  return undefined;
}

const ofWhat =
  "(?: (?:pour|sur|de|du|about|for|on) (?:le |la |les |mes |mon |ma |the |my )?(?:diagnostic|point numerique|petits pas|feuille de route|check up|small steps|steps|roadmap))?";

const wordings = (
  [
    [
      "tell",
      false,
      "(?:je veux |je voudrais )?dire ou j en suis|say how it is going|tell you how it is going",
    ],
    [
      "compare",
      false,
      "(?:je veux |je voudrais )?voir (?:le chemin parcouru|ce qui a change)|see what has changed|show me what (?:has )?changed",
    ],
    [
      "stop",
      false,
      "plus de relances?|(?:ne me |me )?relance[rz]? (?:plus|pas|jamais)|ne plus (?:me )?relancer|(?:stop|arrete[rz]?)(?: (?:les|aux))? relances?|no more check ins?|stop (?:the )?check ins?|do not ask me again|don t ask me again",
    ],
    [
      "start",
      false,
      "relance[rz]? (?:moi|nous)|(?:vous pouvez |pouvez vous )?me relancer|reprendre les relances|ask me again|check in with me|follow up with me",
    ],
    ["which", false, "(?:voir )?mes relances|my check ins?"],
    [
      "stop",
      true,
      "plus de rappels?|(?:stop|arrete[rz]?)(?: (?:les|aux))? rappels?|no more reminders?|stop (?:the |my )?reminders?",
    ],
    ["which", true, "(?:voir |quels sont )?mes rappels|(?:see |what are )?my reminders"],
  ] as const
).map(([wish, isShared, words]) => ({
  wish,
  isShared,
  wording: new RegExp(`^(?:${words})${ofWhat}$`, "u"),
}));
