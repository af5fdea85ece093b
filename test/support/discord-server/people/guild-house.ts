import { dismissBot } from "../acts/dismiss-bot.ts";
import { tellGuild, tellOfChannel } from "../acts/tell.ts";
import type { Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { arrivingGuildView, eventView, guildView, roleView } from "../views/guild-view.ts";
import { memberView } from "../views/account-view.ts";
import { bitsOf, type PermissionName, usualPermissions } from "../world/permission-bits.ts";
import {
  type Channel,
  channelTypes,
  type Guild,
  type Role,
  type ScheduledEvent,
} from "../world/world-data.ts";
import type { Person } from "./person.ts";

/** How a guild begins. */
export interface NewGuild {
  readonly owner: Person;
  readonly members?: readonly Person[];
  /** The names of its text channels; the first is where the system writes. */
  readonly channels?: readonly string[];
  /** As `fr`. */
  readonly locale?: string;
  /** Which shard of how many hears of it. */
  readonly onShard?: readonly [shard: number, shards: number];
  /** What the assistant may do there, beside what everyone may; undefined leaves it outside. */
  readonly botMay?: readonly PermissionName[] | undefined;
}

/** What an overwrite gives and takes. */
export interface Rights {
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

/** A guild, as those who run it handle it. */
export class GuildHouse {
  readonly data: Guild;
  readonly #core: ServerCore;

  constructor(core: ServerCore, name: string, news: NewGuild) {
    this.#core = core;
    const { world } = core;
    const { owner, members = [], channels = ["general"], locale = "fr", onShard } = news;
    const id = onShard ? world.ids.nextOnShard(...onShard) : world.ids.next();
    this.data = {
      id,
      name,
      ownerId: owner.id,
      preferredLocale: locale,
      systemChannelId: undefined,
      isUnavailable: false,
      roles: new Map([[id, everyone(id)]]),
      members: new Map(),
      events: new Map(),
    };
    world.guilds.set(id, this.data);
    for (const person of [owner, ...members]) person.join(this.data);
    const made = channels.map((channel) => this.addChannel(channel));
    this.data.systemChannelId = made[0]?.id;
    if (news.botMay) this.addBot(news.botMay);
  }

  get id(): string {
    return this.data.id;
  }

  /** A channel by its name. @throws Error when there is none */
  channel(name: string): Channel {
    const found = this.#core.world.channelsOf(this.id).find((channel) => channel.name === name);
    if (!found) throw new Error(`There is no channel "${name}" in ${this.data.name}`);
    return found;
  }

  addChannel(name: string, type: number = channelTypes.text): Channel {
    const channel = this.#core.world.addChannel({ type, name, guildId: this.id });
    this.#tellIfIn(() => {
      tellOfChannel(this.#core, "CHANNEL_CREATE", channel);
    });
    return channel;
  }

  removeChannel(channel: Channel): void {
    tellOfChannel(this.#core, "CHANNEL_DELETE", channel);
    this.#core.world.channels.delete(channel.id);
  }

  addRole(name: string, permissions: readonly PermissionName[] = [], mentionable = false): Role {
    const { ids } = this.#core.world;
    const role = {
      id: ids.next(),
      name,
      permissions: bitsOf(permissions),
      position: this.data.roles.size,
      mentionable,
    };
    this.data.roles.set(role.id, role);
    this.#tell("GUILD_ROLE_CREATE", { guild_id: this.id, role: roleView(role) });
    return role;
  }

  /** Gives a role other rights. @param role everyone's, unless told */
  setRights(
    permissions: readonly PermissionName[],
    role: Role | undefined = this.data.roles.get(this.id),
  ): void {
    if (!role) return;
    role.permissions = bitsOf(permissions);
    this.#tell("GUILD_ROLE_UPDATE", { guild_id: this.id, role: roleView(role) });
  }

  giveRole(member: { readonly id: string }, role: Role): void {
    const found = this.#core.world.member(this.data, member.id);
    found.roles.push(role.id);
    this.#tellMember(member.id);
  }

  takeRole(member: { readonly id: string }, role: Role): void {
    const found = this.#core.world.member(this.data, member.id);
    found.roles = found.roles.filter((id) => id !== role.id);
    this.#tellMember(member.id);
  }

  /** Gives and takes rights in a channel. @param whom a role, a person, or everyone */
  overwrite(
    channel: Channel,
    { allow = [], deny = [] }: Rights,
    whom: { readonly id: string } = this.data,
  ): void {
    const type = this.data.roles.has(whom.id) ? "role" : "member";
    channel.overwrites.set(whom.id, {
      id: whom.id,
      type,
      allow: bitsOf(allow),
      deny: bitsOf(deny),
    });
    this.#tellIfIn(() => {
      tellOfChannel(this.#core, "CHANNEL_UPDATE", channel);
    });
  }

  /** Lets the assistant in, with a role of its own. */
  addBot(permissions: readonly PermissionName[] = usualPermissions): void {
    const { world, bot } = this.#core;
    const role = this.addRole(bot.username, permissions);
    this.data.members.set(bot.id, {
      userId: bot.id,
      roles: [role.id],
      joinedAt: world.clock.now(),
    });
    this.#tell("GUILD_CREATE", arrivingGuildView(world, this.data, bot.id));
  }

  /** Throws the assistant out. */
  removeBot(): void {
    dismissBot(this.#core, this.data);
  }

  /** Has the guild go away by a fault of the servers. */
  becomesUnavailable(): void {
    this.data.isUnavailable = true;
    this.#tell("GUILD_DELETE", { id: this.id, unavailable: true });
  }

  becomesAvailable(): void {
    this.data.isUnavailable = false;
    this.#tell("GUILD_CREATE", arrivingGuildView(this.#core.world, this.data, this.#core.bot.id));
  }

  /** Somebody changes an event of the guild by hand. */
  changeEvent(id: string, fields: Json): void {
    const event = this.#event(id);
    event.fields = { ...event.fields, ...fields };
    this.#tell("GUILD_SCHEDULED_EVENT_UPDATE", eventView(this.#core.world, event));
  }

  /** Somebody takes an event of the guild away. */
  removeEvent(id: string): void {
    const event = this.#event(id);
    this.data.events.delete(id);
    this.#tell("GUILD_SCHEDULED_EVENT_DELETE", eventView(this.#core.world, event));
  }

  rename(name: string): void {
    this.data.name = name;
    this.#tell("GUILD_UPDATE", guildView(this.data));
  }

  archive(thread: Channel, { locked = false } = {}): void {
    thread.isArchived = true;
    thread.isLocked = locked;
    tellOfChannel(this.#core, "THREAD_UPDATE", thread);
  }

  #event(id: string): ScheduledEvent {
    const event = this.data.events.get(id);
    if (!event) throw new Error(`There is no event ${id} in ${this.data.name}`);
    return event;
  }

  #tellMember(id: string): void {
    const { world, bot, gateway } = this.#core;
    const view = {
      ...memberView(world.member(this.data, id), world.account(id)),
      guild_id: this.id,
    };
    // One's own changes come without the members intent: developers/events/gateway#list-of-intents
    if (id === bot.id)
      gateway.tell({ type: "GUILD_MEMBER_UPDATE", guildId: this.id, data: () => view });
    this.#core.changes.happened();
  }

  #tell(type: string, data: Readonly<Record<string, unknown>>): void {
    this.#tellIfIn(() => {
      tellGuild(this.#core, type, this.id, data);
    });
  }

  #tellIfIn(tell: () => void): void {
    if (this.data.members.has(this.#core.bot.id)) tell();
  }
}

function everyone(id: string): Role {
  return {
    id,
    name: "@everyone",
    permissions: bitsOf(usualPermissions),
    position: 0,
    mentionable: false,
  };
}
