import { ButtonStyle, ComponentType } from "discord.js";
import { areListedInText } from "../../../model/marked-choices.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Choice } from "../../../model/reply.ts";
import { choiceId, selectId, wordsId } from "./custom-ids.ts";
import {
  cut,
  longestLabel,
  longestOption,
  mostButtons,
  mostOptions,
  mostRows,
  oneLine,
} from "./label-limits.ts";
import { type Marked, markedRows } from "./marked-rows.ts";

/** Choices that judge an answer stand back behind those that go on. */
const quiet: ReadonlySet<string> = new Set(["useful", "not-useful", "no", "none"]);

/**
 * What goes under a reply: a button for each choice, above five a select; where the text lists them, as many as
 * there is room for. And a way to write where we cannot read.
 */
export function componentsOf(
  reply: Marked,
  { withWords, tell }: { readonly withWords: boolean; readonly tell: Tell },
): readonly object[] {
  const { key } = reply;
  const marked = areListedInText(reply.choices) ? withWay(markedRows(reply, tell)) : undefined;
  // Rows have no room for so many: one list holds them, as it does choices without marks.
  const rows = marked && marked.length <= mostRows ? marked : withWay(plainRows(reply, tell));
  return rows.map((components) => ({ type: ComponentType.ActionRow, components }));

  function withWay(shown: readonly object[][]): readonly object[][] {
    const filled = shown.filter((row) => row.length > 0);
    if (!withWords) return filled;
    const label = tell("words-button");
    const style = ButtonStyle.Secondary;
    const way = { type: ComponentType.Button, style, label, custom_id: wordsId(key) };
    const last = filled.at(-1);
    const hasRoom = last !== undefined && last.length < mostButtons && last.every(isButton);
    return hasRoom ? [...filled.slice(0, -1), [...last, way]] : [...filled, [way]];
  }
}

/** Choices beyond what a select holds are written out: they can be answered by their number. */
export function choicesBeyond(choices: readonly Choice[]): string {
  if (choices.length <= mostOptions || areListedInText(choices)) return "";
  return choices.map(({ label }, index) => `${index + 1}. ${oneLine(label)}`).join("\n");
}

function plainRows({ key, choices }: Marked, tell: Tell): object[][] {
  return choices.length > mostButtons ? [[select(key, choices, tell)]] : [buttons(key, choices)];
}

function buttons(key: string, choices: readonly Choice[]): object[] {
  return choices.map(({ label, value }, index) => ({
    type: ComponentType.Button,
    style: quiet.has(value) ? ButtonStyle.Secondary : ButtonStyle.Primary,
    label: cut(label, longestLabel),
    custom_id: choiceId(key, index),
  }));
}

function select(key: string, choices: readonly Choice[], tell: Tell): object {
  return {
    type: ComponentType.StringSelect,
    custom_id: selectId(key),
    placeholder: tell("choice-placeholder"),
    options: choices.slice(0, mostOptions).map(({ label }, index) => ({
      label: cut(label, longestOption),
      value: String(index),
    })),
  };
}

function isButton(part: object): boolean {
  return "type" in part && part.type === ComponentType.Button;
}
