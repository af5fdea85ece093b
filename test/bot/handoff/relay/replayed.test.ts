import { expect, it } from "vitest";
import { seededRandom } from "../../../support/seeded-random.ts";
import { RelayRig } from "../../../support/relay-rig.ts";

it("500 replayed events produce no duplicate, and order is kept under random delays", async () => {
  const random = seededRandom(127);
  const rig = new RelayRig();
  await rig.hasRequest();
  rig.beforeShown = async () => {
    for (let turn = Math.floor(random() * 12); turn > 0; turn -= 1) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve();
    }
  };
  const events: (() => Promise<unknown>)[] = [];
  for (let at = 0; at < 50; at += 1) {
    events.push(
      () => rig.asks(`a${at}`, `question ${at}`),
      () => rig.answers(`b${at}`, `réponse ${at}`),
    );
  }
  const underWay: Promise<unknown>[] = [];
  for (const [at, event] of events.entries()) {
    underWay.push(event());
    if (random() < 0.4) underWay.push(rig.sends());
    // oxlint-disable-next-line no-await-in-loop
    if (random() < 0.3) await Promise.all(underWay.splice(0));
    for (let again = 0; again < 5; again += 1) {
      const earlier = events[Math.floor(random() * (at + 1))];
      if (earlier) underWay.push(earlier());
    }
    if (random() < 0.05) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(underWay.splice(0));
      rig.restart();
    }
  }
  await Promise.all(underWay);
  await rig.sends();
  const numbers = (side: "asker" | "team") =>
    rig.shownTo(side).map(({ text }) => Number(/\d+$/.exec(text)?.[0]));
  const inOrder = Array.from({ length: 50 }, (_, at) => at);
  expect(numbers("team")).toEqual(inOrder);
  expect(numbers("asker")).toEqual(inOrder);
  expect((await rig.request()).messages).toBe(101);
});
