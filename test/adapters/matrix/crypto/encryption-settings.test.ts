import { HistoryVisibility, initAsync } from "@matrix-org/matrix-sdk-crypto-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { encryptionSettings } from "../../../../src/adapters/matrix/crypto/encryption-settings.ts";

const WEEK = 604_800_000_000n;

beforeAll(async () => {
  await initAsync();
});

function settings(more: {
  readonly historyVisibility?: string;
  readonly rotationPeriodMs?: number;
  readonly rotationPeriodMessages?: number;
}) {
  const { historyVisibility, rotationPeriodMs, rotationPeriodMessages } = more;
  const room = { historyVisibility, rotationPeriodMs, rotationPeriodMessages };
  return encryptionSettings(room, "all-devices");
}

describe("a room key", () => {
  it.each([
    [undefined, WEEK],
    [3_600_000, 3_600_000_000n],
    [1, 1000n],
    [0, WEEK],
    [-1, WEEK],
    [1.5, WEEK],
    [1e300, WEEK],
  ])("of a room that says %s ms serves %s microseconds", (rotationPeriodMs, microseconds) => {
    const more = rotationPeriodMs === undefined ? {} : { rotationPeriodMs };
    expect(settings(more).rotationPeriod).toBe(microseconds);
  });

  it.each([
    [undefined, 100n],
    [3, 3n],
    [0, 100n],
    [Number.NaN, 100n],
  ])("of a room that says %s messages serves %s", (rotationPeriodMessages, messages) => {
    const more = rotationPeriodMessages === undefined ? {} : { rotationPeriodMessages };
    expect(settings(more).rotationPeriodMessages).toBe(messages);
  });

  it.each([
    ["invited", HistoryVisibility.Invited],
    ["joined", HistoryVisibility.Joined],
    ["shared", HistoryVisibility.Shared],
    ["world_readable", HistoryVisibility.WorldReadable],
    ["something new", HistoryVisibility.Shared],
  ])("of a room whose history is for %s is told with it", (historyVisibility, told) => {
    expect(settings({ historyVisibility }).historyVisibility).toBe(told);
  });
});
