import { refusal } from "../api-refusal.ts";
import { answerInteraction } from "../acts/answer-interaction.ts";
import { noContent, ok, open, type Call, type Reply, type Route } from "../http/route.ts";
import type { Interaction } from "../interaction.ts";
import { numberOf, type Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { messageView } from "../views/message-view.ts";

/** "You must send an initial response within 3 seconds": developers/interactions/receiving-and-responding */
const FIRST_ANSWER_MS = 3000;

/** First answers to interactions. */
export const interactionRoutes: readonly Route[] = [
  open("POST", "/interactions/:id/:token/callback", callback),
];

function callback(
  core: ServerCore,
  { params: [id = "", token = ""], query, body, files }: Call,
): Reply {
  const interaction = core.interactions.get(token);
  if (interaction?.id !== id) throw refusal("unknownInteraction");
  if (interaction.acknowledgement) throw refusal("alreadyAcknowledged");
  if (core.world.nowMs - interaction.start.atMs > FIRST_ANSWER_MS)
    throw refusal("unknownInteraction");
  answerInteraction(core, interaction, body, files);
  return query.get("with_response") === "true"
    ? ok(resultView(core, interaction, body))
    : noContent;
}

/** Source: developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function resultView(core: ServerCore, { id, start, original }: Interaction, body: Json): Json {
  const type = numberOf(body["type"]) ?? 0;
  const hasMessage = type === 4 || type === 7;
  return {
    interaction: {
      id,
      type: start.type,
      ...(original && {
        response_message_id: original.id,
        response_message_loading: (original.flags & 128) !== 0,
        response_message_ephemeral: original.onlyFor !== undefined,
      }),
    },
    ...(type !== 8 && {
      resource: {
        type,
        ...(hasMessage &&
          original && { message: messageView(core.world, original, core.viewing()) }),
      },
    }),
  };
}
