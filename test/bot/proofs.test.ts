import { expect, it } from "vitest";
import { Town } from "../acceptance/town.ts";

const workshop = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

/** A workshop is about to be announced to two rooms, one of which is away for some minutes. */
async function announcedWhile(awayMinutes: number) {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  let isAway = true;
  const show = town.show.bind(town);
  town.show = (reply) => {
    if (isAway && reply.to.room === "#nantes" && reply.kind === "announcement") {
      throw new Error("too many requests");
    }
    show(reply);
  };
  for (const room of ["#nantes", "#rennes"]) {
    // oxlint-disable-next-line no-await-in-loop
    await town.subscribes(`${room}@matrix`, "messages: tout");
  }
  await town.coordinates(workshop);
  await town.presses("olga", "Publier");
  const start = town.shown.length;
  await town.runUntil("2027-03-01T09:10:00Z", 1);
  const back = town.clock.now().getTime() + awayMinutes * 60_000;
  await town.runUntil(new Date(back).toISOString(), 1);
  isAway = false;
  await town.runUntil("2027-03-01T13:00:00Z", 1);
  return town.seenIn("@olga", start).map(({ reply }) => reply);
}

it("a proof waits for a room that fails and is soon served", async () => {
  const told = await announcedWhile(0);
  expect(told.map(({ text }) => text)).toEqual([
    "Annonce n° 1, **Découverte** (atelier 1) : 2 salons, 2 confirmés, 0 doublon.",
  ]);
});

it("a proof waits half an hour for a room that fails, and is corrected when that is over", async () => {
  const [early, last, ...others] = await announcedWhile(60);
  expect(early?.text).toContain("1 confirmé, 0 doublon, 1 pas encore passé");
  expect(early?.text).not.toContain("échec");
  expect(last?.text).toContain("2 confirmés, 0 doublon.");
  expect(last?.replaces).toBe(early?.key);
  expect(others).toEqual([]);
});
