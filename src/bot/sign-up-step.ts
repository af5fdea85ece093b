import { say, type Choice } from "../model/reply.ts";
import type { Workshop } from "../model/workshop.ts";
import type { SignUpWish } from "../model/sign-up-wish.ts";
import { seatChoice, type SeatWords } from "../sign-up/sign-up-choices.ts";
import { nameOf } from "../sign-up/tell-notice.ts";
import { readAssent } from "../understanding/read-assent.ts";
import { readAttendance, type Attendance } from "../understanding/read-attendance.ts";
import { readChoice } from "../understanding/read-choice.ts";
import { readNeeds } from "../understanding/read-needs.ts";
import { readOpinion } from "../understanding/read-opinion.ts";
import { readOwnDetails } from "../understanding/read-own-details.ts";
import { readSeatDecision } from "../understanding/read-seat-decision.ts";
import { readSheetRequest } from "../understanding/read-sheet-request.ts";
import { readSignUp, type SignUpRequest } from "../understanding/read-sign-up.ts";
import { readWorkshopAlone, type WorkshopAlone } from "../understanding/read-workshop-alone.ts";
import { startOf } from "../workshops/workshop-time.ts";
import { askWhich, unknownNumber } from "./ask-which-workshop.ts";
import { workshopSaying } from "./knowledge.ts";
import { choicesOf } from "./mode-prompt.ts";
import type { Step, TurnContext } from "./turn-context.ts";
import {
  byNumber,
  find,
  namedIn,
  theirs,
  toCome,
  workshopMeant,
  type SeatSpeaker,
} from "./workshop-meant.ts";

/**
 * Reads a message as something about seats: only when it names a workshop that is there, or when there is
 * but one it may mean. Anything else is a question as any other.
 */
export function signUpStep(
  text: string,
  context: TurnContext,
  speaker: SeatSpeaker,
): Step | undefined {
  const sheet = readSheetRequest(text);
  if (sheet !== undefined) {
    const step = hostStep(sheet, context, speaker, (workshop) => ({ kind: "sheet", workshop }));
    return step ?? unknownNumber(sheet, context);
  }
  const attendance = readAttendance(text);
  if (attendance) return attendanceStep(attendance, context, speaker);
  const opinion = readOpinion(text);
  if (opinion) {
    const workshop = byNumber(opinion.number, context)?.id;
    return workshop === undefined ? undefined : wanting({ ...opinion, kind: "judge", workshop });
  }
  const decision = readSeatDecision(text);
  if (decision) {
    const { decision: kind, order, number } = decision;
    return hostStep(number, context, speaker, (workshop) => ({ kind, workshop, order }));
  }
  const request = readSignUp(text);
  if (request) return stepFor(request, text, context, speaker);
  const alone = readWorkshopAlone(text);
  if (alone) return aloneStep(alone, context, speaker);
  return ownWorkshopStep(text, context, speaker);
}

/**
 * Reads a bare answer ("oui", "2") to what was said of seats: words that stand there to be chosen or, where
 * nothing else waits or was said since, those that the only seats to be answered for ask for.
 */
export function answerAboutSeats(
  text: string,
  context: TurnContext,
  speaker: SeatSpeaker,
): Step | undefined {
  const { mode } = context.conversation;
  const pending = answerPending(text, context, speaker);
  if (pending) return pending;
  const choices = choicesOf(mode, context);
  const isAsked = mode.kind === "seats" && choices.length === 2;
  const chosen = readChoice(text, choices) ?? (isAsked ? byAssent(text, choices) : undefined);
  if (chosen?.value.startsWith("say:") !== true) return undefined;
  const alone = readWorkshopAlone(text);
  const isNamed = alone !== undefined && chosen.label.includes(String(alone.number));
  // Who only names their workshop does not give up their seat at it.
  const isSignUp = readSignUp(chosen.label)?.kind === "sign-up";
  const named = isNamed && !isSignUp ? aloneStep(alone, context, speaker) : undefined;
  return named ?? signUpStep(chosen.label, context, speaker);
}

function answerPending(text: string, context: TurnContext, speaker: SeatSpeaker): Step | undefined {
  const [pending, ...others] = (speaker.seats ?? []).filter(
    ({ state }) =>
      state.kind === "offered" || (state.kind === "registered" && state.confirmBy !== undefined),
  );
  const workshop = pending && find(pending.workshop, context);
  if (!pending || !workshop || others.length > 0 || speaker.isAlone === false) return undefined;
  const { mode, updatedAt } = context.conversation;
  // What waits was asked before: the seats are what was read last.
  const isLast = pending.stateSince > updatedAt;
  if (mode.kind !== "idle" && !isLast) return undefined;
  const words: readonly SeatWords[] =
    pending.state.kind === "offered" ? ["accept", "decline"] : ["still-coming", "give-up"];
  const choices = words.map((one) => seatChoice(one, workshop, context.tell));
  const chosen = byAssent(text, choices) ?? readChoice(text, choices);
  return chosen && signUpStep(chosen.label, context, speaker);
}

/** Of two, yes is the first, which keeps the seats. */
function byAssent(text: string, choices: readonly Choice[]): Choice | undefined {
  const assent = readAssent(text);
  return assent && choices[assent === "yes" ? 0 : 1];
}

/** What somebody who signed up says or asks of their workshop, as long as nothing else is talked of. */
function ownWorkshopStep(
  text: string,
  context: TurnContext,
  { seats = [], isAlone = true }: SeatSpeaker,
): Step | undefined {
  const { mode } = context.conversation;
  const isElsewhere = mode.kind === "answered" && !mode.intent.startsWith("workshop.");
  const mine = theirs(context, seats);
  const needs = readNeeds(text);
  if (needs !== undefined) return mine && wanting({ kind: "needs", workshop: mine.id, needs });
  const details = readOwnDetails(text);
  if (!details || isElsewhere) return undefined;
  const { number } = details;
  if (number === undefined) {
    const meant = mine ?? (isAlone ? onlyToCome(context) : undefined);
    return meant && wanting({ kind: "details", workshop: meant.id });
  }
  const named = byNumber(number, context);
  const isTheirs = seats.some(({ workshop }) => workshop === named?.id);
  return named && (isTheirs || isAlone)
    ? wanting({ kind: "details", workshop: named.id })
    : undefined;
}

/** The workshop spoken of, or the only one to come, for who has no seat. */
function onlyToCome(context: TurnContext): Workshop | undefined {
  const [first, ...others] = toCome(context);
  return find(context.conversation.workshop, context) ?? (others.length === 0 ? first : undefined);
}

/** All of a workshop that is only named, with how to sign up; "le 8" only where workshops are talked of. */
function aloneStep(
  { number, isSure }: WorkshopAlone,
  context: TurnContext,
  { isAlone = true }: SeatSpeaker,
): Step | undefined {
  const workshop = byNumber(number, context);
  const { lastIntent, workshop: inView } = context.conversation;
  const isTalkedOf = inView !== undefined || lastIntent?.startsWith("workshop.") === true;
  if (!isAlone || (!isSure && !isTalkedOf)) return undefined;
  if (workshop) return wanting({ kind: "details", workshop: workshop.id });
  return isSure ? unknownNumber(number, context) : undefined;
}

function stepFor(
  request: SignUpRequest,
  text: string,
  context: TurnContext,
  speaker: SeatSpeaker,
): Step | undefined {
  if (request.kind === "mine") return wanting({ kind: "mine" });
  const workshop = workshopMeant(request, text, context, speaker);
  if (!workshop && request.number !== undefined) return unknownNumber(request.number, context);
  switch (request.kind) {
    case "remind": {
      if (!request.times) return { replies: [say(context.tell("reminder-unclear"))] };
      return wanting({ kind: "remind", workshop: workshop?.id, times: request.times });
    }
    case "sign-up": {
      const { seats } = request;
      const named = workshop ? [] : namedIn(text, context);
      if (!workshop) return askWhich(named.length > 0 ? named : toCome(context), context);
      return wanting({ kind: "sign-up", workshop: workshop.id, seats, needs: readNeeds(text) });
    }
    case "seats": {
      const { seats } = request;
      return workshop && wanting({ kind: "sign-up", workshop: workshop.id, seats });
    }
    case "give-up":
    case "accept":
    case "decline":
    case "still-coming":
      return workshop && wanting({ kind: request.kind, workshop: workshop.id });
  }
}

function wanting(wish: SignUpWish): Step {
  const workshop = "workshop" in wish ? wish.workshop : undefined;
  return {
    mode: { kind: "idle" },
    replies: [],
    effects: [{ kind: "sign-up", wish }],
    conversation: { unclearInARow: 0, ...(workshop === undefined ? {} : { workshop }) },
  };
}

/** Nobody came yet to what has not begun. */
function attendanceStep(
  { number, came }: Attendance,
  context: TurnContext,
  speaker: SeatSpeaker,
): Step | undefined {
  const step = hostStep(number, context, speaker, (workshop) => ({
    kind: "count-came",
    workshop,
    came,
  }));
  const workshop = byNumber(number, context);
  if (!workshop && context.speaker?.roles.includes("coordinator") === true) {
    return unknownNumber(number, context);
  }
  const isEarly = step?.effects !== undefined && workshop && startOf(workshop) > context.now;
  return isEarly ? { replies: [say(context.tell("attendance-early"))] } : step;
}

/** What only the host and those who coordinate may do. */
function hostStep(
  number: number,
  context: TurnContext,
  { roles = [], from }: SeatSpeaker,
  wishFor: (workshop: string) => SignUpWish,
): Step | undefined {
  const workshop = byNumber(number, context);
  if (!workshop) return undefined;
  const isHost = from !== undefined && workshop.host === from;
  if (isHost || roles.includes("coordinator")) {
    return wanting(wishFor(workshop.id));
  }
  const { conversation, knowledge, now, tell } = context;
  const saying = workshopSaying(knowledge, conversation.language, now);
  return { replies: [say(tell("sheet-not-yours", { workshop: nameOf(workshop, saying) }))] };
}
