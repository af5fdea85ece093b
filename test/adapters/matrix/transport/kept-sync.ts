import { onTestFinished } from "vitest";
import type {
  RoomEvent,
  SyncBatch,
  TakeBatch,
} from "../../../../src/adapters/matrix/room-event.ts";
import { SyncLoop, type SyncTokens } from "../../../../src/adapters/matrix/transport/sync-loop.ts";
import type { Talk } from "./talk-to-fake.ts";

/** Tokens in memory, and what was written of them. */
export class KeptTokens implements SyncTokens {
  readonly written: string[] = [];

  async read(): Promise<string | undefined> {
    return this.written.at(-1);
  }

  async write(token: string): Promise<void> {
    this.written.push(token);
  }
}

/** A loop under way, and all it brought. */
export interface RunningSync {
  readonly tokens: KeptTokens;
  readonly batches: SyncBatch[];
  readonly loop: SyncLoop;
  /** Settles as the loop does. */
  readonly ended: Promise<void>;
  /** The bodies of the messages in a room since the first sync, as often as they came. */
  readonly heard: () => string[];
}

/** Starts a loop; it ends with the test. */
export function runSync(
  talk: Talk,
  take: TakeBatch = async () => undefined,
  tokens = new KeptTokens(),
): RunningSync {
  const { server, bot, log, clock, wait } = talk;
  const batches: SyncBatch[] = [];
  const loop = new SyncLoop({
    server,
    user: bot.user,
    tokens,
    log,
    clock,
    wait,
    random: () => 0,
    take: async (batch) => {
      await take(batch);
      batches.push(batch);
    },
  });
  const ended = loop.run();
  ended.catch(() => undefined);
  onTestFinished(() => loop.stop());
  const heard = () =>
    batches
      .filter(({ isFirst }) => !isFirst)
      .flatMap(({ joined }) => joined)
      .flatMap(({ timeline }) => bodiesOf(timeline));
  return { tokens, batches, loop, ended, heard };
}

/** The bodies of messages. */
export function bodiesOf(events: readonly RoomEvent[]): string[] {
  return events
    .filter(({ type }) => type === "m.room.message")
    .flatMap(({ content: { body } }) => (typeof body === "string" ? body : []));
}
