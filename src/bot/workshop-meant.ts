import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Registration } from "../model/registration.ts";
import type { Workshop } from "../model/workshop.ts";
import type { SignUpRequest } from "../understanding/read-sign-up.ts";
import { startOf } from "../workshops/workshop-time.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { workshopsNamed } from "../workshops/workshops-named.ts";
import type { TurnContext } from "./turn-context.ts";

/** Whose seats are spoken of. */
export interface SeatSpeaker extends Partial<Pick<IncomingMessage, "roles" | "from">> {
  /** Whether nobody else reads it; unknown counts as yes. */
  readonly isAlone?: boolean | undefined;
  /** The person's registrations that are not over. */
  readonly seats?: readonly Registration[] | undefined;
}

/** The workshop of the number a request says, or else the only one that may be meant. */
export function workshopMeant(
  request: Exclude<SignUpRequest, { kind: "mine" }>,
  text: string,
  context: TurnContext,
  { seats = [] }: SeatSpeaker,
): Workshop | undefined {
  if (request.number !== undefined) return byNumber(request.number, context);
  const inView = find(context.conversation.workshop, context);
  switch (request.kind) {
    case "remind":
      // Said of all, unless a workshop is named.
      return undefined;
    case "sign-up": {
      const named = namedIn(text, context);
      return named.length > 0 ? onlyOne(named) : inView;
    }
    case "accept":
    case "decline":
      return onlyOf(
        seats.filter(({ state }) => state.kind === "offered"),
        context,
      );
    case "seats":
    case "give-up":
    case "still-coming": {
      const isTheirs = seats.some(({ workshop }) => workshop === inView?.id);
      return isTheirs ? inView : onlyOf(seats, context);
    }
  }
}

/** The workshops to come that a text names by their day, title or theme, by start. */
export function namedIn(text: string, context: TurnContext): readonly Workshop[] {
  const { knowledge, now } = context;
  const { library, settings } = knowledge;
  const { themes } = library;
  return workshopsNamed(text, { coming: toCome(context), themes, now, ...settings });
}

/** The workshops people can still come to, by start. */
export function toCome(context: TurnContext): readonly Workshop[] {
  return publicOnes(context).filter((one) => takesPlace(one) && startOf(one) > context.now);
}

/** Their workshop that is spoken of, or else the next one; undefined when they have none. */
export function theirs(context: TurnContext, seats: readonly Registration[]): Workshop | undefined {
  const ids = new Set(seats.map(({ workshop }) => workshop));
  const inView = find(context.conversation.workshop, context);
  if (inView && ids.has(inView.id)) return inView;
  return publicOnes(context).find(({ id }) => ids.has(id));
}

/** A workshop anybody may know of, by its id. */
export function find(id: string | undefined, context: TurnContext): Workshop | undefined {
  return id === undefined ? undefined : publicOnes(context).find((one) => one.id === id);
}

/** The one people mean by a short number: the latest to bear it. */
export function byNumber(number: number, context: TurnContext): Workshop | undefined {
  return publicOnes(context).findLast((workshop) => workshop.number === number);
}

function onlyOf(seats: readonly Registration[], context: TurnContext): Workshop | undefined {
  const [only, ...others] = seats;
  return others.length === 0 ? find(only?.workshop, context) : undefined;
}

function onlyOne([only, ...others]: readonly Workshop[]): Workshop | undefined {
  return others.length === 0 ? only : undefined;
}

function publicOnes({ knowledge, now }: TurnContext): readonly Workshop[] {
  return knowledge.programme(now).filter(({ publication }) => publication === "published");
}
