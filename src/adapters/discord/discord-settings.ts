/** What an operator sets of the adapter. */
export interface DiscordSettings {
  /** Asked of Discord when it is not set. */
  readonly applicationId?: string | undefined;
  /** Without a slash at its end, as `https://discord.com/api`. */
  readonly apiBaseUrl: string;
  /** Where commands are registered: everywhere, or in these guilds alone. */
  readonly guildCommands: "global" | readonly string[];
  /** Channels where every message is for us; of use with `messageContent` only. */
  readonly rooms: readonly string[];
  /** Whether the privileged intent Message Content is asked for. */
  readonly messageContent: boolean;
  /** Ids of Discord roles or of people. */
  readonly roles: DiscordRoles;
  /** The permission whose holders coordinate, as `ManageEvents`. */
  readonly coordinatorPermission: string;
  /** Guilds whose own calendar shows the programme too; none when it is not set. */
  readonly scheduledEvents?: readonly string[] | undefined;
  readonly shards: number | "auto";
}

/** Who may do more than ask, by ids of roles or of people. */
export interface DiscordRoles {
  readonly coordinators: readonly string[];
  readonly mediators: readonly string[];
  readonly advisers: readonly string[];
}
