import { resolve } from "node:path";
import { isAsleep } from "../announcements/is-asleep.ts";
import type { Config } from "../loading/load-config.ts";
import { good, unknown, type Finding } from "../model/finding.ts";
import { storedAnnouncerPlace, announcerPlaceId } from "../model/stored-announcer.ts";
import { realDisk } from "../stores/disk.ts";
import { readGeneration } from "../stores/read-generation.ts";

/**
 * Whether announcements are looked after, read from disk beside a running assistant.
 * @returns nothing before the first of them was planned
 */
export async function lookAtAnnouncer(
  config: Config,
  root: string,
  now: Date,
): Promise<readonly Finding[]> {
  const file = resolve(root, config.dataFolder, `${storedAnnouncerPlace.collection}.json`);
  const found = await readGeneration(realDisk, file, storedAnnouncerPlace);
  if (found.kind !== "sound") return [];
  const json = found.content.documents.get(announcerPlaceId);
  if (json === undefined) return [];
  const { lastTickAt } = storedAnnouncerPlace.read(JSON.parse(json));
  if (!isAsleep(new Date(lastTickAt), now)) {
    return [good(`announcements are looked after, last at ${lastTickAt}`)];
  }
  return [
    // A stopped assistant is no fault.
    unknown(
      `announcements have not been looked after since ${lastTickAt}`,
      "start the assistant; if it runs, read its log and start it again",
    ),
  ];
}
