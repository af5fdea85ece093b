import { changeMessage, removeMessage } from "../acts/change-message.ts";
import { openThread } from "../acts/open-thread.ts";
import { postMessage, textParts } from "../acts/post-message.ts";
import { addReaction, takeReaction } from "../acts/react.ts";
import { tellChannel, tellGuild } from "../acts/tell.ts";
import type { Interaction } from "../interaction.ts";
import type { ServerCore } from "../server-core.ts";
import { memberView } from "../views/account-view.ts";
import type { PermissionName } from "../world/permission-bits.ts";
import { may, sendingRight } from "../world/permissions-in.ts";
import { isThread } from "../world/world.ts";
import type { Account, Channel, Guild, Message } from "../world/world-data.ts";
import { Onlooker } from "./onlooker.ts";
import { invokeCommand } from "./invoke-command.ts";
import { pressComponent } from "./press-component.ts";
import { submitModal } from "./submit-modal.ts";

/** A file a person sends. */
export interface SentFile {
  readonly name: string;
  readonly content: Buffer | string;
  readonly contentType?: string;
  readonly description?: string;
}

/** How a message is sent. */
export interface Sending {
  /** The message it replies to. */
  readonly replyTo?: Message;
  /** Whether the reply pings, as it does unless the person turns it off. */
  readonly ping?: boolean;
  readonly files?: readonly SentFile[];
}

/** The values of a command's options, by their names. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Somebody in front of Discord: acts as a person acts, sees what a person sees. */
export class Person extends Onlooker {
  readonly #core: ServerCore;

  constructor(core: ServerCore, account: Account) {
    super(core, account);
    this.#core = core;
  }

  /** How others name the person in a text. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  closesDirectMessages(): void {
    this.account.directMessagesClosed = true;
  }

  opensDirectMessages(): void {
    this.account.directMessagesClosed = false;
  }

  /** The direct messages with the assistant. */
  direct(): Channel {
    return this.#core.world.directChannel(this.id, this.#core.bot.id);
  }

  /** Writes in a channel. @throws Error when the person may not */
  send(
    channel: Channel,
    text: string,
    { replyTo, ping = true, files = [] }: Sending = {},
  ): Message {
    const { world } = this.#core;
    this.#must(channel, "ViewChannel", sendingRight(channel));
    const attachments = files.map(({ name, content, contentType = "text/plain", description }) => ({
      id: world.ids.next(),
      filename: name,
      description,
      contentType,
      bytes: Buffer.from(content),
    }));
    const allowed = { parse: ["users", "roles", "everyone"], replied_user: ping };
    return postMessage(this.#core, {
      channel,
      author: this.account,
      parts: { ...textParts(text), attachments },
      replyTo,
      allowed,
    });
  }

  /** Writes to the assistant directly. */
  tell(text: string, sending?: Sending): Message {
    return this.send(this.direct(), text, sending);
  }

  edit(message: Message, text: string): void {
    this.#mustOwn(message);
    changeMessage(this.#core, message, { content: text });
  }

  delete(message: Message): void {
    this.#mustOwn(message);
    removeMessage(this.#core, message);
  }

  react(message: Message, emoji: string): void {
    this.#mustSee(message);
    addReaction(this.#core, message, this.id, emoji);
  }

  unreact(message: Message, emoji: string): void {
    takeReaction(this.#core, message, this.id, emoji);
  }

  /** Shows that the person is typing. */
  type(channel: Channel): void {
    const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
    const timestamp = Math.floor(this.#core.world.nowMs / 1000);
    tellChannel(this.#core, "TYPING_START", channel, {
      channel_id: channel.id,
      user_id: this.id,
      timestamp,
      ...guild,
    });
  }

  /** Opens a thread, from a message or beside. */
  startThread(channel: Channel, name: string, from?: Message): Channel {
    this.#must(channel, "CreatePublicThreads");
    return openThread(this.#core, { channel, name, by: this.id, from });
  }

  joinThread(thread: Channel): void {
    this.#must(thread, "ViewChannel");
    thread.people.add(this.id);
  }

  join(guild: Guild, roles: readonly string[] = []): void {
    const member = { userId: this.id, roles: [...roles], joinedAt: this.#core.world.clock.now() };
    guild.members.set(this.id, member);
    tellGuild(this.#core, "GUILD_MEMBER_ADD", guild.id, {
      ...memberView(member, this.account),
      guild_id: guild.id,
    });
  }

  leave(guild: Guild): void {
    guild.members.delete(this.id);
    const user = { id: this.id, username: this.account.username, discriminator: "0", avatar: null };
    tellGuild(this.#core, "GUILD_MEMBER_REMOVE", guild.id, { guild_id: guild.id, user });
  }

  /** Presses a button, by its id or the text on it. @throws Error when the person sees no such button */
  press(message: Message, button: string): Interaction {
    this.#mustSee(message);
    return pressComponent(this.#core, { person: this.account, message, component: button });
  }

  /** Chooses in a select. @param select its id */
  choose(message: Message, select: string, ...values: readonly string[]): Interaction {
    this.#mustSee(message);
    return pressComponent(this.#core, { person: this.account, message, component: select, values });
  }

  /** Gives a slash command, as `ateliers` or `ateliers inscrire`, its name in any language. */
  slash(channel: Channel, name: string, options: OptionValues = {}): Interaction {
    this.#must(channel, "ViewChannel");
    return invokeCommand(this.#core, { person: this.account, channel, name, options });
  }

  /** Types in an option that completes itself. `offered()` gives the choices. */
  autocomplete(
    channel: Channel,
    name: string,
    option: string,
    typed: string,
    others: OptionValues = {},
  ): Interaction {
    const options = { ...others, [option]: typed };
    return invokeCommand(this.#core, {
      person: this.account,
      channel,
      name,
      options,
      focused: option,
    });
  }

  /** Opens a message's menu and chooses a command there. */
  useMessageMenu(message: Message, name: string): Interaction {
    this.#mustSee(message);
    const channel = this.#core.world.channel(message.channelId);
    return invokeCommand(this.#core, { person: this.account, channel, name, options: {}, message });
  }

  /** Fills in the modal an interaction was answered with. @throws Error when there is none, or a field is refused */
  submit(
    asked: Interaction,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Interaction {
    return submitModal(this.#core, this.account, asked, fields);
  }

  #must(channel: Channel, ...names: readonly PermissionName[]): void {
    const { world } = this.#core;
    const isLocked = isThread(channel) && channel.isLocked;
    if (may(world, channel, this.id, ...names) && !isLocked) return;
    throw new Error(
      `${this.account.username} may not ${names.join(" and ")} in ${channel.name || "these direct messages"}`,
    );
  }

  #mustSee(message: Message): void {
    if (this.sees(this.#core.world.channel(message.channelId)).includes(message)) return;
    throw new Error(`${this.account.username} does not see the message "${message.content}"`);
  }

  #mustOwn(message: Message): void {
    this.#mustSee(message);
    if (message.authorId !== this.id)
      throw new Error(`${this.account.username} did not write "${message.content}"`);
  }
}
