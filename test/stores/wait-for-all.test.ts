import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { waitForAll } from "../../src/stores/wait-for-all.ts";

describe("waiting for all", () => {
  it("goes on waiting for the slow ones when one fails, then tells the first failure", async () => {
    const happened: string[] = [];
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    }).then(() => happened.push("slow"));
    const failures = [new Error("first"), new Error("second")].map((cause) =>
      Promise.reject(cause),
    );
    const waiting = waitForAll([slow, ...failures]).catch((cause: unknown) => {
      happened.push(String(cause));
    });
    await setImmediate();
    finish();
    await waiting;
    expect(happened).toEqual(["slow", "Error: first"]);
  });
});
