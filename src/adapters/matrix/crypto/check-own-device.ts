import { type OlmMachine, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { StoreError } from "../../../model/errors.ts";
import type { KeyServer } from "./key-server.ts";
import { fieldOf } from "../field-of.ts";

/**
 * Checks that the server knows our device by the keys of our store, or not at all. With others, people's
 * messages to this device would be encrypted for a store that is lost.
 * @throws StoreError when it knows others
 */
export async function checkOwnDevice(machine: OlmMachine, server: KeyServer): Promise<void> {
  const [user, device] = [machine.userId.toString(), machine.deviceId.toString()];
  const request = machine.queryKeysForUsers([new UserId(user)]);
  const answer = await server.send({ method: "POST", path: "/keys/query", body: request.body });
  const ours = fieldOf(JSON.parse(answer), "device_keys", user, device);
  const known = fieldOf(ours, "keys", `ed25519:${device}`);
  if (known === undefined || known === machine.identityKeys.ed25519.toBase64()) return;
  throw new StoreError(
    `the server knows device ${device} of ${user} by other keys than its encryption store has: the store was lost or replaced. Restore nothing old; log in again as a new device, then import the saved identity. Nothing was changed.`,
  );
}
