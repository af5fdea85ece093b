// Loaded into a `simulate` before anything else: ends it as kill -9 does, the n-th time bytes are on the disk.
import { open } from "node:fs/promises";

const last = Number(process.env["PASSERELLE_KILL_AT_SYNC"]);
const handle = await open(process.execPath, "r");
const handles = Object.getPrototypeOf(handle);
await handle.close();
const { sync } = handles;
let syncs = 0;

handles.sync = async function syncThenEnd() {
  await sync.call(this);
  syncs += 1;
  if (syncs !== last) return;
  process.kill(process.pid, "SIGKILL");
  // The signal comes at once, yet not before this line on every machine.
  for (;;);
};
