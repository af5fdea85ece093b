import { refusal } from "../api-refusal.ts";
import type { ServerCore } from "../server-core.ts";
import { channelTypes, type Channel, type Message } from "../world/world-data.ts";
import { channelView } from "../views/channel-view.ts";
import { tellChannel, tellMessage } from "./tell.ts";

/** A thread to be. */
export interface NewThread {
  readonly channel: Channel;
  readonly name: string;
  readonly by: string;
  /** The message it starts from. */
  readonly from?: Message | undefined;
  readonly type?: number;
}

/** Opens a thread and tells of it. @throws ApiRefusal 160004 when the message has one */
export function openThread(
  core: ServerCore,
  { channel, name, by, from, type = channelTypes.publicThread }: NewThread,
): Channel {
  if (from?.threadId !== undefined) throw refusal("threadExists");
  const { world } = core;
  const thread = world.addChannel({
    // A thread that starts from a message has that message's id.
    ...(from && { id: from.id }),
    type,
    name,
    guildId: channel.guildId,
    parentId: channel.id,
    people: [by],
    ownerId: by,
  });
  const view = channelView(world, thread, core.bot.id);
  tellChannel(core, "THREAD_CREATE", thread, { ...view, newly_created: true });
  if (from) {
    from.threadId = thread.id;
    from.flags |= 32;
    tellMessage(core, "MESSAGE_UPDATE", from);
  }
  return thread;
}
