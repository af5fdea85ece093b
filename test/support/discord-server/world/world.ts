import type { Clock } from "../../../../src/ports/clock.ts";
import { refusal } from "../api-refusal.ts";
import { Snowflakes } from "./snowflakes.ts";
import {
  type Account,
  type Channel,
  channelTypes,
  type Guild,
  type Member,
  type Message,
} from "./world-data.ts";

/** What makes a channel; the rest is empty. */
export interface NewChannel {
  readonly id?: string;
  readonly type: number;
  readonly name: string;
  readonly guildId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly people?: readonly string[];
  readonly ownerId?: string | undefined;
}

/** Everything there is on the server: accounts, guilds, channels with their messages. Plain data. */
export class World {
  readonly accounts = new Map<string, Account>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly clock: Clock;
  readonly ids: Snowflakes;

  constructor(clock: Clock) {
    this.clock = clock;
    this.ids = new Snowflakes(clock);
  }

  get nowMs(): number {
    return this.clock.now().getTime();
  }

  addAccount(username: string, isBot: boolean, locale: string): Account {
    const id = this.ids.next();
    const displayName = `${username.charAt(0).toUpperCase()}${username.slice(1)}`;
    const account = { id, username, displayName, isBot, locale, directMessagesClosed: false };
    this.accounts.set(id, account);
    return account;
  }

  addChannel({ id, type, name, guildId, parentId, people = [], ownerId }: NewChannel): Channel {
    const channel: Channel = {
      id: id ?? this.ids.next(),
      type,
      guildId,
      name,
      topic: undefined,
      parentId,
      overwrites: new Map(),
      people: new Set(people),
      ownerId,
      isArchived: false,
      isLocked: false,
      messages: [],
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages of two people, made the first time. */
  directChannel(one: string, other: string): Channel {
    const found = [...this.channels.values()].find(
      ({ type, people }) => type === channelTypes.direct && people.has(one) && people.has(other),
    );
    return found ?? this.addChannel({ type: channelTypes.direct, name: "", people: [one, other] });
  }

  channelsOf(guildId: string): readonly Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guildId === guildId);
  }

  /** @throws ApiRefusal 10013 */
  account(id: string): Account {
    const account = this.accounts.get(id);
    if (!account) throw refusal("unknownUser");
    return account;
  }

  /** @throws ApiRefusal 10003 */
  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel) throw refusal("unknownChannel");
    return channel;
  }

  /** @throws ApiRefusal 10004 */
  guild(id: string): Guild {
    const guild = this.guilds.get(id);
    if (!guild) throw refusal("unknownGuild");
    return guild;
  }

  /** @throws ApiRefusal 10007 */
  member(guild: Guild, userId: string): Member {
    const member = guild.members.get(userId);
    if (!member) throw refusal("unknownMember");
    return member;
  }

  /** The guild a channel is in; none for direct messages. */
  guildOf(channel: Channel): Guild | undefined {
    return channel.guildId === undefined ? undefined : this.guild(channel.guildId);
  }

  /**
   * A message that an account may know of: an ephemeral one does not exist but for whom it is.
   * @throws ApiRefusal 10008
   */
  message(channel: Channel, id: string, viewer?: string): Message {
    const message = channel.messages.find((one) => one.id === id);
    const isHidden = message?.onlyFor !== undefined && message.onlyFor !== viewer;
    if (!message || isHidden) throw refusal("unknownMessage");
    return message;
  }
}

/** Whether a channel is a thread of another. */
export function isThread({ type }: Channel): boolean {
  return (
    type === channelTypes.publicThread ||
    type === channelTypes.privateThread ||
    type === channelTypes.announcementThread
  );
}

/** Whether a channel is between two people. */
export function isDirect({ type }: Channel): boolean {
  return type === channelTypes.direct;
}
