import type { Json } from "../json.ts";

/** An account: a person's, or the assistant's own. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly isBot: boolean;
  /** As the person chose it in Discord, as `fr`. */
  locale: string;
  /** Whether the person refuses direct messages. */
  directMessagesClosed: boolean;
}

export interface Role {
  /** That of everyone is the guild's own id. */
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  /** Whether anybody may mention it. */
  mentionable: boolean;
}

/** What a channel gives or takes, beside the roles. */
export interface Overwrite {
  /** A role's or a person's. */
  readonly id: string;
  readonly type: "role" | "member";
  allow: bigint;
  deny: bigint;
}

export interface Member {
  readonly userId: string;
  roles: string[];
  readonly joinedAt: Date;
}

export interface Guild {
  readonly id: string;
  name: string;
  readonly ownerId: string;
  preferredLocale: string;
  systemChannelId: string | undefined;
  isUnavailable: boolean;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly events: Map<string, ScheduledEvent>;
}

/** Source: developers/resources/channel#channel-object-channel-types */
export const channelTypes = {
  text: 0,
  direct: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | undefined;
  name: string;
  topic: string | undefined;
  /** The category of a channel, the channel of a thread. */
  readonly parentId: string | undefined;
  readonly overwrites: Map<string, Overwrite>;
  /** Both people of a direct message, and the members of a thread. */
  readonly people: Set<string>;
  /** Who made the thread. */
  readonly ownerId: string | undefined;
  isArchived: boolean;
  isLocked: boolean;
  /** Oldest first. */
  readonly messages: Message[];
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  /** Its alternative text. */
  readonly description: string | undefined;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Who is told of a message by a sound: what tests look at for safe mentions. */
export interface Pinged {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** What makes up a message; what an edit may change. */
export interface MessageParts {
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  attachments: readonly Attachment[];
  flags: number;
}

export interface Message extends MessageParts {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: number;
  readonly nonce: string | number | undefined;
  /** The message it replies to, or the one a thread starts from. */
  readonly replyTo: string | undefined;
  pinged: Pinged;
  /** Who is named in the text, pinged or not. */
  mentioned: readonly string[];
  editedAt: Date | undefined;
  /** The only person who sees it: an ephemeral one. */
  readonly onlyFor: string | undefined;
  /** The interaction it answers. */
  readonly interactionId: string | undefined;
  readonly reactions: Map<string, Set<string>>;
  threadId: string | undefined;
  /** When the server took it, in ms of its clock. */
  readonly atMs: number;
}

/** A field as the API has it; checked when it came. */
export interface ScheduledEvent {
  readonly id: string;
  readonly guildId: string;
  readonly creatorId: string;
  fields: Json;
}
