import { GatewayIntentBits } from "discord.js";

/** Nothing privileged: direct messages, mentions and interactions come with their content all the same. */
const usual = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
];

/** What the gateway is asked to tell. */
export function intentsFor(withMessageContent: boolean): readonly GatewayIntentBits[] {
  return withMessageContent ? [...usual, GatewayIntentBits.MessageContent] : usual;
}

/** What is asked of the gateway, in words for the operator, printed at every start. */
export function intentsStatement(withMessageContent: boolean) {
  const asked = intentsFor(withMessageContent).map((intent) => GatewayIntentBits[intent]);
  return {
    asked: asked.join(", "),
    privileged: withMessageContent ? "MessageContent" : "none",
    reads: withMessageContent
      ? "every message of the channels it sees; it answers those addressed to it and those of discord.rooms"
      : "only what is addressed to it: direct messages, mentions, replies to it, commands and buttons",
  };
}
