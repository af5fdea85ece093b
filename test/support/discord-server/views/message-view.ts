import type { Json } from "../json.ts";
import { isDirect, type World } from "../world/world.ts";
import type { Attachment, Channel, Message } from "../world/world-data.ts";
import { accountView, memberView } from "./account-view.ts";
import { channelView } from "./channel-view.ts";

/** Who looks at a message, and what of it may be shown. */
export interface Viewing {
  /** The account that looks. */
  readonly viewer: string;
  /** Whether the application was granted Message Content. */
  readonly seesContent: boolean;
  /** Where attachments are fetched from, as `http://127.0.0.1:80`. */
  readonly filesUrl: string;
}

/** A message as an application sees it, its content emptied where it may not read it. */
export function messageView(world: World, message: Message, viewing: Viewing): Json {
  const channel = world.channel(message.channelId);
  return {
    ...bareView(world, message, viewing),
    ...referenceView(world, channel, message, viewing),
  };
}

/** A message as a gateway event tells it: with its guild and its author's membership. */
export function toldMessageView(world: World, message: Message, viewing: Viewing): Json {
  const channel = world.channel(message.channelId);
  const guild = world.guildOf(channel);
  const member = guild?.members.get(message.authorId);
  return {
    ...messageView(world, message, viewing),
    channel_type: channel.type,
    ...(guild && { guild_id: guild.id }),
    ...(member && { member: memberView(member) }),
  };
}

/**
 * Whether the assistant may read a message: a direct one, its own, or one that mentions it. A reply to a
 * regular message of it mentions it unless the ping is off; a reply to its answer to an interaction does not.
 * Source: developers/events/gateway#message-content-intent, developers/gateway/you-might-not-need-a-privileged-intent
 */
function mayRead(world: World, message: Message, { viewer, seesContent }: Viewing): boolean {
  const channel = world.channel(message.channelId);
  if (seesContent || isDirect(channel) || message.authorId === viewer) return true;
  if (message.mentioned.includes(viewer)) return true;
  const repliedTo = channel.messages.find(({ id }) => id === message.replyTo);
  return message.pinged.users.includes(viewer) && repliedTo?.interactionId === undefined;
}

function bareView(world: World, message: Message, viewing: Viewing): Json {
  const isRead = mayRead(world, message, viewing);
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: accountView(world.account(message.authorId)),
    content: isRead ? message.content : "",
    embeds: isRead ? message.embeds : [],
    attachments: isRead
      ? message.attachments.map((file) => attachmentView(file, message.channelId, viewing))
      : [],
    components: isRead ? message.components : [],
    timestamp: new Date(message.atMs).toISOString(),
    edited_timestamp: message.editedAt?.toISOString() ?? null,
    tts: false,
    mention_everyone: message.pinged.everyone,
    mentions: [...new Set([...message.mentioned, ...message.pinged.users])]
      .filter((id) => world.accounts.has(id))
      .map((id) => accountView(world.account(id))),
    mention_roles: message.pinged.roles,
    pinned: false,
    flags: message.flags,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.reactions.size > 0 && { reactions: reactionsView(message, viewing.viewer) }),
    ...(thread && { thread: channelView(world, thread, viewing.viewer) }),
    ...(message.interactionId !== undefined && {
      application_id: viewing.viewer,
      webhook_id: viewing.viewer,
    }),
  };
}

function referenceView(world: World, channel: Channel, message: Message, viewing: Viewing): Json {
  if (message.replyTo === undefined) return {};
  // What a thread starts with refers to a message of the channel around it.
  const isStarter = message.type === 21;
  const place = isStarter ? world.channel(channel.parentId ?? "") : channel;
  const referenced = place.messages.find(({ id }) => id === message.replyTo);
  return {
    message_reference: {
      type: 0,
      message_id: message.replyTo,
      channel_id: place.id,
      ...(place.guildId !== undefined && { guild_id: place.guildId }),
    },
    referenced_message: referenced ? bareView(world, referenced, viewing) : null,
  };
}

function reactionsView({ reactions }: Message, viewer: string): readonly Json[] {
  return [...reactions].map(([emoji, people]) => ({
    count: people.size,
    count_details: { burst: 0, normal: people.size },
    me: people.has(viewer),
    me_burst: false,
    burst_colors: [],
    emoji: emojiView(emoji),
  }));
}

/** An emoji as the API shows it: a sign, or `name:id` for one of a guild's own. */
export function emojiView(emoji: string): Json {
  const [name, id] = emoji.split(":");
  return { id: id ?? null, name };
}

function attachmentView(file: Attachment, channelId: string, { filesUrl }: Viewing): Json {
  const url = `${filesUrl}/attachments/${channelId}/${file.id}/${encodeURIComponent(file.filename)}`;
  return {
    id: file.id,
    filename: file.filename,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(file.description !== undefined && { description: file.description }),
  };
}
