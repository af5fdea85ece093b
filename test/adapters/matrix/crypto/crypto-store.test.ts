import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type DurableOlmMachine,
  openOlmMachine,
} from "../../../../src/adapters/matrix/crypto/olm-machine.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), "encryption");
});

async function openMachine(device = "PHONE", log = keptLog()): Promise<DurableOlmMachine> {
  return openOlmMachine({
    user: "@bot:localhost",
    device,
    folder,
    log,
    sharing: "all-devices",
    trust: "everybody",
    server: { send: () => Promise.reject(new Error("no server here")) },
    onFatal: (cause) => {
      throw cause;
    },
  });
}

async function openAndClose(device?: string): Promise<void> {
  const machine = await openMachine(device);
  await machine.close();
}

describe("the encryption store of a device", () => {
  it("is for its owner's eyes alone", async () => {
    await openAndClose();
    const modes = ["", "store.log", "store.key"].map((name) => statSync(join(folder, name)).mode);
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o700, 0o600, 0o600]);
  });

  it("holds nothing in clear: neither the user nor the device", async () => {
    await openAndClose();
    expect(readFileSync(join(folder, "store.log")).includes("@bot:localhost")).toBe(false);
  });

  it("is opened again, also after its last record was torn, and says so", async () => {
    await openAndClose();
    const path = join(folder, "store.log");
    writeFileSync(path, readFileSync(path).subarray(0, -7));
    const log = keptLog();
    const machine = await openMachine("PHONE", log);
    await machine.close();
    expect(log.lines.join("\n")).toContain("crypto-store-recovered");
    await openAndClose();
  });

  it.each([
    ["another device asks for it", () => {}, "LAPTOP", /is not that of .* device LAPTOP/],
    ["its key is lost", () => rmSync(join(folder, "store.key")), "PHONE", /store\.key is missing/],
    [
      "its key is cut",
      () => writeFileSync(join(folder, "store.key"), "short"),
      "PHONE",
      /32 bytes/,
    ],
    [
      "its key is another's",
      () => writeFileSync(join(folder, "store.key"), Buffer.alloc(32, 7)),
      "PHONE",
      /key does not open the encryption store/,
    ],
    [
      "its snapshot is damaged",
      () => {
        const bytes = readFileSync(join(folder, "store.log"));
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        writeFileSync(join(folder, "store.log"), bytes);
      },
      "PHONE",
      /is damaged/,
    ],
  ])("is refused when %s, and left as it was", async (_, harm, device, message) => {
    await openAndClose();
    harm();
    const before = readFileSync(join(folder, "store.log"));
    await expect(openMachine(device)).rejects.toThrow(message);
    expect(readFileSync(join(folder, "store.log")).equals(before)).toBe(true);
  });
});
