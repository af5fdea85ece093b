import type { Choice } from "../../model/reply.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { Sessions } from "../../workshops/say-when.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import { instantOf } from "../../workshops/wall-time.ts";
import type { Announcing } from "./announcing.ts";
import { sayHour } from "../../workshops/say-when.ts";

/** What a platform shows of a choice at most, in characters. */
const LONGEST_LABEL = 80;

/**
 * One choice for each session people may sign up to with us. As all choices here, its words name the
 * workshop: pressed, copied or said aloud in any room and at any time, they mean the same.
 */
export function signUpChoices(sessions: Sessions, announcing: Announcing): readonly Choice[] {
  const { tell } = announcing;
  return sessions
    .filter((session) => isOpen(session, announcing))
    .map((session) => {
      const { id, number, localStart, timeZone } = session;
      const label =
        sessions.length === 1
          ? tell("choice-sign-up", { number })
          : tell("choice-sign-up-at", { number, time: sayHour(localStart, timeZone, announcing) });
      return { label, value: `sign-up ${id}` };
    });
}

export function giveUpChoice({ id, number }: Workshop, { tell }: Announcing): Choice {
  return { label: tell("choice-give-up", { number }), value: `give-up ${id}` };
}

export function stillComingChoice({ id, number }: Workshop, { tell }: Announcing): Choice {
  return { label: tell("choice-still-coming", { number }), value: `still-coming ${id}` };
}

/** Asks all that is known of a workshop. */
export function detailsChoice({ id, number, title }: Workshop, announcing: Announcing): Choice {
  const label = announcing.tell("choice-details", { number, title: inLanguage(title, announcing) });
  return { label: shortened(label), value: `details ${id}` };
}

/** How useful it was. */
export function satisfactionChoices(
  { id, number }: Workshop,
  { tell }: Announcing,
): readonly Choice[] {
  return (["good", "middling", "bad"] as const).map((how) => ({
    label: tell(`satisfaction-${how}`, { number }),
    value: `${how} ${id}`,
  }));
}

function isOpen({ registration, timeZone }: Workshop, { now }: Announcing): boolean {
  if (registration?.by !== "bot") return false;
  const { closesAt } = registration;
  return closesAt === undefined || now < instantOf(closesAt, timeZone);
}

function shortened(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const cut = label.slice(0, LONGEST_LABEL - 1).toWellFormed();
  return `${cut.replace(/\s+\S*$/u, "")}…`;
}
