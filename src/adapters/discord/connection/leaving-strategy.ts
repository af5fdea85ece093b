import { type ClientOptions, SimpleShardingStrategy } from "discord.js";
import { plainReady } from "./plain-ready.ts";
import { wholeFrame } from "./whole-frame.ts";

type BuildStrategy = NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>;

/**
 * discord.js's own way to connect, but one that can be left at any time. `Client.destroy` passes over a
 * shard that pauses before it connects again: it would come back by itself, a second session beside the
 * next. Once left, that shard waits for ever, without a socket or a timer.
 */
export function leavingStrategy(left: AbortSignal): BuildStrategy {
  return (manager) => {
    const { options } = manager;
    const retrieve = options.retrieveSessionInfo.bind(options);
    options.retrieveSessionInfo = async (shard) => (left.aborted ? forever : retrieve(shard));
    // Before discord.js's own listeners: what this one changes they see changed.
    manager.on("ready", (welcome) => {
      Object.assign(welcome, { data: plainReady });
    });
    return new TolerantStrategy(manager);
  };
}

const forever = new Promise<never>(() => undefined);

/** Its shards read a frame's data without looking whether there is any, where nobody catches what is thrown. */
class TolerantStrategy extends SimpleShardingStrategy {
  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds);
    // discord.js offers no other place between the socket and what reads its frames.
    const shards: unknown = Reflect.get(this, "shards");
    if (!(shards instanceof Map)) return;
    const all: readonly unknown[] = [...shards.values()];
    for (const shard of all) readWhole(shard);
  }
}

function readWhole(shard: unknown): void {
  if (typeof shard !== "object" || shard === null) return;
  const unpack: unknown = Reflect.get(shard, "unpackMessage");
  if (typeof unpack !== "function") return;
  const unpackWhole = async (...frame: readonly unknown[]) =>
    wholeFrame(await Reflect.apply(unpack, shard, frame));
  Reflect.set(shard, "unpackMessage", unpackWhole);
}
