import { Announcer } from "../announcements/announcer.ts";
import { tellIn } from "../answers/tell-in.ts";
import { sayingIn } from "../bot/saying-in.ts";
import { SimulatedPlatform } from "../adapters/simulated/simulated-platform.ts";
import { messageKey } from "../delivery/message-key.ts";
import type { Config } from "../loading/load-config.ts";
import type { SubscriptionFile } from "../loading/subscription-file-shape.ts";
import type { Library } from "../model/library.ts";
import type { Reply } from "../model/reply.ts";
import { storedAnnouncerPlace, storedToldWorkshops } from "../model/stored-announcer.ts";
import type { Workshop } from "../model/workshop.ts";
import { createMemoryStore } from "../stores/memory-store.ts";
import { createJsonLog } from "../system/json-log.ts";
import type { RehearsedMessage } from "./rehearsal-markdown.ts";
import { RehearsedOutbox } from "./rehearsed-outbox.ts";
import { peopleOf, subscriptionsOf } from "./rehearsed-readers.ts";

/** Time between two ticks of a rehearsal: rows have their own hour, ticks only find them. */
const TICK_MS = 10 * 60_000;

/** The time that is rehearsed. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** What a rehearsal is made of. */
export interface RehearsalParts {
  readonly workshops: readonly Workshop[];
  readonly phrases: Library["phrases"];
  readonly readers: SubscriptionFile;
  readonly config: Pick<Config, "timeZone" | "language">;
  readonly span: Span;
}

/**
 * Plays the announcer itself with a clock, platforms and an outbox of its own.
 * @returns what is sent, in order
 */
export async function playRehearsal({
  workshops,
  phrases,
  readers,
  config,
  span: { from, to },
}: RehearsalParts): Promise<readonly RehearsedMessage[]> {
  let now = from;
  const clock = { now: () => now };
  const store = createMemoryStore([storedAnnouncerPlace, storedToldWorkshops]);
  const outbox = new RehearsedOutbox(store);
  const subscriptions = subscriptionsOf(readers, config, from);
  const announcer = new Announcer({
    store,
    outbox,
    people: peopleOf(readers, config),
    programme: () => workshops,
    subscriptions: () => Promise.resolve(subscriptions),
    usual: { zone: config.timeZone, language: config.language },
    coordinators: () => Promise.resolve([]),
    keyOf: messageKey,
    sayingIn: sayingIn((language) => tellIn(phrases[language])),
    clock,
    log: createJsonLog("silent", () => undefined, clock.now),
  });
  const messages: RehearsedMessage[] = [];
  const platforms = new Map<string, SimulatedPlatform>();
  for (const { platform } of [...readers.rooms, ...readers.people]) {
    const show = (reply: Reply) => messages.push({ reply, at: now });
    platforms.set(platform, new SimulatedPlatform(platform, show));
  }
  const send = async (reply: Reply) => {
    await platforms.get(reply.to.platform)?.send(reply);
  };
  for (let tick = from; tick <= to; tick = new Date(tick.getTime() + TICK_MS)) {
    now = tick;
    // Time goes one way: what a tick finds is sent at its own hour, before the next.
    // oxlint-disable-next-line no-await-in-loop
    await announcer.tick();
    // oxlint-disable-next-line no-await-in-loop
    await sendUntil(tick);
  }
  return messages;

  async function sendUntil(tick: Date): Promise<void> {
    for (let next = outbox.nextAt; next && next <= tick; next = outbox.nextAt) {
      now = next;
      // oxlint-disable-next-line no-await-in-loop
      await outbox.sendDue(next, (planned) => announcer.renew(planned), send);
    }
  }
}
