import type { PhraseKey } from "../../model/phrases.ts";
import { say } from "../../model/reply.ts";
import type { Workshop } from "../../model/workshop.ts";
import { seatChoice } from "../../sign-up/sign-up-choices.ts";
import { nameOf } from "../../sign-up/tell-notice.ts";
import type { CoordinationAct } from "../../understanding/coordination-words.ts";
import type { CoordinationRequest } from "../../understanding/read-coordination.ts";
import { workshopSaying } from "../knowledge.ts";
import type { Step, TurnContext } from "../turn-context.ts";

/**
 * Answers a command of somebody who may not give it: "annule l'atelier 9" may mean their own seat, which is
 * asked; anything else is kindly refused. Undefined when the words can mean something else.
 * @param meant the workshops it may be about
 */
export function turnAway(
  request: CoordinationRequest,
  { meant, phrase }: { readonly meant: readonly Workshop[]; readonly phrase: PhraseKey },
  context: TurnContext,
): Step | undefined {
  const { speaker, tell, knowledge, conversation, now } = context;
  const seats = new Set(speaker?.seats?.map(({ workshop }) => workshop));
  const own = meant.find(({ id }) => seats.has(id));
  if (request.act === "cancel" && own) {
    const saying = workshopSaying(knowledge, conversation.language, now);
    const choices = [seatChoice("give-up", own, tell), seatChoice("still-coming", own, tell)];
    return {
      mode: { kind: "seats", labels: choices.map(({ label }) => label) },
      replies: [say(tell("seat-yours-instead", { workshop: nameOf(own, saying) }), choices)],
      conversation: { unclearInARow: 0, workshop: own.id },
    };
  }
  return isPlainly(request) ? { replies: [say(tell(phrase))] } : undefined;
}

/** Whether somebody who may not do it can have meant nothing else. */
function isPlainly({ act, rest, number, named = "" }: CoordinationRequest): boolean {
  if (ofOthers.has(act)) return false;
  const isOfOne = number !== undefined || /\d/u.test(named);
  return ofOneWorkshop.has(act) ? isOfOne : rest === "" && !anybodysActs.has(act);
}

const ofOneWorkshop: ReadonlySet<CoordinationAct> = new Set<CoordinationAct>([
  "edit",
  "move",
  "postpone",
  "cancel",
  "duplicate",
  "publish",
  "delete",
  "unschedule",
  "restore",
]);

/** A host says these of the seats of their own workshop. */
const ofOthers: ReadonlySet<CoordinationAct> = new Set<CoordinationAct>(["approve", "refuse"]);

/** Said by others, these words ask about their own seats, or about what anybody may read. */
const anybodysActs: ReadonlySet<CoordinationAct> = new Set<CoordinationAct>([
  "mine",
  "programme",
  "undo",
  "resume",
  "schedule",
  "failures",
  "retry",
  "proof",
]);
