import { refusal } from "../api-refusal.ts";
import { FormCheck } from "../checks/form-check.ts";
import { idOf, isThere, objectOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { may } from "../world/permissions-in.ts";
import { isDirect } from "../world/world.ts";
import type { Channel, Message } from "../world/world-data.ts";

/**
 * The message a reply is to.
 * @throws ApiRefusal 50035 when it is gone and the reply insists, 160002 without the right to read history
 */
export function repliedToIn(
  core: ServerCore,
  channel: Channel,
  reference: unknown,
): Message | undefined {
  if (!isThere(reference)) return undefined;
  const { message_id: rawId, fail_if_not_exists: insists } = objectOf(reference);
  const id = idOf(rawId);
  const form = new FormCheck();
  if (id === undefined) form.required(["message_reference", "message_id"]);
  form.done();
  if (!isDirect(channel) && !may(core.world, channel, core.bot.id, "ReadMessageHistory")) {
    throw refusal("noHistoryToReply");
  }
  const found = channel.messages.find(
    (message) => message.id === id && message.onlyFor === undefined,
  );
  if (!found && insists !== false) {
    form.wrong(["message_reference"], "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
    form.done();
  }
  return found;
}
