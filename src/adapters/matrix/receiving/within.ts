import { setTimeout as timeout } from "node:timers/promises";

/** What a task gives within some milliseconds; undefined after that: it goes on, and nobody waits for it here. */
export async function within<T>(ms: number, task: Promise<T>): Promise<T | undefined> {
  const ending = new AbortController();
  const { signal } = ending;
  try {
    return await Promise.race([task, timeout(ms, undefined, { signal, ref: false })]);
  } finally {
    ending.abort();
  }
}
