import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build-once.ts"],
    testTimeout: 60_000,
    // Many wait for servers and clocks: the usual one worker fewer leaves a small machine half idle.
    maxWorkers: "100%",
  },
});
