import { onTestFinished } from "vitest";
import type { Homeserver } from "../../../../src/adapters/matrix/room-event.ts";
import { createHomeserver } from "../../../../src/adapters/matrix/transport/homeserver.ts";
import { FakeHomeserver } from "../../../support/fake-homeserver.ts";
import type { FakeDevice } from "../../../support/fake-matrix/fake-state.ts";
import { FixedClock } from "../../../support/fixed-clock.ts";
import { keptLog } from "../../../support/kept-log.ts";

/** Our bot and somebody else, on a small server that does not wait. */
export interface Talk {
  readonly fake: FakeHomeserver;
  readonly server: Homeserver;
  readonly bot: FakeDevice;
  readonly amina: FakeDevice;
  /** A room both are in. */
  readonly room: string;
  readonly log: ReturnType<typeof keptLog>;
  readonly clock: FixedClock;
  /** How long was waited between tries; the clock moves by as much, and nobody really waits. */
  readonly waits: number[];
  readonly wait: (ms: number) => Promise<void>;
}

export async function talkToFake(): Promise<Talk> {
  const fake = await FakeHomeserver.start();
  onTestFinished(() => fake.stop());
  const [bot, amina] = [fake.register("bot"), fake.register("amina")];
  const room = fake.world.createRoom(amina.user, { members: [bot.user] });
  const log = keptLog();
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    clock.moveByMs(ms);
    // Lets the connections of the server have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  };
  const server = createHomeserver({
    baseUrl: fake.url,
    accessToken: bot.token,
    log,
    clock,
    random: () => 0,
    wait,
  });
  return { fake, server, bot, amina, room, log, clock, waits, wait };
}

/** The path a message is sent by. */
export function sendPath(room: string, transaction: string): string {
  return `/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${transaction}`;
}
