import { expect, it } from "vitest";
import { Town } from "./town.ts";

/** Workshops announced on so many days in a row. */
async function announceDaily(town: Town, days: number): Promise<void> {
  for (let day = 1; day <= days; day += 1) {
    const title = `Atelier du jour ${day}`;
    // oxlint-disable-next-line no-await-in-loop
    await town.coordinates(
      `nouvel atelier\n${title}\n${9 + day} avril 2027 de 18h à 20h\nMairie\nthème : libre`,
    );
    // oxlint-disable-next-line no-await-in-loop
    await town.presses("olga", "Publier");
    // oxlint-disable-next-line no-await-in-loop
    await town.runUntil(`2027-03-0${day + 1}T09:00:00Z`, 30);
  }
}

it("a coordinator is warned, once a week, of a room that was sent more than five messages in seven days", async () => {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  await town.subscribes("#nantes@matrix", "messages: nouveaux");
  const warnings = () => town.of("@olga").filter((text) => text.includes("#nantes"));
  const warned = () => warnings().filter((text) => text.includes("en sept jours"));
  await announceDaily(town, 5);
  expect(town.of("#nantes").filter((text) => text.includes("Nouvel atelier"))).toHaveLength(5);
  expect(warned()).toEqual([]);
  await town.coordinates(
    "nouvel atelier\nEncore un\n20 avril 2027 de 18h à 20h\nMairie\nthème : libre",
  );
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-07T12:00:00Z", 30);
  expect(warned()).toHaveLength(1);
  expect(warned()[0]).toContain("6 messages");
  await town.isDownUntil("2027-03-07T13:00:00Z");
  await town.runUntil("2027-03-07T20:00:00Z", 30);
  expect(warned()).toHaveLength(1);
});
