import type { ServerCore } from "../server-core.ts";
import { usersNamed, whoIsPinged } from "../world/who-is-pinged.ts";
import { isThread } from "../world/world.ts";
import type { Account, Channel, Message, MessageParts } from "../world/world-data.ts";
import { tellMessage, tellOfChannel } from "./tell.ts";

/** A message on its way into a channel. */
export interface NewMessage {
  readonly channel: Channel;
  readonly author: Account;
  readonly parts: MessageParts;
  readonly replyTo?: Message | undefined;
  /** `allowed_mentions`. */
  readonly allowed?: unknown;
  readonly nonce?: string | number | undefined;
  readonly onlyFor?: string | undefined;
  readonly interactionId?: string | undefined;
}

/** Message types. Source: developers/resources/message#message-object-message-types */
const types = { usual: 0, reply: 19, slash: 20 } as const;

/** Puts a message into a channel and tells of it. Rights are the caller's care. */
export function postMessage(core: ServerCore, news: NewMessage): Message {
  const { channel, author, parts, replyTo, allowed, interactionId } = news;
  const { world } = core;
  const { content } = parts;
  const message: Message = {
    ...parts,
    id: world.ids.next(),
    channelId: channel.id,
    authorId: author.id,
    type: interactionId === undefined ? (replyTo ? types.reply : types.usual) : types.slash,
    nonce: news.nonce,
    replyTo: replyTo?.id,
    pinged: whoIsPinged(world, { channel, author, content, repliedTo: replyTo, allowed }),
    mentioned: usersNamed(content),
    editedAt: undefined,
    onlyFor: news.onlyFor,
    interactionId,
    reactions: new Map(),
    threadId: undefined,
    atMs: world.nowMs,
  };
  channel.messages.push(message);
  if (isThread(channel)) joinByWriting(core, channel, author.id);
  tellMessage(core, "MESSAGE_CREATE", message);
  return message;
}

/** Parts with nothing in them but a text. */
export function textParts(content: string): MessageParts {
  return { content, embeds: [], components: [], attachments: [], flags: 0 };
}

/** Who writes in a thread is in it, and an archived one opens again. */
function joinByWriting(core: ServerCore, thread: Channel, userId: string): void {
  if (thread.isArchived) {
    thread.isArchived = false;
    tellOfChannel(core, "THREAD_UPDATE", thread);
  }
  thread.people.add(userId);
}
