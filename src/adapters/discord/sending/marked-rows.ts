import { ButtonStyle, ComponentType } from "discord.js";
import { laidOut, numberOf, type PlacedChoice } from "../../../model/marked-choices.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Reply } from "../../../model/reply.ts";
import { choiceId, severalId, severalValue } from "./custom-ids.ts";
import { cut, longestLabel, longestOption, mostButtons, mostOptions } from "./label-limits.ts";

/** What is shown of a reply whose text lists its choices. */
export type Marked = Pick<Reply, "key" | "choices" | "mostChosen">;

/**
 * Rows under a text that lists its choices: those with a number, then those with a word. Where several may be
 * chosen together, the numbered ones are in one select.
 */
export function markedRows({ key, choices, mostChosen }: Marked, tell: Tell): object[][] {
  const { numbered, named } = laidOut(choices);
  const buttons = (some: readonly PlacedChoice[], style: ButtonStyle) =>
    inRows(some).map((row) => row.map((one) => button(key, one, style)));
  const first =
    mostChosen === undefined || numbered.length === 0
      ? buttons(numbered, ButtonStyle.Primary)
      : [[selectOf(key, numbered, { mostChosen, tell })]];
  return [...first, ...buttons(named, ButtonStyle.Secondary)];
}

function inRows(choices: readonly PlacedChoice[]): PlacedChoice[][] {
  const rows = Math.ceil(choices.length / mostButtons);
  return Array.from({ length: rows }, (_, row) =>
    choices.slice(row * mostButtons, (row + 1) * mostButtons),
  );
}

function button(key: string, { choice, index }: PlacedChoice, style: ButtonStyle): object {
  const label = cut(choice.mark ?? choice.label, longestLabel);
  return { type: ComponentType.Button, style, label, custom_id: choiceId(key, index) };
}

function selectOf(
  key: string,
  choices: readonly PlacedChoice[],
  { mostChosen, tell }: { readonly mostChosen: number; readonly tell: Tell },
): object {
  const options = choices.slice(0, mostOptions).map(({ choice, index }) => {
    const number = numberOf(choice) ?? index + 1;
    const label = cut(`${number}. ${choice.label}`, longestOption);
    return { label, value: severalValue(index, number) };
  });
  const most = Math.min(mostChosen, options.length);
  return {
    type: ComponentType.StringSelect,
    custom_id: severalId(key),
    placeholder: tell("choices-placeholder", { most }),
    min_values: 1,
    max_values: most,
    options,
  };
}
