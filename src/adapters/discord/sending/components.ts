import { ButtonStyle, ComponentType } from "discord.js";
import type { Tell } from "../../../model/phrases.ts";
import type { Choice, Reply } from "../../../model/reply.ts";
import { choiceId, selectId, wordsId } from "./custom-ids.ts";

/** Source: https://discord.com/developers/docs/components/reference */
const mostButtons = 5;
const mostOptions = 25;
const longestLabel = 80;
const longestOption = 100;

/** Choices that judge an answer stand back behind those that go on. */
const quiet: ReadonlySet<string> = new Set(["useful", "not-useful", "no", "none"]);

/** What goes under a reply: a button for each choice, above five a select; and a way to write where we cannot read. */
export function componentsOf(
  { key, choices }: Pick<Reply, "key" | "choices">,
  { withWords, tell }: { readonly withWords: boolean; readonly tell: Tell },
): readonly object[] {
  const rows =
    choices.length > mostButtons ? [[select(key, choices, tell)]] : [buttons(key, choices)];
  if (withWords) {
    const button = {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: tell("words-button"),
      custom_id: wordsId(key),
    };
    const isRoom = choices.length < mostButtons;
    if (isRoom) rows[0]?.push(button);
    else rows.push([button]);
  }
  return rows
    .filter((row) => row.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }));
}

/** Choices beyond what a select holds are written out: they can be answered by their number. */
export function choicesBeyond(choices: readonly Choice[]): string {
  const lines = choices.map(({ label }, index) => `${index + 1}. ${oneLine(label)}`);
  return choices.length > mostOptions ? lines.join("\n") : "";
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

function cut(label: string, most: number): string {
  const line = oneLine(label);
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

function oneLine(label: string): string {
  return label.replaceAll(/\s+/g, " ").trim() || "…";
}
