import type { Workshop } from "../../model/workshop.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import { takesPlace } from "../../workshops/workshop-state.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { paragraphs, type Announcing, type Words } from "./announcing.ts";
import { sayWhen } from "../../workshops/say-when.ts";
import { satisfactionChoices } from "./workshop-choices.ts";

/** Asks once whether it was useful, with one next step on the same theme if there is one. */
export function satisfactionWords(
  workshop: Workshop,
  programme: readonly Workshop[],
  announcing: Announcing,
): Words {
  const { tell, now } = announcing;
  const next = programme.find(
    (other) =>
      other.publication === "published" &&
      takesPlace(other) &&
      startOf(other) > now &&
      other.themes.some((theme) => workshop.themes.includes(theme)),
  );
  return {
    text: paragraphs(
      tell("announce-satisfaction", { title: inLanguage(workshop.title, announcing) }),
      next &&
        tell("announce-next-step", {
          title: inLanguage(next.title, announcing),
          when: sayWhen([next], announcing),
        }),
    ),
    choices: satisfactionChoices(workshop, announcing),
    times: [],
  };
}
