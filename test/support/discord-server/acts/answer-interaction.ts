import { ApiRefusal, refusal } from "../api-refusal.ts";
import { checkChoice } from "../checks/check-command.ts";
import { checkModal } from "../checks/check-modal.ts";
import { FormCheck } from "../checks/form-check.ts";
import { isEmpty } from "../checks/check-message.ts";
import type { UploadedFile } from "../http/read-body.ts";
import { type Interaction, interactionTypes } from "../interaction.ts";
import { type Json, isThere, numberOf, objectOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import type { Message } from "../world/world-data.ts";
import { changeMessage } from "./change-message.ts";
import { postMessage, textParts } from "./post-message.ts";
import { readChange, readParts } from "./read-parts.ts";

/** Source: developers/interactions/receiving-and-responding#interaction-callback-type */
const callbackTypes = {
  message: 4,
  later: 5,
  updateLater: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

const EPHEMERAL = 64;
const LOADING = 128;

/** Which first answers an interaction takes. An update needs a message to update. */
function allowedFor({ start: { type, message } }: Interaction): readonly number[] {
  const onMessage = message ? [6, 7] : [];
  if (type === interactionTypes.autocomplete) return [8];
  if (type === interactionTypes.modal) return [4, 5, ...onMessage];
  return [4, 5, 9, ...onMessage];
}

/** Takes the first answer to an interaction. @throws ApiRefusal 50035, 50006 */
export function answerInteraction(
  core: ServerCore,
  interaction: Interaction,
  body: Json,
  files: readonly UploadedFile[],
): void {
  const type = numberOf(body["type"]);
  if (type === undefined || !allowedFor(interaction).includes(type)) {
    const form = new FormCheck();
    const allowed = allowedFor(interaction).join(", ");
    form.wrong(["type"], "BASE_TYPE_CHOICES", `Value of field "type" must be one of (${allowed}).`);
    form.done();
  }
  const data = objectOf(body["data"]);
  const { message } = interaction.start;
  if (type === callbackTypes.message)
    interaction.original = sendAnswer(core, interaction, data, files);
  else if (type === callbackTypes.later)
    interaction.original = promiseAnswer(core, interaction, data);
  else if (type === callbackTypes.choices) interaction.choices = choicesOf(data);
  else if (type === callbackTypes.modal) {
    checkModal(data);
    interaction.modal = data;
  } else if (message) {
    if (type === callbackTypes.update)
      changeMessage(
        core,
        message,
        readUnderData(() => readChange(core, data, files, message.attachments)),
        data["allowed_mentions"],
      );
    interaction.original = message;
  }
  interaction.acknowledge(type ?? 0, core.world.nowMs);
  core.changes.happened();
}

/** Sends a message in an interaction's name: its answer, or a further one. @throws ApiRefusal 50035, 50006 */
export function sendAnswer(
  core: ServerCore,
  interaction: Interaction,
  data: Json,
  files: readonly UploadedFile[],
  isFirst = true,
): Message {
  const read = (): ReturnType<typeof readParts> => readParts(core, data, files);
  const parts = isFirst ? readUnderData(read) : read();
  if (isEmpty(data, files.length)) throw refusal("emptyMessage");
  return place(core, interaction, parts, isEphemeral(data), data["allowed_mentions"]);
}

function promiseAnswer(core: ServerCore, interaction: Interaction, data: Json): Message {
  const parts = { ...textParts(""), flags: LOADING };
  return place(core, interaction, parts, isEphemeral(data), { parse: [] });
}

function place(
  core: ServerCore,
  { id, start }: Interaction,
  parts: ReturnType<typeof textParts>,
  hidden: boolean,
  allowed: unknown,
): Message {
  const { channel, person } = start;
  const flags = parts.flags | (hidden ? EPHEMERAL : 0);
  return postMessage(core, {
    channel,
    author: core.bot,
    parts: { ...parts, flags },
    allowed,
    interactionId: id,
    onlyFor: hidden ? person.id : undefined,
  });
}

function isEphemeral(data: Json): boolean {
  return ((numberOf(data["flags"]) ?? 0) & EPHEMERAL) !== 0;
}

function choicesOf(data: Json): readonly Json[] {
  const form = new FormCheck();
  if (!isThere(data["choices"])) form.required(["data", "choices"]);
  const choices = form.list(["data", "choices"], data["choices"], 25);
  for (const [index, choice] of choices.entries())
    checkChoice(form, ["data", "choices", index], choice);
  form.done();
  return choices.map(objectOf);
}

/** In a callback the message stands under `data`, and so do its errors. */
function readUnderData<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ApiRefusal) || !error.errors) throw error;
    throw new ApiRefusal(error.status, error.code, error.message, { data: error.errors });
  }
}
