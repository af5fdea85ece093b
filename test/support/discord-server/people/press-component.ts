import { type Interaction, interactionTypes } from "../interaction.ts";
import { type Json, listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import type { Account, Message } from "../world/world-data.ts";
import { beginInteraction } from "./begin-interaction.ts";

/** A press of a button, or a choice in a select. */
export interface Press {
  readonly person: Account;
  readonly message: Message;
  /** The component's id, or the text on a button. */
  readonly component: string;
  /** What is chosen; none for a button. */
  readonly values?: readonly string[];
}

/** Presses or chooses. @throws Error when there is nothing such to press, or it is greyed out */
export function pressComponent(
  core: ServerCore,
  { person, message, component, values }: Press,
): Interaction {
  const parts = message.components.flatMap((row) => listOf(row["components"]).map(objectOf));
  const part =
    parts.find((one) => one["custom_id"] === component) ??
    parts.find((one) => one["label"] === component);
  const shown = parts.map((one) => textOf(one["label"]) ?? textOf(one["custom_id"])).join(", ");
  if (!part)
    throw new Error(`There is no "${component}" under "${message.content}", only: ${shown}`);
  if (part["disabled"] === true) throw new Error(`"${component}" is greyed out`);
  if (textOf(part["custom_id"]) === undefined) throw new Error(`"${component}" is a link`);
  if (values) mustBeOffered(part, values);
  const type = numberOf(part["type"]);
  const data = {
    component_type: type,
    custom_id: part["custom_id"],
    ...(values && { values }),
    id: 0,
  };
  const channel = core.world.channel(message.channelId);
  return beginInteraction(core, {
    type: interactionTypes.component,
    person,
    channel,
    data,
    message,
  });
}

function mustBeOffered(select: Json, values: readonly string[]): void {
  const least = numberOf(select["min_values"]) ?? 1;
  const most = numberOf(select["max_values"]) ?? 1;
  if (values.length < least || values.length > most)
    throw new Error(`Between ${least} and ${most} may be chosen`);
  if (select["type"] !== 3) return;
  const offered = listOf(select["options"]).map((option) => objectOf(option)["value"]);
  const odd = values.find((value) => !offered.includes(value));
  if (odd !== undefined) throw new Error(`"${odd}" is not offered, only: ${offered.join(", ")}`);
}
