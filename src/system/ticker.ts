import { schedule } from "node-cron";

/** Calls `tick` every minute; node-cron only ticks, what is due is decided by the core. */
export function startTicker(
  timeZone: string,
  tick: () => Promise<void>,
): { stop(): Promise<void> } {
  const task = schedule("* * * * *", tick, { timezone: timeZone, noOverlap: true });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
