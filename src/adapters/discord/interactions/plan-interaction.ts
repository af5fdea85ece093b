import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import { type Command, commandNamed } from "../commands/commands.ts";
import { wordsOfCommand } from "../commands/words-of-command.ts";
import type { SaidByInteraction, SentReply } from "../discord-documents.ts";
import { fieldOf, idOf, listOf, numberOf, textOf } from "../field-of.ts";
import { messageMeant } from "../receiving/message-meant.ts";
import { messageText } from "../receiving/message-text.ts";
import { choiceIn } from "./choice-in.ts";
import { pressId } from "./press-id.ts";
import { readCustomId } from "../sending/custom-ids.ts";
import { instantOf } from "../snowflake.ts";
import {
  type Acknowledgement,
  later,
  noted,
  proposals,
  quietly,
  windowToWrite,
} from "./acknowledgements.ts";
import { type Interaction, optionOf, writtenIn } from "./read-interaction.ts";

/** How an interaction is answered: at once, and whether something is said to the core. */
export interface InteractionPlan {
  readonly acknowledgement: Acknowledgement;
  readonly said?: SaidByInteraction;
  /** The answer is for the person alone. */
  readonly isEphemeral: boolean;
  /** A message of its own waits to be filled. */
  readonly hasOwnMessage: boolean;
}

/** What is known, in memory: nothing may be waited for. */
export interface Planning {
  readonly tell: (language: Language) => Tell;
  readonly language: Language;
  readonly ourUser: string;
  readonly suggest: (words: string, language: Language) => readonly string[];
  readonly findReply: (key: string) => SentReply | undefined;
}

/** Decides what becomes of an interaction, from what it holds and what is in memory. */
export function planInteraction(done: Interaction, planning: Planning): InteractionPlan {
  switch (done.kind) {
    case "typing":
      return onlyAcknowledge(
        proposals(planning.suggest(optionOf(done) ?? "", speak(done, planning))),
      );
    case "command":
      return planCommand(done, planning);
    case "press":
      return planPress(done, planning);
    case "window":
      return planWindow(done);
  }
}

function planCommand(done: Interaction, planning: Planning): InteractionPlan {
  const { data } = done;
  const command = commandNamed(textOf(data, "name"), numberOf(data, "type"), planning.tell);
  const tell = planning.tell(speak(done, planning));
  if (!command) return onlyAcknowledge(quietly(tell("choice-gone")));
  const target = idOf(data, "target_id");
  const pointedAt =
    target === undefined ? undefined : fieldOf(data, "resolved", "messages", target);
  const message = pointedAt === undefined ? undefined : messageText(pointedAt, planning.ourUser);
  const repliesTo =
    pointedAt !== undefined ? messageMeant(pointedAt, planning.ourUser, target) : undefined;
  const text = wordsOfCommand(command, { option: optionOf(done), message }, tell);
  if (text === undefined) {
    return onlyAcknowledge(
      command.place === "slash" ? windowToWrite(tell) : quietly(tell("menu-empty")),
    );
  }
  const isEphemeral = command.isEphemeral && !done.place.isDirect;
  return answerLater(done, {
    text,
    ...(repliesTo && { repliesTo }),
    ...seenBy(done, isEphemeral, command),
  });
}

/** The language is that of the talk in the channel, though only the person sees that it is set. */
function seenBy(done: Interaction, isEphemeral: boolean, { id }: Command) {
  return { isEphemeral, room: roomOf(done, isEphemeral && id !== "language") };
}

function planPress(done: Interaction, planning: Planning): InteractionPlan {
  const { data, isOnEphemeral, message } = done;
  const pressed = readCustomId(textOf(data, "custom_id"));
  const tell = planning.tell(speak(done, planning));
  if (pressed?.kind === "words") return onlyAcknowledge(windowToWrite(tell));
  const reply = pressed && planning.findReply(pressed.key);
  const chosen = pressed && reply && choiceIn(pressed, listOf(data, "values"), reply);
  if (!pressed || !reply || !chosen) {
    return onlyAcknowledge(quietly(tell("choice-too-old")));
  }
  if (reply.asker !== undefined && reply.asker !== done.person) {
    return onlyAcknowledge(quietly(tell("choice-of-other")));
  }
  const { index, label } = chosen;
  const made = { key: pressed.key, index, reply, person: done.person, interaction: done.id };
  const id = pressId(made, instantOf(done.id));
  const choice = { id, pressed: label, pressedKey: pressed.key };
  // What is open to everybody is answered to each alone.
  if (isOnEphemeral || (reply.asker === undefined && !done.place.isDirect)) {
    const room = roomOf(done, true);
    // The answer is shown by the interaction, whatever the event is called.
    return answerLater(done, { ...choice, pressedOn: done.id, isEphemeral: true, room });
  }
  // What was private and came late is shown by direct message, and is still of its own room.
  const room = reply.room ?? roomOf(done, false);
  const said = { ...saidBy(done, room), ...choice, pressedOn: message };
  return { acknowledgement: noted, said, isEphemeral: false, hasOwnMessage: false };
}

function planWindow(done: Interaction): InteractionPlan {
  const isEphemeral = done.isOnEphemeral;
  const room = roomOf(done, isEphemeral);
  return answerLater(done, { text: writtenIn(done).trim(), isEphemeral, room });
}

function answerLater(
  done: Interaction,
  {
    isEphemeral,
    room,
    ...said
  }: Partial<SaidByInteraction> & { readonly isEphemeral: boolean; readonly room: string },
): InteractionPlan {
  return {
    acknowledgement: later(isEphemeral),
    said: { ...saidBy(done, room), ...said },
    isEphemeral,
    hasOwnMessage: true,
  };
}

function saidBy({ id, roles, language, place }: Interaction, room: string): SaidByInteraction {
  const isAlone = place.isDirect || room !== place.channel;
  return {
    id,
    room,
    isDirect: isAlone,
    roles,
    text: "",
    ...(place.thread !== undefined && { thread: place.thread }),
    ...(language !== undefined && { language }),
  };
}

/** What one person alone sees in a channel of several is a room of its own. */
function roomOf({ place, person }: Interaction, isEphemeral: boolean): string {
  return isEphemeral && !place.isDirect ? `${place.channel}/${person}` : place.channel;
}

function onlyAcknowledge(acknowledgement: Acknowledgement): InteractionPlan {
  return { acknowledgement, isEphemeral: true, hasOwnMessage: false };
}

function speak({ language }: Interaction, planning: Planning): Language {
  return language ?? planning.language;
}
