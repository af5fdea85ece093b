import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../model/errors.ts";
import type { FileShelf } from "../ports/file-shelf.ts";
import { realDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import type { Sealer } from "./sealer.ts";

/** Never a way out of the folder. */
const plainId = /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}$/;

/** A shelf in a folder of its own, each file sealed for its name. @param folder made when it is missing */
export async function openFileShelf(folder: string, sealer: Sealer): Promise<FileShelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // What a crash cut short was promised to nobody.
  for (const name of await realDisk.list(folder)) {
    // oxlint-disable-next-line no-await-in-loop
    if (name.endsWith(".tmp")) await rm(join(folder, name), { force: true });
  }
  const placeOf = (id: string) => {
    if (!plainId.test(id)) throw new StoreError(`no file can be kept as ${JSON.stringify(id)}`);
    return join(folder, `${id}.sealed`);
  };
  return {
    async keep(id, bytes) {
      const place = placeOf(id);
      const file = await open(`${place}.tmp`, "w", 0o600);
      try {
        await file.writeFile(sealer.seal(bytes, id));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${place}.tmp`, place);
      await realDisk.syncFolder(folder);
    },

    async read(id) {
      try {
        return sealer.open(await readFile(placeOf(id)), id);
      } catch (cause) {
        if (errorCode(cause) === "ENOENT") return undefined;
        throw cause;
      }
    },

    async drop(id) {
      await rm(placeOf(id), { force: true });
    },

    async list() {
      const names = await realDisk.list(folder);
      return names.flatMap((name) =>
        name.endsWith(".sealed") ? [name.slice(0, -".sealed".length)] : [],
      );
    },
  };
}
