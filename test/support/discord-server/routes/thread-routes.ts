import { refusal } from "../api-refusal.ts";
import { openThread } from "../acts/open-thread.ts";
import { FormCheck } from "../checks/form-check.ts";
import { created, noContent, ok, on, type Call, type Reply, type Route } from "../http/route.ts";
import { type Json, numberOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { channelView, threadMemberView } from "../views/channel-view.ts";
import { may, mustHave } from "../world/permissions-in.ts";
import { isThread } from "../world/world.ts";
import { type Channel, channelTypes } from "../world/world-data.ts";

/** Threads and who is in them. Source: developers/resources/channel#start-thread-from-message */
export const threadRoutes: readonly Route[] = [
  on("POST", "/channels/:channel/messages/:message/threads", (core, call) => {
    const channel = placeOf(core, call);
    const from = core.world.message(channel, call.params[1] ?? "");
    mustHave(core.world, channel, core.bot.id, "CreatePublicThreads");
    const name = nameOf(call.body);
    return answer(core, openThread(core, { channel, name, by: core.bot.id, from }));
  }),
  on("POST", "/channels/:channel/threads", (core, call) => {
    const channel = placeOf(core, call);
    // Private unless told, as the API has it.
    const type = numberOf(call.body["type"]) ?? channelTypes.privateThread;
    const isPrivate = type === channelTypes.privateThread;
    mustHave(
      core.world,
      channel,
      core.bot.id,
      isPrivate ? "CreatePrivateThreads" : "CreatePublicThreads",
    );
    return answer(
      core,
      openThread(core, { channel, name: nameOf(call.body), by: core.bot.id, type }),
    );
  }),
  on("GET", "/channels/:channel/thread-members", (core, { params: [id = ""] }) => {
    const thread = threadOf(core, id);
    return ok([...thread.people].map((user) => threadMemberView(core.world, thread, user)));
  }),
  on("GET", "/channels/:channel/thread-members/:user", (core, { params: [id = "", user = ""] }) => {
    const thread = threadOf(core, id);
    const wanted = user === "@me" ? core.bot.id : user;
    if (!thread.people.has(wanted)) throw refusal("unknownMember");
    return ok(threadMemberView(core.world, thread, wanted));
  }),
  on("PUT", "/channels/:channel/thread-members/:user", (core, call) => {
    const { thread, user } = memberOf(core, call);
    if (!may(core.world, thread, user, "ViewChannel")) throw refusal("missingAccess");
    thread.people.add(user);
    core.changes.happened();
    return noContent;
  }),
  on("DELETE", "/channels/:channel/thread-members/:user", (core, call) => {
    const { thread, user } = memberOf(core, call);
    if (user !== core.bot.id) mustHave(core.world, thread, core.bot.id, "ManageThreads");
    thread.people.delete(user);
    core.changes.happened();
    return noContent;
  }),
  on("GET", "/guilds/:guild/threads/active", (core, { params: [guildId = ""] }) => {
    const { world, bot } = core;
    const threads = world
      .channelsOf(world.guild(guildId).id)
      .filter(
        (channel) =>
          isThread(channel) && !channel.isArchived && may(world, channel, bot.id, "ViewChannel"),
      );
    return ok({
      threads: threads.map((thread) => channelView(world, thread, bot.id)),
      members: threads
        .filter(({ people }) => people.has(bot.id))
        .map((thread) => threadMemberView(world, thread, bot.id)),
    });
  }),
];

function placeOf({ world, bot }: ServerCore, { params: [channelId = ""] }: Call): Channel {
  const channel = world.channel(channelId);
  mustHave(world, channel, bot.id);
  if (channel.guildId === undefined || isThread(channel)) throw refusal("wrongChannelType");
  return channel;
}

function threadOf({ world, bot }: ServerCore, id: string): Channel {
  const thread = world.channel(id);
  mustHave(world, thread, bot.id);
  if (!isThread(thread)) throw refusal("wrongChannelType");
  return thread;
}

function memberOf(
  core: ServerCore,
  { params: [id = "", user = ""] }: Call,
): { thread: Channel; user: string } {
  const thread = threadOf(core, id);
  if (thread.isArchived) throw refusal("archivedThread");
  return { thread, user: user === "@me" ? core.bot.id : user };
}

function nameOf(body: Json): string {
  const form = new FormCheck();
  const name = form.text(["name"], body["name"], { min: 1, max: 100, required: true });
  const lasting = form.integer(["auto_archive_duration"], body["auto_archive_duration"]);
  if (lasting !== undefined && ![60, 1440, 4320, 10_080].includes(lasting)) {
    form.wrong(
      ["auto_archive_duration"],
      "BASE_TYPE_CHOICES",
      "Value must be one of (60, 1440, 4320, 10080).",
    );
  }
  form.done();
  return name ?? "";
}

function answer({ world, bot }: ServerCore, thread: Channel): Reply {
  return created(channelView(world, thread, bot.id));
}
