import { Low } from "lowdb";
import type { Log } from "../ports/log.ts";
import type { CollectionTypes } from "./collection-types.ts";
import { type DataFolder, diskFault, removeFiles } from "./data-folder.ts";
import { type DurableCollection, DurableCollections } from "./durable-collections.ts";
import { DurableFile } from "./durable-file.ts";
import { Journal } from "./journal.ts";
import type { Generation } from "./read-generation.ts";
import { waitForAll } from "./wait-for-all.ts";

/**
 * Reads a data folder that this process holds: damage is repaired, an atomic write that was cut short
 * is ended, leftovers of a crash are removed.
 * @throws StoreError when a file cannot be made sense of; the folder is then left as it was found
 */
export async function openCollections(
  folder: DataFolder,
  types: CollectionTypes,
  log: Log,
): Promise<DurableCollections> {
  const journal = new Journal(folder, types);
  try {
    const collections = await readCollections(folder, types);
    const found = await journal.read();
    // All of it makes sense: from here on the folder may be changed. What a killed process wrote and
    // did not sync is ours to read now: nobody may be shown what a power cut could still take back.
    await folder.disk.syncFolder(folder.path);
    await removeFiles(folder, /\.tmp$/);
    await waitForAll([...collections.values()].map(({ file }) => repair(file, log)));
    const opened = new DurableCollections({ folder, journal, log }, collections);
    if (found.kind === "pending") {
      await opened.replay(found);
      log.info("store-journal-replayed", { generation: found.generation });
    } else if (found.kind === "torn") {
      await journal.remove();
      log.warn("store-journal-dropped", { why: found.why, lost: "a write never acknowledged" });
    }
    return opened;
  } catch (cause) {
    throw diskFault(folder.path, cause);
  }
}

async function readCollections(
  folder: DataFolder,
  types: CollectionTypes,
): Promise<ReadonlyMap<string, DurableCollection>> {
  const reading = [...types].map(async ([name, type]): Promise<[string, DurableCollection]> => {
    const file = new DurableFile(folder, type);
    const low = new Low<Generation>(file, { generation: 0, documents: new Map() });
    await low.read();
    return [name, { file, low }];
  });
  return new Map(await Promise.all(reading));
}

async function repair(file: DurableFile, log: Log): Promise<void> {
  const recovery = await file.repair();
  if (recovery === undefined) return;
  log.warn("store-recovered", { ...recovery, lost: "at most the last write" });
}
