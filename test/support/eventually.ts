import { vi } from "vitest";

/** Waits until what is asserted holds, on a machine that has much else to do too. */
export async function eventually(assertion: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(assertion, { timeout: 40_000, interval: 10 });
}
