import { refusal } from "../api-refusal.ts";
import { tellOfChannel } from "../acts/tell.ts";
import { FormCheck } from "../checks/form-check.ts";
import { ok, on, type Call, type Reply, type Route } from "../http/route.ts";
import type { ServerCore } from "../server-core.ts";
import { channelView } from "../views/channel-view.ts";
import { mustHave } from "../world/permissions-in.ts";
import { isThread } from "../world/world.ts";

/** Channels, and what can be changed of them. Source: developers/resources/channel */
export const channelRoutes: readonly Route[] = [
  on("GET", "/channels/:channel", (core, { params: [id = ""] }) => {
    const channel = core.world.channel(id);
    mustHave(core.world, channel, core.bot.id);
    return ok(channelView(core.world, channel, core.bot.id));
  }),
  on("PATCH", "/channels/:channel", change),
  on("DELETE", "/channels/:channel", (core, { params: [id = ""] }) => {
    const channel = core.world.channel(id);
    mustHave(
      core.world,
      channel,
      core.bot.id,
      isThread(channel) ? "ManageThreads" : "ManageChannels",
    );
    if (channel.guildId !== undefined) {
      tellOfChannel(core, isThread(channel) ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
      core.world.channels.delete(id);
    }
    return ok(channelView(core.world, channel, core.bot.id));
  }),
];

function change(core: ServerCore, { params: [id = ""], body }: Call): Reply {
  const { world, bot } = core;
  const channel = world.channel(id);
  mustHave(world, channel, bot.id);
  if (channel.guildId === undefined) throw refusal("notInDirectMessages");
  const isOwnThread = isThread(channel) && channel.ownerId === bot.id;
  if (!isOwnThread)
    mustHave(world, channel, bot.id, isThread(channel) ? "ManageThreads" : "ManageChannels");
  const form = new FormCheck();
  const name = form.text(["name"], body["name"], { min: 1, max: 100 });
  for (const field of ["archived", "locked"]) form.boolean([field], body[field]);
  form.done();
  const staysArchived = channel.isArchived && body["archived"] !== false;
  if (staysArchived && name !== undefined) throw refusal("archivedThread");
  if (name !== undefined) channel.name = name;
  if (typeof body["archived"] === "boolean") channel.isArchived = body["archived"];
  if (typeof body["locked"] === "boolean") channel.isLocked = body["locked"];
  tellOfChannel(core, isThread(channel) ? "THREAD_UPDATE" : "CHANNEL_UPDATE", channel);
  return ok(channelView(world, channel, bot.id));
}
