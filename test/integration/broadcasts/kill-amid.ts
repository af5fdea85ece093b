import type { SendingKill } from "./broadcast-place.ts";

/** Milliseconds a process that is to be killed may take to come so far, on a busy machine. */
const LONGEST_MS = 60_000;

/** A point at one of the next messages, or shortly after. @param left how many are still to come, 1 or more */
export function drawKill(left: number, random: () => number): SendingKill {
  const place = 1 + Math.floor(random() * Math.min(left, 6));
  const [way, ms] = [random(), Math.floor(random() * 8)];
  return { place, when: way < 0.4 ? "before" : way < 0.8 ? "after" : { ms } };
}

/** Starts a process and waits until it was killed, in its start or later. @throws when it was not */
export async function startUntilKilled(
  start: () => Promise<void>,
  killed: Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("it never sent the message it was to be killed at"));
    }, LONGEST_MS);
  });
  // A process that is killed was not ready, or was: both are well.
  const started = start().catch(() => undefined);
  try {
    await Promise.race([killed, tooLate]);
    await started;
  } finally {
    clearTimeout(timer);
  }
}
