import { expect, it, onTestFinished, vi } from "vitest";
import { Delivery } from "../../../../src/delivery/deliver.ts";
import type { Verdict } from "../../../../src/delivery/recheck.ts";
import type { Reply } from "../../../../src/model/reply.ts";
import { LONGEST_ANNOUNCING_MS } from "../../../../src/ports/chat-platform.ts";
import { createMemoryStore } from "../../../../src/stores/memory-store.ts";
import { announcement, documents } from "../../../delivery/delivery-rig.ts";
import { serverError, tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import { FixedClock } from "../../../support/fixed-clock.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { MatrixRig } from "../../../support/matrix-rig.ts";
import { FakeMachine, message, sendingPath, sentTo } from "../../../support/matrix-sending.ts";

const announced = { kind: "announcement" } as const;

/** An announcement that the server has failed to take. */
async function failed(more: Partial<Reply> = {}, fault = serverError()) {
  const machine = new FakeMachine();
  const rig = await MatrixRig.start({ machine });
  const amina = rig.homeserver.register("amina");
  const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted: true });
  rig.homeserver.fail({ path: sendingPath, times: 3, fault });
  const one = message(room, "Demain : Découverte", { ...announced, ...more });
  await expect(rig.platform.send(one)).rejects.toThrow(/HTTP 500|cannot be reached/u);
  return { rig, machine, room, one };
}

it("an announcement that is cancelled while the server is in fault is never shown", async () => {
  const clock = new FixedClock("2027-03-08T17:00:00.000Z");
  const rig = await MatrixRig.start({ clock });
  const room = rig.directRoom(rig.homeserver.register("amina"));
  const store = createMemoryStore(Object.values(documents));
  let verdict: Verdict = { kind: "send" };
  const delivery = new Delivery({
    store,
    documents,
    platforms: [rig.platform],
    clock,
    log: keptLog(),
    recheck: () => Promise.resolve(verdict),
  });
  const usefulUntil = new Date("2027-03-09T14:00:00.000Z");
  const row = announcement(room, { kind: "day-before" }, { notBefore: clock.now(), usefulUntil });
  const reply = { ...row.reply, ...message(room, "Demain : Découverte", announced) };
  await delivery.announce([{ ...row, reply }]);
  rig.homeserver.fail({ path: sendingPath, times: 4, fault: serverError() });
  await delivery.sendPending([rig.platform]);
  verdict = { kind: "skip", reason: "cancelled" };
  clock.moveByMs(3_600_000);
  await delivery.sendPending([rig.platform]);
  const states = (await store.list(documents.ledger)).map(({ document }) => document.state);
  // Nobody knows whether a server in fault showed it.
  expect(states).toEqual([{ kind: "skipped", reason: "cancelled", wasTried: true }]);
  // In the room's line, it would stand before this.
  await rig.platform.send(message(room, "Bonjour"));
  expect(await rig.heard(room, 1, 10_000)).toEqual(["Bonjour"]);
});

it("an announcement asked for again is the same bytes under the same transaction, also after a restart", async () => {
  const { rig, machine, room, one } = await failed();
  await rig.stopBot();
  await rig.startBot();
  await rig.platform.send(message(room, "Bonjour"));
  const id = await rig.platform.send(one);
  expect(sentTo(rig, room).map(({ event_id: event }) => event)).toEqual([expect.any(String), id]);
  const tries = rig.homeserver.requestsTo(new RegExp(`${sendingPath.source}.*/${one.key}\\.0$`));
  expect(tries).toHaveLength(4);
  expect(new Set(tries.map(({ path, body }) => path + body)).size).toBe(1);
  expect(machine.encrypted).toHaveLength(2);
});

it("an announcement that was shown though its answer was lost is not shown again", async () => {
  const { rig, room, one } = await failed({}, { kind: "cut-after" });
  expect(sentTo(rig, room)).toHaveLength(1);
  expect(await rig.platform.send(one)).toBe(sentTo(rig, room)[0]?.event_id);
  expect(sentTo(rig, room)).toHaveLength(1);
});

it("an announcement that got other words is shown with them, once", async () => {
  const { rig, machine, room, one } = await failed();
  await rig.platform.send({ ...one, text: "Aujourd'hui : Découverte" });
  expect(sentTo(rig, room)).toHaveLength(1);
  expect(machine.encrypted.at(-1)).toMatchObject({ body: "Aujourd'hui : Découverte" });
});

it("an announcement that the server has no time for this hour is given back in two minutes", async () => {
  const rig = await MatrixRig.start();
  const room = rig.directRoom(rig.homeserver.register("amina"));
  rig.homeserver.fail({ path: sendingPath, fault: tooMany(3_600_000) });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const asked = rig.platform.send(message(room, "Demain", announced)).catch(String);
  await vi.waitFor(() => expect(rig.log.lines.join()).toContain("homeserver-asks-to-wait"));
  await vi.advanceTimersByTimeAsync(LONGEST_ANNOUNCING_MS);
  expect(await asked).toContain("OutcomeUnknown");
  await vi.advanceTimersByTimeAsync(3_600_000);
  vi.useRealTimers();
  await rig.platform.send(message(room, "Bonjour"));
  expect(await rig.heard(room, 1)).toEqual(["Bonjour"]);
});
