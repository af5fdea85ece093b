import { say } from "../model/reply.ts";
import type { WallTime, Workshop } from "../model/workshop.ts";
import { signUpChoices } from "../sign-up/sign-up-choices.ts";
import { sayNumberedLines } from "../workshops/tell-details.ts";
import { dayOf } from "../workshops/wall-time.ts";
import { workshopSaying } from "./knowledge.ts";
import type { Step, TurnContext } from "./turn-context.ts";
import { toCome } from "./workshop-meant.ts";

/** More than so many are not chosen from on a phone. */
const MOST_SHOWN = 5;

/**
 * Asks which of several workshops somebody signs up for, or says that there is none to come.
 * @param first what is said before
 */
export function askWhich(
  among: readonly Workshop[],
  context: TurnContext,
  first: readonly string[] = [],
): Step {
  const { conversation, knowledge, now, tell } = context;
  const shown = among.slice(0, MOST_SHOWN);
  if (shown.length === 0) return { replies: [say([...first, tell("workshops-none")].join(" "))] };
  const saying = workshopSaying(knowledge, conversation.language, now);
  const choices = signUpChoices(shown, tell);
  const lines = sayNumberedLines(shown, saying).join("\n");
  const labels = choices.map(({ label }) => label);
  return {
    // Those whose sign-up is elsewhere are asked for by their number.
    ...(labels.length > 0 && { mode: { kind: "seats", labels } }),
    replies: [say([...first, tell("sign-up-which"), lines].join("\n\n"), choices)],
    conversation: { unclearInARow: 0 },
  };
}

/** Says that no workshop bears a number, and which there are; to who coordinates, that it is a draft's. */
export function unknownNumber(number: number, context: TurnContext): Step {
  if (isDraft(number, context)) {
    return { replies: [say(context.tell("coordination-number-draft", { number }))] };
  }
  const coming = toCome(context);
  // "Le 14" may be a day of the month.
  const thatDay = coming.filter(({ localStart }) => dateOf(localStart) === number);
  const among = thatDay.length > 0 ? thatDay : coming;
  return askWhich(among, context, [context.tell("seat-number-unknown", { number })]);
}

function isDraft(number: number, { knowledge, now, speaker }: TurnContext): boolean {
  const mayKnow = speaker?.roles.includes("coordinator") === true;
  const last = knowledge.programme(now).findLast((workshop) => workshop.number === number);
  return mayKnow && (last?.publication === "draft" || last?.publication === "review");
}

function dateOf(start: WallTime): number {
  return Number(dayOf(start).slice(-2));
}
