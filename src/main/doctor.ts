import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { examine } from "../adapters/matrix/doctor/examine.ts";
import type { Finding } from "../model/finding.ts";
import { StoreError } from "../model/errors.ts";
import { createDataFolder } from "../stores/data-folder.ts";
import { realDisk } from "../stores/disk.ts";
import { type FolderLock, lockFolder } from "../stores/folder-lock.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { accountOptions } from "./open-matrix.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle doctor`: what the assistant needs, and for each fault its remedy. Exit code 1 on a fault. */
export async function doctor(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: configOption });
  const config = configOf(values, root);
  print({ what: "the configuration can be read", state: "good" });
  const settings = config.matrix;
  if (!settings) {
    print({ what: "no platform is configured: the assistant talks in a terminal", state: "good" });
    return 0;
  }
  const log = createJsonLog(
    "error",
    (line) => process.stderr.write(line),
    () => systemClock.now(),
  );
  const lock = await tryLock(resolve(root, config.dataFolder));
  try {
    const options = accountOptions({ root, config, settings, clock: systemClock, log });
    const findings = await examine(options, lock === undefined);
    for (const finding of findings) print(finding);
    return findings.some(({ state }) => state === "bad") ? 1 : 0;
  } finally {
    await lock?.release();
  }
}

/** Undefined, and said why, when a running assistant holds the folder or it cannot be written. */
async function tryLock(folder: string): Promise<FolderLock | undefined> {
  try {
    await createDataFolder({ path: folder, disk: realDisk });
    return await lockFolder(folder);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    print({ what: cause.message, state: "unknown" });
    return undefined;
  }
}

const marks = { good: "ok     ", bad: "WRONG  ", unknown: "?      " };

function print({ what, state, remedy }: Finding): void {
  const next = remedy === undefined ? "" : `\n       -> ${remedy}`;
  process.stdout.write(`${marks[state]}${what}${next}\n`);
}
