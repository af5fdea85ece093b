import { existsSync } from "node:fs";
import { KnownError } from "../../../model/errors.ts";
import { fieldOf } from "../field-of.ts";
import { cryptoFolder } from "../login-file.ts";
import { type AccountOptions, openMachine, signRemedies } from "../open-account.ts";
import type { Homeserver } from "../room-event.ts";
import { bad, type Finding, good, unknown } from "../../../model/finding.ts";

/** The device whose keys are looked at. */
export interface DeviceChecked {
  readonly options: AccountOptions;
  readonly server: Homeserver;
  readonly device: string;
  /** Another process holds the data folder: its store is not touched. */
  readonly isInUse: boolean;
}

/** Whether the device's keys are here, are those the server knows, and are signed; nothing is changed. */
export async function checkDevice(checked: DeviceChecked): Promise<readonly Finding[]> {
  const { server, options, device } = checked;
  const { userId, encryption } = options.settings;
  if (encryption === "off") return [good("encryption is off")];
  const body = JSON.stringify({ device_keys: { [userId]: [] } });
  const answer = await server.send({ method: "POST", path: "/keys/query", body });
  const known: unknown = JSON.parse(answer);
  const own = fieldOf(known, "device_keys", userId, device);
  const identity = fieldOf(known, "self_signing_keys", userId, "keys");
  return [await checkStore(checked, own), checkSignature(userId, own, identity)];
}

/** @param own the keys the server has of this device */
async function checkStore(
  { options, server, device, isInUse }: DeviceChecked,
  own: unknown,
): Promise<Finding> {
  const { userId } = options.settings;
  const folder = cryptoFolder(options.dataFolder, { userId, deviceId: device });
  if (!existsSync(folder)) {
    if (own === undefined) return good("no keys yet: they are made at the first start");
    return bad(
      `the keys of this device are lost: there is no ${folder}`,
      "run `passerelle login matrix`: it makes a new device, which an identity.json you saved can sign",
    );
  }
  if (isInUse) {
    return unknown("the keys are in use by a running assistant", "stop it to have them checked");
  }
  try {
    const machine = await openMachine(options, server, device);
    try {
      await machine.check();
    } finally {
      await machine.close();
    }
    return good(`the keys in ${folder} are those the server knows`);
  } catch (cause) {
    if (!(cause instanceof KnownError)) throw cause;
    return bad("the keys of this device cannot be used", cause.message);
  }
}

function checkSignature(user: string, own: unknown, identity: unknown): Finding {
  if (own === undefined) return good("the server has no keys of this device yet");
  if (typeof identity !== "object" || identity === null) {
    return unknown("the account has no identity yet", "it is made at the first start");
  }
  const signatures = fieldOf(own, "signatures", user);
  const isSigned = Object.keys(identity).some((key) => fieldOf(signatures, key) !== undefined);
  if (isSigned) return good("this device is signed by the account's identity");
  return bad(
    "this device is not signed: some people's programs will not talk to it",
    signRemedies["keys-elsewhere"],
  );
}
