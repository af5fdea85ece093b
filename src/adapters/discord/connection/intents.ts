import { GatewayIntentBits } from "discord.js";

/** Nothing privileged: direct messages, mentions and interactions come with their content all the same. */
const usual = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
];

/** What is asked for beside the usual. */
export interface AlsoAsked {
  readonly messageContent: boolean;
  /** Whether a guild shows the programme in its scheduled events. */
  readonly scheduledEvents?: boolean | undefined;
}

/** What the gateway is asked to tell. */
export function intentsFor(also: AlsoAsked): readonly GatewayIntentBits[] {
  return [
    ...usual,
    ...(also.scheduledEvents === true ? [GatewayIntentBits.GuildScheduledEvents] : []),
    ...(also.messageContent ? [GatewayIntentBits.MessageContent] : []),
  ];
}

/** What is asked of the gateway, in words for the operator, printed at every start. */
export function intentsStatement(also: AlsoAsked) {
  const asked = intentsFor(also).map((intent) => GatewayIntentBits[intent]);
  return {
    asked: asked.join(", "),
    privileged: also.messageContent ? "MessageContent" : "none",
    reads: also.messageContent
      ? "every message of the channels it sees; it answers those addressed to it and those of discord.rooms"
      : "only what is addressed to it: direct messages, mentions, replies to it, commands and buttons",
  };
}
