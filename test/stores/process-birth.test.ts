import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { isRunning, thisProcess } from "../../src/stores/lock-owner.ts";
import { processBirth } from "../../src/stores/process-birth.ts";
import { crashedProcess } from "./data-folder-fixture.ts";

/** The pid of a child of a process that never asks after its children. */
async function neglectedChild(): Promise<number> {
  const parent = spawn("sh", ["-c", "sleep 1000 & echo $!; exec sleep 1000"]);
  onTestFinished(() => {
    parent.kill("SIGKILL");
  });
  for await (const line of createInterface(parent.stdout)) return Number(line);
  throw new Error("no child");
}

describe.skipIf(!existsSync("/proc/self/stat"))("the birth of a process", () => {
  it("is the same each time it is asked, and another process's is another", async () => {
    const own = await processBirth(process.pid);
    expect(own).toMatch(/^[0-9a-f-]{36}\/\d+$/);
    expect(await processBirth(process.pid)).toBe(own);
    expect(await processBirth(process.ppid)).not.toBe(own);
  });

  it("is unknown of a process that is not there", async () => {
    expect(await processBirth(crashedProcess.pid)).toBeUndefined();
  });

  it("is over for a killed process whose parent did not notice: it runs no more", async () => {
    const pid = await neglectedChild();
    const owner = { ...(await thisProcess()), pid, birth: await processBirth(pid) };
    expect(await isRunning(owner)).toBe(true);
    process.kill(pid, "SIGKILL");
    await vi.waitFor(async () => expect(await processBirth(pid)).toBe("ended"));
    expect(await isRunning(owner)).toBe(false);
  });
});
