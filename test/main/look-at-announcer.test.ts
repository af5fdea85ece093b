import { expect, it } from "vitest";
import { configShape } from "../../src/loading/load-config.ts";
import { lookAtAnnouncer } from "../../src/main/look-at-announcer.ts";
import { announcerPlaceId, storedAnnouncerPlace } from "../../src/model/stored-announcer.ts";
import { put } from "../../src/ports/store.ts";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { keptLog } from "../support/kept-log.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("says whether announcements are looked after, while the assistant holds the folder", async () => {
  const folder = temporaryFolder();
  const config = configShape.parse({ dataFolder: folder });
  const look = async (now: string) => {
    const found = await lookAtAnnouncer(config, folder, new Date(now));
    return found.map(({ state, what }) => `${state}: ${what}`);
  };
  expect(await look("2027-03-08T09:00:00Z")).toEqual([]);
  const store = await openLowdbStore({ folder, types: [storedAnnouncerPlace], log: keptLog() });
  await store.write([
    put(storedAnnouncerPlace, announcerPlaceId, { lastTickAt: "2027-03-08T09:00:00.000Z" }),
  ]);
  expect(await look("2027-03-08T09:01:00Z")).toEqual([
    "good: announcements are looked after, last at 2027-03-08T09:00:00.000Z",
  ]);
  expect(await look("2027-03-08T10:00:00Z")).toEqual([
    "unknown: announcements have not been looked after since 2027-03-08T09:00:00.000Z",
  ]);
  await store.close();
});
