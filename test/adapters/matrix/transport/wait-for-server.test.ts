import { describe, expect, it } from "vitest";
import { RefusedByServer } from "../../../../src/adapters/matrix/crypto/key-server.ts";
import { waitForServer } from "../../../../src/adapters/matrix/transport/wait-for-server.ts";
import { ServerUnreachable } from "../../../../src/adapters/matrix/transport/server-faults.ts";
import { KnownError } from "../../../../src/model/errors.ts";
import { keptLog } from "../../../support/kept-log.ts";

function afterFailures(causes: readonly Error[]) {
  const left = [...causes];
  const log = keptLog();
  const waited: number[] = [];
  const wait = (ms: number) => Promise.resolve(void waited.push(ms));
  const task = () => {
    const cause = left.shift();
    return cause ? Promise.reject(cause) : Promise.resolve("open");
  };
  return { opened: waitForServer(task, { log, random: () => 0, wait }), log, waited };
}

describe("a homeserver that is away at the start", () => {
  it("is waited for, longer each time, with one line in the log", async () => {
    const away = new KnownError("does not answer", {
      cause: new ServerUnreachable("ECONNREFUSED"),
    });
    const { opened, log, waited } = afterFailures([away, new RefusedByServer(502, ""), away]);
    expect(await opened).toBe("open");
    expect(waited).toEqual([500, 1000, 2000]);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toContain("ECONNREFUSED");
  });

  it("is not waited for when it answers that something does not fit", async () => {
    const wrong = new KnownError("no such token", { cause: new RefusedByServer(401, "") });
    const { opened, waited } = afterFailures([wrong]);
    await expect(opened).rejects.toBe(wrong);
    expect(waited).toEqual([]);
  });
});
