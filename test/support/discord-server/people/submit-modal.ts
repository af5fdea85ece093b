import { componentTypes } from "../checks/check-components.ts";
import { type Interaction, interactionTypes } from "../interaction.ts";
import { type Json, listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import type { Account } from "../world/world-data.ts";
import { beginInteraction } from "./begin-interaction.ts";

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Fills in and sends the modal that an interaction was answered with. @throws Error when it cannot be sent */
export function submitModal(
  core: ServerCore,
  person: Account,
  asked: Interaction,
  fields: Fields,
): Interaction {
  const { modal, start } = asked;
  if (!modal) throw new Error(`${person.username} was shown no modal`);
  if (start.person !== person) throw new Error("The modal is shown to somebody else");
  const parts = listOf(modal["components"]).map(objectOf);
  const known = parts.map(fieldOf).map((field) => textOf(field["custom_id"]) ?? "");
  const odd = Object.keys(fields).find((name) => !known.includes(name));
  if (odd !== undefined) throw new Error(`There is no field "${odd}", only: ${known.join(", ")}`);
  const data = {
    custom_id: modal["custom_id"],
    components: parts.map((part) => filled(part, fields)),
  };
  return beginInteraction(core, {
    type: interactionTypes.modal,
    person,
    channel: start.channel,
    data,
    message: start.message,
  });
}

/** The field of a row or a label; a text to read has none. */
function fieldOf(part: Json): Json {
  return objectOf(part["component"] ?? listOf(part["components"])[0]);
}

function filled(part: Json, fields: Fields): Json {
  const field = fieldOf(part);
  const id = textOf(field["custom_id"]);
  if (id === undefined) return { type: part["type"], id: 0 };
  const answer = { type: field["type"], id: 0, custom_id: id, ...valueOf(field, fields[id]) };
  return part["type"] === componentTypes.label
    ? { type: part["type"], id: 0, component: answer }
    : { type: part["type"], id: 0, components: [answer] };
}

function valueOf(field: Json, given: string | readonly string[] | undefined): Json {
  const name = String(field["custom_id"]);
  const isRequired = field["required"] !== false;
  if (field["type"] !== componentTypes.textInput) {
    const values = typeof given === "string" ? [given] : (given ?? []);
    if (isRequired && values.length === 0) throw new Error(`Something must be chosen in "${name}"`);
    return { values };
  }
  const value = String(given ?? textOf(field["value"]) ?? "");
  if (isRequired && value === "") throw new Error(`"${name}" must be filled in`);
  if (value.length > (numberOf(field["max_length"]) ?? 4000))
    throw new Error(`"${name}" is too long`);
  if (value !== "" && value.length < (numberOf(field["min_length"]) ?? 0))
    throw new Error(`"${name}" is too short`);
  return { value };
}
