import { describe, expect, it } from "vitest";
import { timeOf, wallTimeAt, dayOf } from "../../src/workshops/wall-time.ts";
import type { Reply } from "../../src/model/reply.ts";
import { HandoffTown } from "../support/handoff-town.ts";
import { noticeIn } from "../support/machine-notices.ts";
import { seededRandom } from "../support/seeded-random.ts";

const HOUR_MIN = 60;
/** Two hundred take a minute and a half: the whole proof is for a release. */
const RUNS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 200 : 40;

describe("hand-off (HANDOFF.md 12)", () => {
  it("7. nobody answers: each rung happens once, even when the process restarts at every tick", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    for (let hour = 0; hour < 45 * 24; hour += 2) {
      // oxlint-disable-next-line no-await-in-loop
      await town.restarts();
      // oxlint-disable-next-line no-await-in-loop
      await town.passes(2 * HOUR_MIN);
    }
    const seen = [...new Map(town.sent.map((reply) => [reply.key, reply])).values()];
    const counted = (found: (reply: Reply) => boolean) => seen.filter(found).length;
    expect(counted(({ text }) => text.includes("Qui peut la prendre"))).toBe(1);
    expect(counted(({ opensThread }) => opensThread === true)).toBe(3);
    expect(town.sentTo("gwen").map(({ key }) => key)).toHaveLength(1);
    expect(town.sentTo("hugo").map(({ key }) => key)).toHaveLength(1);
    expect((await town.request()).state.kind).toBe("referred");
    const told = noticesIn(town, seen).map(({ kind }) => kind);
    expect(told).toEqual([
      "ht-widened",
      "ht-coordinator-told",
      "ht-nobody-answered-bare",
      "ht-still-waiting",
      "ht-still-waiting",
      "ht-referred",
    ]);
  });

  it("7. a process that was off for a week says one thing, then each in its turn", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    await town.passes(21 * 24 * HOUR_MIN);
    expect(noticesIn(town, town.sent)).toHaveLength(1);
    await town.passes(5);
    await town.passes(HOUR_MIN);
    expect(noticesIn(town, town.sent)).toHaveLength(1);
  });

  it(`7. at most one machine message a day, none at night, whatever people and the process do (${RUNS} months; 200 with PASSERELLE_FULL_PROOFS=1)`, async () => {
    let said = 0;
    for (let seed = 1; seed <= RUNS; seed += 1) {
      // oxlint-disable-next-line no-await-in-loop
      said += await monthOf(seed);
    }
    // It would prove nothing of a silent assistant.
    expect(said).toBeGreaterThan(RUNS * 3);
  }, 600_000);
});

/** Thirty days of random waits, restarts, refusals and acts. @returns how many notices were really sent */
async function monthOf(seed: number): Promise<number> {
  const random = seededRandom(seed);
  const territory = seed % 3 === 0 ? "971" : "44";
  const zone = territory === "971" ? "America/Guadeloupe" : "Europe/Paris";
  const town = await HandoffTown.open({ from: `2026-11-${24 + (seed % 6)}T09:00:00Z` });
  const sentAt = new Map<string, Date>();
  town.refuses = ({ to, key }) => {
    if (isRefusing && to.room === town.asker.address.room) return new Error("away");
    // A key is shown once, whatever is sent again.
    if (!sentAt.has(key)) sentAt.set(key, town.clock.now());
    return undefined;
  };
  let isRefusing = false;
  await town.hasRequest({ territory });
  await town.hasRequest({ territory, theme: "security" });
  const end = town.clock.now().getTime() + 30 * 24 * 3_600_000;
  while (town.clock.now().getTime() < end) {
    isRefusing = random() < 0.1;
    // oxlint-disable-next-line no-await-in-loop
    if (random() < 0.1) await town.restarts();
    // oxlint-disable-next-line no-await-in-loop
    await town.passes(Math.ceil(random() * 18 * HOUR_MIN));
    // oxlint-disable-next-line no-await-in-loop
    if (random() < 0.12) await act(town, random);
  }
  const seen = [...new Map(town.sent.map((reply) => [reply.key, reply])).values()];
  const days = noticesIn(town, seen).map(({ reply }) => {
    const wall = wallTimeAt(sentAt.get(reply.key) ?? new Date(Number.NaN), zone);
    expect(timeOf(wall) >= "08:00" && timeOf(wall) < "21:00", `${seed}: ${wall}`).toBe(true);
    return dayOf(wall);
  });
  expect(new Set(days).size, `seed ${seed}: ${days.join(" ")}`).toBe(days.length);
  return days.length;
}

async function act(town: HandoffTown, random: () => number): Promise<void> {
  const camille = town.adviser("camille");
  const choice = random();
  const offer = town.team().some(({ opensThread }) => opensThread === true);
  if (!offer) return;
  if (choice < 0.3) await camille.presses("Je prends");
  else if (choice < 0.5) await camille.writes("> Bonjour, avez-vous un devis ?");
  else if (choice < 0.6) await camille.writes("rendre");
  else if (choice < 0.75) await camille.writes("résolu");
  else await town.asker.says("encore une chose sur ma demande");
}

function noticesIn(town: HandoffTown, replies: readonly Reply[]) {
  const room = town.asker.address.room;
  return replies.flatMap((reply) => {
    if (reply.to.room !== room) return [];
    const kind = noticeIn(reply, 1, town.knowledge) ?? noticeIn(reply, 2, town.knowledge);
    return kind === undefined ? [] : [{ kind, reply }];
  });
}
