import { say } from "../model/reply.ts";
import { readAttendance } from "../understanding/read-attendance.ts";
import { readSheetRequest } from "../understanding/read-sheet-request.ts";
import { readSignUp } from "../understanding/read-sign-up.ts";
import { suspending } from "./coordination/suspend-draft.ts";
import { signUpStep } from "./sign-up-step.ts";
import type { Step, TurnContext } from "./turn-context.ts";
import type { SeatSpeaker } from "./workshop-meant.ts";

/** "Inscrits 8", "présents 8 : 9", "je m'inscris au 8": done while a draft is written, which goes on as it was. */
export function seatsDuringDraft(
  text: string,
  context: TurnContext,
  speaker: SeatSpeaker,
): Step | undefined {
  const { mode } = context.conversation;
  if (mode.kind !== "drafting" || !isAboutSeats(text)) return undefined;
  const step = signUpStep(text, context, speaker);
  if (!step || readSignUp(text) === undefined) return step && { ...step, mode };
  // Signing up may ask something: the draft waits beside.
  const told = { ...step, replies: [...step.replies, say(context.tell("draft-suspended"))] };
  return suspending({ ...told, mode: step.mode ?? { kind: "idle" } }, mode.draft, context);
}

/** Whether a text is a whole command about the seats of a workshop it names by its number. */
function isAboutSeats(text: string): boolean {
  if ((readSheetRequest(text) ?? readAttendance(text)) !== undefined) return true;
  const request = readSignUp(text);
  return (
    (request?.kind === "sign-up" || request?.kind === "give-up") && request.number !== undefined
  );
}
