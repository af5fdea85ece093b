import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type AppendLog,
  openAppendLog,
} from "../../../../src/adapters/matrix/crypto/append-log.ts";
import { encodeFrame, frameHeaderBytes } from "../../../../src/adapters/matrix/crypto/log-frame.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), "keys", "store.log");
});

const snapshot = Buffer.from("empty");
const snapshotBytes = frameHeaderBytes + snapshot.length;

/** Opens, does something, closes; what the records were at opening. */
async function withLog(use: (log: AppendLog) => void | Promise<void> = () => {}) {
  const { log, payloads, tornBytes } = await openAppendLog(path, snapshot);
  await use(log);
  log.close();
  return { records: payloads.map((payload) => Buffer.from(payload).toString()), tornBytes };
}

async function writeThree(): Promise<Buffer> {
  await withLog((log) => {
    for (const text of ["one", "two", "three"]) log.append(Buffer.from(text));
  });
  return readFileSync(path);
}

describe("a log", () => {
  it("gives back what was appended, in order, the snapshot first", async () => {
    expect(await withLog()).toEqual({ records: ["empty"], tornBytes: 0 });
    await writeThree();
    expect(await withLog()).toEqual({ records: ["empty", "one", "two", "three"], tornBytes: 0 });
  });

  it("cut at any byte of its last record, opens at the one before it and goes on", async () => {
    const whole = await writeThree();
    const last = frameHeaderBytes + "three".length;
    for (let kept = 0; kept < last; kept += 1) {
      writeFileSync(path, whole.subarray(0, whole.length - last + kept));
      const opened = await withLog((log) => log.append(Buffer.from("four")));
      expect(opened).toEqual({ records: ["empty", "one", "two"], tornBytes: kept });
      expect((await withLog()).records).toEqual(["empty", "one", "two", "four"]);
    }
  });

  it("cut at any byte before, opens at a whole record", async () => {
    const whole = await writeThree();
    for (let kept = snapshotBytes; kept < whole.length; kept += 1) {
      writeFileSync(path, whole.subarray(0, kept));
      const { records } = await withLog();
      expect(["empty", "one", "two", "three"].slice(0, records.length)).toEqual(records);
    }
  });

  it("cut at any byte of its snapshot, is refused", async () => {
    const whole = await writeThree();
    for (let kept = 0; kept < snapshotBytes; kept += 1) {
      writeFileSync(path, whole.subarray(0, kept));
      await expect(withLog()).rejects.toThrow("the snapshot, cannot be read");
    }
  });

  it("whose last record was left half zeros by a power cut, opens without it", async () => {
    const whole = await writeThree();
    for (let zeros = 1; zeros <= frameHeaderBytes + 5; zeros += 1) {
      writeFileSync(path, Buffer.from(whole).fill(0, whole.length - zeros));
      expect((await withLog()).records).toEqual(["empty", "one", "two"]);
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(4096)]));
    expect((await withLog()).records).toEqual(["empty", "one", "two", "three"]);
  });

  it("damaged at any byte of its snapshot, is refused and left as it was found", async () => {
    const whole = await writeThree();
    for (let at = 0; at < snapshotBytes; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x40;
      writeFileSync(path, damaged);
      await expect(withLog()).rejects.toThrow(
        /store\.log is damaged .* log in again as a new device/,
      );
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
  });

  it("damaged in the middle, is refused rather than cut there", async () => {
    const whole = await writeThree();
    const two = whole.indexOf("two");
    for (let at = two - frameHeaderBytes; at < two + 3; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x01;
      writeFileSync(path, damaged);
      await expect(withLog()).rejects.toThrow("unreadable from byte");
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
  });

  it("is refused when it is empty: never a silent new beginning", async () => {
    await writeThree();
    writeFileSync(path, "");
    await expect(withLog()).rejects.toThrow("is damaged");
  });

  it("rewritten, holds the new snapshot and what was appended meanwhile", async () => {
    await withLog(async (log) => {
      log.append(Buffer.from("one"));
      await log.rewrite(() => {
        log.append(Buffer.from("during"));
        expect(readFileSync(path).includes("during")).toBe(true);
        return Promise.resolve(Buffer.from("compact"));
      });
      log.append(Buffer.from("after"));
      expect(log.bytes).toBe(readFileSync(path).length);
    });
    expect((await withLog()).records).toEqual(["compact", "during", "after"]);
  });

  it("forgets a rewrite that a crash cut short at any byte", async () => {
    await writeThree();
    const next = encodeFrame(Buffer.from("compact"));
    for (let kept = 0; kept <= next.length; kept += 1) {
      writeFileSync(`${path}.next`, next.subarray(0, kept));
      expect((await withLog()).records).toEqual(["empty", "one", "two", "three"]);
      expect(existsSync(`${path}.next`)).toBe(false);
    }
  });
});
