/** Source: discord-api-docs developers/events/gateway#list-of-intents */
export const intents = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  GuildMessageTyping: 1 << 11,
  DirectMessages: 1 << 12,
  DirectMessageReactions: 1 << 13,
  DirectMessageTyping: 1 << 14,
  MessageContent: 1 << 15,
  GuildScheduledEvents: 1 << 16,
} as const;

/** Those that an application is granted in the portal, one by one. */
const privileged = intents.GuildMembers | intents.GuildPresences | intents.MessageContent;

/** One above the highest there is: polls in direct messages. */
const beyond = 1 << 26;

/** Whether a number is made of intents. */
export function areIntents(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < beyond;
}

/** What an identify asks for that the application was not granted. */
export function refusedOf(asked: number, granted: number): number {
  return asked & privileged & ~granted;
}

/** The intent that lets an event through; 0 where it comes in any case. */
export function intentFor(event: string, isDirect: boolean): number {
  const row = table.find(([pattern]) => pattern.test(event));
  if (!row) return 0;
  const [, inGuild, inDirect] = row;
  return isDirect ? inDirect : inGuild;
}

const table: readonly (readonly [RegExp, number, number])[] = [
  [/^MESSAGE_REACTION_/, intents.GuildMessageReactions, intents.DirectMessageReactions],
  [/^MESSAGE_/, intents.GuildMessages, intents.DirectMessages],
  [/^TYPING_/, intents.GuildMessageTyping, intents.DirectMessageTyping],
  [/^GUILD_SCHEDULED_EVENT_/, intents.GuildScheduledEvents, 0],
  [/^GUILD_MEMBER_(?:ADD|REMOVE)/, intents.GuildMembers, 0],
  [/^(?:GUILD_(?:CREATE|UPDATE|DELETE|ROLE)|CHANNEL_|THREAD_)/, intents.Guilds, 0],
];
