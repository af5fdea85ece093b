import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { keptLog } from "../support/kept-log.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { Town } from "./town.ts";

const room = "#nantes";

/** Everything there is on disk. */
function bytesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

it("whoever is forgotten is neither kept nor called by an announcement that is to be tried again", async () => {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  const folder = temporaryFolder();
  const store = await openLowdbStore({ folder, types: town.knowledge.kinds, log: keptLog() });
  await town.bot.stop();
  Object.defineProperty(town, "store", { value: store });
  await town.start();
  let isAway = true;
  const tried: (readonly string[])[] = [];
  const show = town.show.bind(town);
  town.show = (reply) => {
    if (reply.to.room === room && reply.kind === "announcement") {
      tried.push(reply.mentions ?? []);
      if (isAway) throw new Error("the answer was lost");
    }
    show(reply);
  };
  await town.subscribes(`${room}@matrix`, "messages: nouveaux");
  await town.says("zenobie", "mentionnez-moi ici pour la sécurité", { room });
  await town.coordinates(
    "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : sécurité",
  );
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-01T09:20:00Z", 1);
  expect(tried[0]).toEqual(["zenobie"]);
  await town.says("zenobie", "oubliez-moi");
  await town.says("zenobie", "oui");
  await town.runUntil("2027-03-01T09:25:00Z", 1);
  expect(bytesOf(folder)).toContain("#nantes");
  expect(bytesOf(folder)).not.toContain("zenobie");
  isAway = false;
  await town.runUntil("2027-03-01T11:00:00Z", 5);
  expect(tried.at(-1)).toEqual([]);
  await town.bot.stop();
  await store.close();
});
