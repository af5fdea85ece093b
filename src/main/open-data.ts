import { join, resolve } from "node:path";
import type { SealedType } from "../stores/sealed-store.ts";
import type { FileShelf } from "../ports/file-shelf.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import { createDataFolder } from "../stores/data-folder.ts";
import { realDisk } from "../stores/disk.ts";
import { openFileShelf } from "../stores/file-shelf.ts";
import { openLowdbStore } from "../stores/lowdb-store.ts";
import { sealStore, typesSealed } from "../stores/sealed-store.ts";
import { createSealer, type Sealer } from "../stores/sealer.ts";
import { sealingKey } from "../stores/sealing-key.ts";

/** What is kept in a data folder. */
export interface OpenData {
  readonly store: Store;
  readonly shelf: FileShelf;
}

/** The key file of a data folder. */
export const KEY_FILE = "passerelle.key";

/** Tells whether a key is the one of the folder. */
const SEAL_FILE = "passerelle.seal";

/**
 * Opens a data folder: what people say to advisers, and what is on its way to anybody, is sealed in it.
 * @param key of the environment, if any; see `sealingKey`
 * @throws StoreError, see `openLowdbStore` and `sealingKey`
 */
export async function openData(
  dataFolder: string,
  {
    types,
    log,
    key,
  }: { readonly types: readonly SealedType[]; readonly log: Log; readonly key: string | undefined },
): Promise<OpenData> {
  const folder = resolve(dataFolder);
  await createDataFolder({ path: folder, disk: realDisk });
  const sealer = createSealer(await sealingKey(key, join(folder, KEY_FILE)));
  await provideSeal(join(folder, SEAL_FILE), sealer);
  const below = await openLowdbStore({ folder, types: typesSealed(types, sealer), log });
  try {
    const shelf = await openFileShelf(join(folder, "files"), sealer);
    return { store: sealStore(below, types, sealer), shelf };
  } catch (cause) {
    await below.close();
    throw cause;
  }
}

/** @throws StoreError when the folder was sealed with another key: nothing of it is read, or sealed anew */
async function provideSeal(file: string, sealer: Sealer): Promise<void> {
  const found = await realDisk.read(file);
  if (found !== undefined && found !== "") {
    sealer.open(Buffer.from(found, "base64"), SEAL_FILE);
    return;
  }
  const seal = sealer.seal(Buffer.from(SEAL_FILE), SEAL_FILE);
  await realDisk.write(file, Buffer.from(seal).toString("base64"));
}
