// Run as a program: node folder-taker.js <folder> [close|exit|leave]
// Opens the store and says "open" or "refused: <why>"; when its input ends, it closes the store and
// ends, or exits without closing it.
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { contractTypes } from "../contracts/note-types.ts";
import { RecordingLog } from "./recording-log.ts";

const [folder = "", ending = "close"] = process.argv.slice(2);
try {
  const store = await openLowdbStore({ folder, types: contractTypes, log: new RecordingLog() });
  process.stdout.write("open\n");
  process.stdin.resume().on("end", () => {
    if (ending === "exit") process.exit(0);
    else void store.close();
  });
} catch (cause) {
  process.stdout.write(`refused: ${String(cause)}\n`);
}
