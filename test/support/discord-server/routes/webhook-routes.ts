import { refusal } from "../api-refusal.ts";
import { sendAnswer } from "../acts/answer-interaction.ts";
import { changeMessage, removeMessage } from "../acts/change-message.ts";
import { readChange } from "../acts/read-parts.ts";
import { noContent, ok, open, type Call, type Reply, type Route } from "../http/route.ts";
import type { Interaction } from "../interaction.ts";
import type { ServerCore } from "../server-core.ts";
import { messageView } from "../views/message-view.ts";
import type { Message } from "../world/world-data.ts";
import { isNothing } from "./message-routes.ts";

/** "Interaction tokens are valid for 15 minutes": developers/interactions/receiving-and-responding */
const TOKEN_MS = 15 * 60_000;

/** What is said after the first answer, by the interaction's token. */
export const webhookRoutes: readonly Route[] = [
  open("POST", "/webhooks/:app/:token", followUp),
  open("GET", "/webhooks/:app/:token/messages/:message", (core, call) =>
    shown(core, messageOf(core, call).message),
  ),
  open("PATCH", "/webhooks/:app/:token/messages/:message", (core, call) => {
    const { message } = messageOf(core, call);
    return edited(core, message, call);
  }),
  open("DELETE", "/webhooks/:app/:token/messages/:message", (core, call) => {
    const { interaction, message } = messageOf(core, call);
    removeMessage(core, message);
    if (interaction.original === message) interaction.original = undefined;
    else interaction.followUps.splice(interaction.followUps.indexOf(message), 1);
    return noContent;
  }),
];

function followUp(core: ServerCore, call: Call): Reply {
  const interaction = interactionOf(core, call);
  const { original } = interaction;
  // Right after "later" it fills the message that was promised, as the documents say.
  if (original && original.flags & 128) return edited(core, original, call);
  const message = sendAnswer(core, interaction, call.body, call.files, false);
  interaction.followUps.push(message);
  core.changes.happened();
  return shown(core, message);
}

function edited(core: ServerCore, message: Message, { body, files }: Call): Reply {
  const change = readChange(core, body, files, message.attachments);
  if (isNothing({ ...message, ...change })) throw refusal("emptyMessage");
  changeMessage(core, message, change, body["allowed_mentions"]);
  return shown(core, message);
}

function shown(core: ServerCore, message: Message): Reply {
  return ok(messageView(core.world, message, core.viewing()));
}

/** @throws ApiRefusal 10015 for a token that is none or not yet answered to, 50027 for one that is over */
function interactionOf(core: ServerCore, { params: [app, token = ""] }: Call): Interaction {
  const found = core.interactions.get(token);
  if (!found?.acknowledgement || app !== core.applicationId) throw refusal("unknownWebhook");
  if (core.world.nowMs - found.start.atMs > TOKEN_MS) throw refusal("invalidWebhookToken");
  return found;
}

function messageOf(core: ServerCore, call: Call): { interaction: Interaction; message: Message } {
  const interaction = interactionOf(core, call);
  const [, , id] = call.params;
  const { original, followUps } = interaction;
  const message =
    id === "@original" ? original : [original, ...followUps].find((one) => one?.id === id);
  const isGone = !message || !core.world.channel(message.channelId).messages.includes(message);
  if (isGone) throw refusal("unknownMessage");
  return { interaction, message };
}
