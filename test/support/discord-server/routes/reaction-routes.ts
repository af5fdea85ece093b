import { refusal } from "../api-refusal.ts";
import { addReaction, takeReaction } from "../acts/react.ts";
import { noContent, ok, on, type Call, type Route } from "../http/route.ts";
import type { ServerCore } from "../server-core.ts";
import { accountView } from "../views/account-view.ts";
import { mustHave } from "../world/permissions-in.ts";
import type { Message } from "../world/world-data.ts";

const path = "/channels/:channel/messages/:message/reactions/:emoji";

/** Signs under messages. Source: developers/resources/message#create-reaction */
export const reactionRoutes: readonly Route[] = [
  on("PUT", `${path}/@me`, (core, call) => {
    const { message, emoji } = placeOf(core, call);
    const isNew = !message.reactions.has(emoji);
    mustHave(
      core.world,
      core.world.channel(message.channelId),
      core.bot.id,
      "ReadMessageHistory",
      ...(isNew ? ["AddReactions" as const] : []),
    );
    addReaction(core, message, core.bot.id, emoji);
    return noContent;
  }),
  on("DELETE", `${path}/@me`, (core, call) => {
    const { message, emoji } = placeOf(core, call);
    takeReaction(core, message, core.bot.id, emoji);
    return noContent;
  }),
  on("DELETE", `${path}/:user`, (core, call) => {
    const { message, emoji } = placeOf(core, call);
    mustHave(core.world, core.world.channel(message.channelId), core.bot.id, "ManageMessages");
    takeReaction(core, message, call.params[3] ?? "", emoji);
    return noContent;
  }),
  on("GET", path, (core, call) => {
    const { message, emoji } = placeOf(core, call);
    const people = message.reactions.get(emoji) ?? [];
    return ok([...people].map((id) => accountView(core.world.account(id))));
  }),
];

function placeOf(
  core: ServerCore,
  { params: [channelId = "", id = "", emoji = ""] }: Call,
): { message: Message; emoji: string } {
  const channel = core.world.channel(channelId);
  mustHave(core.world, channel, core.bot.id);
  const message = core.world.message(channel, id);
  // A sign, or `name:id` for an emoji of a guild.
  if (!/\p{Extended_Pictographic}|^[\d#*]\u{fe0f}?\u{20e3}|\p{RI}\p{RI}|^\w+:\d+$/u.test(emoji))
    throw refusal("unknownEmoji");
  return { message, emoji };
}
