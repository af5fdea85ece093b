import { personKey } from "../model/address.ts";
import type { Conversation } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Diagnostics } from "./diagnostic/diagnostics.ts";
import { openTurn, type Opening } from "./open-turn.ts";
import { turnKeyOf } from "./turn-key.ts";

/** A correction that comes too late to change what was answered, as a message of its own. */
interface LateOpening {
  readonly message: IncomingMessage;
  readonly opening: Opening;
  /** The question of the diagnostic that the corrected message answered. */
  readonly answered: string;
}

/**
 * Where a late correction may be of use: it corrects an answer of a diagnostic that goes on, and they are asked
 * whether that is to change. Undefined for all the others.
 */
export async function openLate(
  found: Conversation,
  { edits, ...message }: IncomingMessage,
  now: Date,
  diagnostics: Pick<Diagnostics, "answeredIn">,
): Promise<LateOpening | undefined> {
  const { address, from } = message;
  if (edits === undefined || !address.isDirect) return undefined;
  const person = personKey(address.platform, from);
  const answered = await diagnostics.answeredIn(person, turnKeyOf(address, edits));
  if (answered === undefined) return undefined;
  // Below the message it corrects, and nothing corrects it in its turn.
  const said = { ...message, pressedOn: edits };
  const opening = openTurn(found, said, now);
  return opening && { message: said, opening, answered };
}
