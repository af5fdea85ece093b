import { ComponentType, InteractionResponseType, MessageFlags, TextInputStyle } from "discord.js";
import type { Tell } from "../../../model/phrases.ts";
import { callNobody } from "../sending/call-nobody.ts";

/** The first answer to an interaction, as the API takes it. */
export interface Acknowledgement {
  readonly type: number;
  readonly data?: object;
}

/** An answer follows. */
export function later(isEphemeral: boolean): Acknowledgement {
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  return isEphemeral ? { type, data: { flags: MessageFlags.Ephemeral } } : { type };
}

/** Nothing changes where it was pressed; an answer may follow elsewhere. */
export const noted: Acknowledgement = { type: InteractionResponseType.DeferredMessageUpdate };

/** Words for the person alone, and that is all. */
export function quietly(content: string): Acknowledgement {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content, flags: MessageFlags.Ephemeral, allowed_mentions: callNobody },
  };
}

/** What may be meant by what is being typed; 25 choices of 100 characters at most. */
export function proposals(titles: readonly string[]): Acknowledgement {
  const choices = titles.slice(0, 25).map((title) => {
    const name = title.length <= 100 ? title : `${title.slice(0, 99)}…`;
    return { name, value: title.slice(0, 100) };
  });
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}

/** What a window and its field are called: whoever fills it in says words, and that is all. */
const words = "words";

/** A window to write in. Source: https://discord.com/developers/docs/components/reference#text-input */
export function windowToWrite(tell: Tell): Acknowledgement {
  const input = {
    type: ComponentType.TextInput,
    custom_id: words,
    style: TextInputStyle.Paragraph,
    min_length: 1,
    max_length: 4000,
    required: true,
  };
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: words,
      title: tell("words-title").slice(0, 45),
      components: [
        { type: ComponentType.Label, label: tell("words-label").slice(0, 45), component: input },
      ],
    },
  };
}
