import { refusal } from "../api-refusal.ts";
import { changeMessage, removeMessage } from "../acts/change-message.ts";
import { postMessage } from "../acts/post-message.ts";
import { readChange, readParts } from "../acts/read-parts.ts";
import { isEmpty } from "../checks/check-message.ts";
import { noContent, ok, on, type Handle, type Route } from "../http/route.ts";
import { type Json, listOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { messageView } from "../views/message-view.ts";
import { may, mustHave, sendingRight } from "../world/permissions-in.ts";
import { isDirect } from "../world/world.ts";
import { type Channel, channelTypes, type Message } from "../world/world-data.ts";
import { knownNonce } from "./known-nonce.ts";
import { listMessages } from "./list-messages.ts";
import { repliedToIn } from "./replied-to.ts";

/** Messages. Source: discord-api-docs developers/resources/message */
export const messageRoutes: readonly Route[] = [
  on("GET", "/channels/:channel/messages", listMessages),
  on("POST", "/channels/:channel/messages", create()),
  on(
    "GET",
    "/channels/:channel/messages/:message",
    (core, { params: [channelId = "", id = ""] }) => {
      const channel = core.world.channel(channelId);
      mustHave(core.world, channel, core.bot.id, "ReadMessageHistory");
      return ok(messageView(core.world, core.world.message(channel, id), core.viewing()));
    },
  ),
  on("PATCH", "/channels/:channel/messages/:message", edit()),
  on("DELETE", "/channels/:channel/messages/:message", remove()),
  on("POST", "/channels/:channel/typing", (core, { params: [channelId = ""] }) => {
    const channel = core.world.channel(channelId);
    mustHave(core.world, channel, core.bot.id, sendingRight(channel));
    core.typings.push({ channelId, atMs: core.world.nowMs });
    core.changes.happened();
    return noContent;
  }),
];

function create(): Handle {
  return (core, { params: [channelId = ""], body, files }) => {
    const { world, bot } = core;
    const channel = world.channel(channelId);
    mustSend(core, channel, body, files.length);
    const parts = readParts(core, body, files);
    if (isEmpty(body, files.length)) throw refusal("emptyMessage");
    const same = knownNonce(core, channel, body);
    if (same) return ok(messageView(world, same, core.viewing()));
    const { nonce } = { nonce: body["nonce"] };
    const message = postMessage(core, {
      channel,
      author: bot,
      parts,
      replyTo: repliedToIn(core, channel, body["message_reference"]),
      allowed: body["allowed_mentions"],
      nonce: typeof nonce === "string" || typeof nonce === "number" ? nonce : undefined,
    });
    return ok(messageView(world, message, core.viewing()));
  };
}

/** @throws ApiRefusal 50001, 50013, or 50007 when the person takes no direct messages */
function mustSend({ world, bot }: ServerCore, channel: Channel, body: Json, files: number): void {
  mustHave(world, channel, bot.id, sendingRight(channel));
  if (files > 0) mustHave(world, channel, bot.id, "AttachFiles");
  if (listOf(body["embeds"]).length > 0) mustHave(world, channel, bot.id, "EmbedLinks");
  const wordless: readonly number[] = [channelTypes.category, channelTypes.forum];
  if (wordless.includes(channel.type)) throw refusal("notATextChannel");
  if (channel.isLocked && !may(world, channel, bot.id, "ManageThreads"))
    throw refusal("lockedThread");
  const isClosed = [...channel.people].some((id) => world.account(id).directMessagesClosed);
  if (isDirect(channel) && isClosed) throw refusal("cannotSendToUser");
}

function edit(): Handle {
  return (core, { params: [channelId = "", id = ""], body, files }) => {
    const { world, bot } = core;
    const channel = world.channel(channelId);
    mustHave(world, channel, bot.id);
    const message = world.message(channel, id);
    if (message.authorId !== bot.id) throw refusal("notTheAuthor");
    const change = readChange(core, body, files, message.attachments);
    if (isNothing({ ...message, ...change })) throw refusal("emptyMessage");
    changeMessage(core, message, change, body["allowed_mentions"]);
    return ok(messageView(world, message, core.viewing()));
  };
}

/** Whether nothing of a message would be left. */
export function isNothing({ content, embeds, components, attachments }: Message): boolean {
  return content.trim() === "" && embeds.length + components.length + attachments.length === 0;
}

function remove(): Handle {
  return (core, { params: [channelId = "", id = ""] }) => {
    const { world, bot } = core;
    const channel = world.channel(channelId);
    mustHave(world, channel, bot.id);
    const message = world.message(channel, id);
    const isOwn = message.authorId === bot.id;
    if (!isOwn && isDirect(channel)) throw refusal("notInDirectMessages");
    if (!isOwn && !may(world, channel, bot.id, "ManageMessages"))
      throw refusal("missingPermissions");
    removeMessage(core, message);
    return noContent;
  };
}
