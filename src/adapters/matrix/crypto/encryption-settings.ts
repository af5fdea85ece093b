import {
  CollectStrategy,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
} from "@matrix-org/matrix-sdk-crypto-wasm";

/** How a room's messages are encrypted, from its state. */
export interface RoomEncryption {
  /** `history_visibility` of `m.room.history_visibility`; what is not known counts as `shared`. */
  readonly historyVisibility: string | undefined;
  /** `rotation_period_ms` of `m.room.encryption`: milliseconds a room key serves. A week by default. */
  readonly rotationPeriodMs: number | undefined;
  /** `rotation_period_msgs` of `m.room.encryption`: messages a room key serves. 100 by default. */
  readonly rotationPeriodMessages: number | undefined;
}

/** Who is given our room keys: every device of the members, or only those their owners signed. */
export type KeySharing = "all-devices" | "signed-devices";

/**
 * The machine's settings for a room.
 * Source of the defaults: https://spec.matrix.org/v1.11/client-server-api/#mroomencryption
 */
export function encryptionSettings(room: RoomEncryption, sharing: KeySharing): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  settings.historyVisibility =
    visibilities.get(room.historyVisibility ?? "shared") ?? HistoryVisibility.Shared;
  // The machine counts in microseconds.
  settings.rotationPeriod = atLeastOne(room.rotationPeriodMs, 604_800_000) * 1000n;
  settings.rotationPeriodMessages = atLeastOne(room.rotationPeriodMessages, 100);
  settings.sharingStrategy =
    sharing === "all-devices"
      ? CollectStrategy.allDevices()
      : CollectStrategy.identityBasedStrategy();
  return settings;
}

const visibilities: ReadonlyMap<string, HistoryVisibility> = new Map([
  ["invited", HistoryVisibility.Invited],
  ["joined", HistoryVisibility.Joined],
  ["shared", HistoryVisibility.Shared],
  ["world_readable", HistoryVisibility.WorldReadable],
]);

/** A room's state is anybody's number. */
function atLeastOne(value: number | undefined, otherwise: number): bigint {
  return BigInt(Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : otherwise);
}
