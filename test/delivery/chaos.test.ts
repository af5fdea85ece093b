import { expect, it } from "vitest";
import type { Announcement } from "../../src/delivery/announcement.ts";
import { Delivery } from "../../src/delivery/deliver.ts";
import { messageKey } from "../../src/delivery/message-key.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { ChaosLife, ChaosWorld } from "./chaos-world.ts";
import { announcement, documents, monday, reply } from "./delivery-rig.ts";

/** PASSERELLE_FULL_PROOFS=1 makes them 10,000. */
const RUNS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 10_000 : 400;
/** Of the first run; each run has the next. */
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_270_308);

const rooms = Array.from({ length: 12 }, (_, index) => `room ${index + 1}`);
const after = (hours: number) => new Date(Date.parse(monday) + hours * 3_600_000);

/** A broadcast that must arrive; a reminder soon useless; a cancellation; each to every room. */
const broadcast: readonly Announcement[] = rooms.flatMap((room) => [
  announcement(room, { kind: "digest" }, { usefulUntil: after(24 * 30) }),
  announcement(room, { kind: "hour-before" }, { notBefore: after(0.25), usefulUntil: after(0.5) }),
  announcement(room, { kind: "cancellation" }, { notBefore: after(0.3), usefulUntil: after(2) }),
]);

interface Tally {
  readonly counts: Map<string, number>;
  readonly lost: string[];
  readonly doubled: string[];
}

/** One run: the process lives, dies and lives again, while the broadcast is planned again and again. */
async function run(seed: number, tally: Tally): Promise<void> {
  const random = seededRandom(seed);
  const world = new ChaosWorld(random, 0.02 + random() * 0.2);
  const clock = new FixedClock(monday);
  const store = createMemoryStore(Object.values(documents));
  const replies = new Set<string>();
  const live = () => {
    const life = new ChaosLife(world, store);
    const { platform, store: theirs } = life;
    const delivery = new Delivery({
      store: theirs,
      documents,
      platforms: [platform],
      clock,
      log: keptLog(),
    });
    const act = async (task: () => Promise<unknown>) => {
      await Promise.race([task().catch(() => undefined), life.death]);
    };
    return { life, delivery, act };
  };
  let now = live();
  for (let tick = 0; tick < 40; tick += 1) {
    if (now.life.isDead) now = live();
    const { life, delivery, act } = now;
    world.arrive();
    // Whoever plans plans anew after each start: it does not know what was written.
    await act(() => delivery.announce(broadcast));
    if (random() < 0.2) {
      const said = reply(`said ${tick}`, rooms[Math.floor(random() * 12)] ?? "");
      await act(async () => {
        await life.store.write(delivery.leave("o", [said]));
        replies.add(said.key);
      });
    }
    await act(() => delivery.sendPending([life.platform]));
    const isJump = random() < 0.03;
    if (isJump) world.count("clock-jump");
    clock.moveByMs((isJump ? (random() < 0.5 ? -60 : 24 * 60) : 1 + random() * 2) * 60_000);
  }
  // Calm: what is left has every chance.
  world.peril = 0;
  now = live();
  for (let tick = 0; tick < 30; tick += 1) {
    world.arrive();
    await now.delivery.announce(broadcast);
    await now.delivery.sendPending([now.life.platform]);
    clock.moveByMs(31 * 60_000);
  }
  await judge({ world, store, replies, seed }, tally);
}

async function judge(
  end: { world: ChaosWorld; store: Store; replies: ReadonlySet<string>; seed: number },
  { counts, lost, doubled }: Tally,
): Promise<void> {
  const { world, store, replies, seed } = end;
  const add = (what: string, more = 1) => counts.set(what, (counts.get(what) ?? 0) + more);
  for (const {
    key,
    kind,
    reply: { to },
  } of broadcast) {
    const name = `seed ${seed}: ${kind} to ${to.room}`;
    const id = world.shown.get(to.room)?.get(messageKey(key));
    const entry = await store.get(documents.ledger, messageKey(key));
    const { state } = entry ?? {};
    add("announcements");
    if (state?.kind === "sent") {
      add("sent");
      // Proved by its id, or it is not proved.
      if (id === undefined || state.messages.join() !== id)
        lost.push(`${name}: ${state.messages.join()}`);
      continue;
    }
    const reason = state?.kind === "skipped" ? state.reason : state?.kind;
    add(`not sent: ${kind}, ${reason}`);
    const mayBeUseless = kind !== "digest";
    const isAccountedFor =
      reason === "too-late" ||
      (reason === "outcome-unknown" && kind === "hour-before") ||
      (state?.kind === "failed" && state.isGivenUp);
    if (!mayBeUseless || !isAccountedFor) lost.push(`${name}: ${reason}`);
  }
  for (const said of replies) {
    add("replies");
    if (![...world.shown.values()].some((room) => room.has(said)))
      lost.push(`seed ${seed}: ${said}`);
  }
  if ((await store.list(documents.outbox)).length > 0) lost.push(`seed ${seed}: something waits`);
  // By what people see, whatever the keys: more messages than there was to say.
  for (const [room, messages] of world.shown) {
    const said = [...messages.keys()].filter((key) => key.startsWith("said")).length;
    if (messages.size - said > 3) doubled.push(`seed ${seed}: ${room} has ${messages.size}`);
  }
  const numbers = (await store.list(documents.campaigns)).map(({ document }) => document.number);
  if (new Set(numbers).size !== 3) doubled.push(`seed ${seed}: announcements ${numbers.join()}`);
  for (const [what, count] of world.counts) add(what, count);
}

it(
  `broadcasting to 12 rooms loses nothing and doubles nothing in ${RUNS} runs of crashes and faults`,
  { timeout: 1_200_000 },
  async () => {
    const tally: Tally = { counts: new Map(), lost: [], doubled: [] };
    for (let index = 0; index < RUNS; index += 1) await run(SEED + index, tally);
    const { counts, lost, doubled } = tally;
    const told = { seed: SEED, runs: RUNS, lost: lost.length, doubled: doubled.length };
    process.stdout.write(`${JSON.stringify({ ...told, ...Object.fromEntries(counts) })}\n`);
    expect({ lost: lost.slice(0, 5), doubled: doubled.slice(0, 5) }).toEqual({
      lost: [],
      doubled: [],
    });
    // Everything that was to happen did.
    expect(counts.get("crash-after")).toBeGreaterThan(0);
    expect(counts.get("repeats-shown-once")).toBeGreaterThan(0);
    expect(counts.get("clock-jump")).toBeGreaterThan(0);
  },
);
