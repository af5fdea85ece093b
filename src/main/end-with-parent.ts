import { Worker } from "node:worker_threads";

/** How often it is looked whether the process we work for still lives. */
const LOOK_EVERY_MS = 1000;

/**
 * Ends this process once the one that started it is gone, killed before it could end us: learning keeps a
 * processor busy for a minute, and nobody would read what it finds.
 * @param parent number of that process: it may be gone before we look
 */
export function endWithParent(parent: number): void {
  // In a thread of its own: while we learn, no timer of this one fires.
  const watch = new Worker(
    `setInterval(() => {
      if (process.ppid !== ${parent}) process.kill(process.pid, "SIGKILL");
    }, ${LOOK_EVERY_MS});`,
    { eval: true },
  );
  watch.unref();
}
