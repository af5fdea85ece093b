import type { Reply } from "../../../model/reply.ts";
import type { SentReply } from "../discord-documents.ts";
import { idOf } from "../field-of.ts";
import type { OpenInteractions } from "../interactions/open-interactions.ts";
import type { DiscordRest } from "../rest.ts";
import { bodyBelow, isBelow, readStanding } from "./body-below.ts";
import { isTokenLost } from "./is-final.ts";
import { type MessageBody, messageBodies, privateBody, type Showing } from "./message-bodies.ts";
import { sentReply, type SentReplies } from "./sent-replies.ts";

/** What answering through an interaction's token needs. */
export interface Answering extends Showing {
  readonly rest: DiscordRest;
  readonly sent: SentReplies;
  readonly interactions: OpenInteractions;
  readonly clock: { now(): Date };
}

type Shown = Pick<SentReply, "channel" | "messages" | "interaction" | "isEphemeral">;

/**
 * Shows the first message of a reply as the interaction's own; which it is however often it is done.
 * Undefined when that message shows another reply, or the token is of no use any more.
 */
export async function answerOpenly(
  reply: Reply,
  interaction: string,
  answering: Answering,
): Promise<Shown | undefined> {
  const other = answering.sent.findInteraction(interaction);
  if (other !== undefined && other !== reply.key) return undefined;
  const [first] = messageBodies(reply, answering);
  return first && putOriginal(reply, () => first, interaction, answering);
}

/** Shows a whole reply to one person alone, after what the same interaction was answered before. */
export async function answerPrivately(
  reply: Reply,
  interaction: string,
  answering: Answering,
): Promise<Shown | undefined> {
  const other = answering.sent.findInteraction(interaction);
  if (other === undefined || other === reply.key) {
    return putOriginal(reply, () => privateBody(reply, answering), interaction, answering);
  }
  const makeBelow = async (original: OriginalMessage) => {
    const standing = readStanding(await original.read());
    return isBelow(reply, standing, answering) ? undefined : bodyBelow(reply, standing, answering);
  };
  return putOriginal(reply, makeBelow, interaction, answering);
}

/** The message of an interaction. */
interface OriginalMessage {
  readonly read: () => Promise<unknown>;
}

/** @param make what it is to show; undefined to leave it as it is */
async function putOriginal(
  reply: Reply,
  make: (original: OriginalMessage) => Promise<MessageBody | undefined> | MessageBody,
  interaction: string,
  { rest, sent, interactions, clock }: Answering,
): Promise<Shown | undefined> {
  const open = interactions.find(interaction);
  if (!open) return undefined;
  const { channel, isEphemeral } = open;
  const shown = { channel, interaction, ...(isEphemeral && { isEphemeral }) };
  // It can be pressed on before Discord tells us that it is there.
  sent.remember(reply.key, sentReply(reply, { ...shown, messages: [] }, clock.now()));
  const path = `/webhooks/${open.application}/${open.token}/messages/@original` as const;
  const read = () => rest.request({ method: "GET", path, isBotCall: false });
  try {
    const made = await make({ read });
    const message = made
      ? await rest.request({ method: "PATCH", path, ...made, isBotCall: false })
      : await read();
    const id = idOf(message, "id");
    return { ...shown, messages: id === undefined ? [] : [id] };
  } catch (cause) {
    if (!isTokenLost(cause)) throw cause;
    interactions.lose(interaction);
    return undefined;
  }
}
