import { expect, it } from "vitest";
import type { Incoming } from "../../src/model/incoming-message.ts";
import { freshStanding } from "../../src/model/standing.ts";
import { put } from "../../src/ports/store.ts";
import { HandoffTown } from "../support/handoff-town.ts";
import { messageLike } from "../support/message-like.ts";
import { seededRandom } from "../support/seeded-random.ts";

const ROUNDS = 25;

// HANDOFF.md, 12.4.
it("4. 500 replayed events produce no duplicate; order is kept under random delays", async () => {
  const random = seededRandom(4);
  const town = await HandoffTown.open();
  const at = town.clock.now().toISOString();
  await town.hasRequest({
    state: { kind: "active", adviser: "camille", since: at },
    team: "saint-exemple",
    offers: [{ team: "saint-exemple", rung: 1, at, key: "offer", shownAs: "offer" }],
  });
  // Who relayed before reads no preview.
  const known = { ...freshStanding("adviser", town.clock.now()), hasRelayed: true };
  await town.store.write([put(town.knowledge.documents.standings, "adviser:camille", known)]);
  const { address } = town.asker;
  const { room } = town.adviser("camille");
  const events: Incoming[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sentAt = town.clock.now();
    const said = {
      id: `a${round}`,
      from: "amina",
      address,
      text: `voici le point ${round}`,
      sentAt,
    };
    const heard = { id: `b${round}`, from: "camille", address: room, sentAt, thread: "offer" };
    events.push(messageLike(said), messageLike({ ...heard, text: `> noté, point ${round}` }));
  }
  let underWay: Promise<unknown>[] = [];
  let replayed = 0;
  for (const [index, event] of events.entries()) {
    underWay.push(town.delivers(event));
    for (let again = 0; again < 10; again += 1) {
      const earlier = events[Math.floor(random() * (index + 1))];
      if (!earlier) continue;
      replayed += 1;
      underWay.push(town.delivers(earlier));
    }
    if (random() < 0.7) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(underWay);
      underWay = [];
    }
  }
  await Promise.all(underWay);
  await town.ticks();
  const points = (side: readonly { readonly text: string; readonly kind: string }[]) =>
    side
      .filter(({ kind, text }) => kind === "relay" && text !== "")
      .map(({ text }) => /\d+$/.exec(text)?.[0]);
  const inOrder = Array.from({ length: ROUNDS }, (_, point) => String(point));
  expect(replayed).toBe(500);
  expect(points(town.team())).toEqual(inOrder);
  expect(points(town.asker.read)).toEqual(inOrder);
  expect((await town.request()).messages).toBe(1 + 2 * ROUNDS);
});
