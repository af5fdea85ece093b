import { schedule, type Logger } from "node-cron";

/** The library would write its own lines in the middle of a chat; a missed tick harms nobody. */
const silent: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

/** Calls `tick` every minute; node-cron only ticks, what is due is decided by the core. */
export function startTicker(
  timeZone: string,
  tick: () => Promise<void>,
): { stop(): Promise<void> } {
  const task = schedule("* * * * *", tick, { timezone: timeZone, noOverlap: true, logger: silent });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
