import { expect, it } from "vitest";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Town } from "../acceptance/town.ts";

const workshop = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

/** Everything that can be done without the platform that does not answer is done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(setImmediate);
  }
}

it("a room that never answers holds up neither the other platform nor what is planned next", async () => {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  for (const room of ["#nantes@matrix", "#salon@discord"]) {
    // oxlint-disable-next-line no-await-in-loop
    await town.subscribes(room, "messages: tout");
  }
  await town.coordinates(workshop);
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-01T09:30:00Z");
  await town.bot.stop();
  const start = town.shown.length;
  const stuck = new SimulatedPlatform("matrix", () => undefined);
  stuck.send = () => new Promise(() => undefined);
  const discord = new SimulatedPlatform("discord", (reply) => town.show(reply));
  const starting = town.start({ store: town.store, platforms: [stuck, discord] });
  await Promise.race([starting, settled()]);
  for (const instant of ["2027-03-08T08:00:00Z", "2027-03-08T17:00:00Z", "2027-03-09T16:00:00Z"]) {
    town.clock.moveTo(instant);
    // oxlint-disable-next-line no-await-in-loop
    await town.bot.tick();
    // oxlint-disable-next-line no-await-in-loop
    await settled();
  }
  const titles = town.of("#salon", start).map((text) => /^\*\*([^:*]+)/u.exec(text)?.[1]?.trim());
  expect(titles).toEqual(["Les ateliers des deux semaines à venir", "Demain", "Dans une heure"]);
});
