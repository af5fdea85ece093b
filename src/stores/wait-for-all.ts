/**
 * Waits for every task even when one fails, so that nothing still runs while the failure is cleaned up.
 * @throws what the first of the failed tasks threw
 */
export async function waitForAll(tasks: Iterable<Promise<unknown>>): Promise<void> {
  const results = await Promise.allSettled(tasks);
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
