import {
  DeviceId,
  KeysUploadRequest,
  type OlmMachine,
  type SignatureUploadRequest,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { CrossSigningKeys } from "./cross-signing-keys.ts";
import { type KeyServer, RefusedByServer } from "./key-server.ts";
import { fieldOf } from "../field-of.ts";
import { sendRequest } from "./outgoing-requests.ts";

/** What cross-signing needs beside the machine and the server. */
export interface CrossSignOptions {
  /** An identity exported earlier. */
  readonly saved: CrossSigningKeys | undefined;
  /** The account's, for servers that ask for it before they take a first identity. */
  readonly password: string | undefined;
  /** Keeps a new identity before the server hears of it. */
  readonly save: (keys: CrossSigningKeys) => Promise<void>;
}

/** How it stands with the trust others may have in our device. */
export type CrossSigningOutcome =
  /** Our device is signed by our identity. */
  | {
      readonly kind: "signed";
      readonly by: "before" | "new-identity" | "known-keys" | "saved-keys";
    }
  /**
   * Not signed, and nothing was changed: the account has an identity whose keys are elsewhere, the saved
   * keys are of another identity, the server lost the identity that was saved, or it asks for more proof.
   */
  | {
      readonly kind: "unsigned";
      readonly why: "keys-elsewhere" | "other-keys-saved" | "identity-lost" | "proof-asked";
    };

/**
 * Has our device signed by our account's identity, which is made if the account never had one and is
 * never replaced. The caller holds back every other request of the machine meanwhile.
 */
export async function crossSign(
  machine: OlmMachine,
  server: KeyServer,
  options: CrossSignOptions,
): Promise<CrossSigningOutcome> {
  const known = await queryOwnKeys(machine, server);
  if (!known.hasIdentity) return createIdentity(machine, server, options);
  if (await isSigned(machine)) return { kind: "signed", by: "before" };
  if (await hasPrivateKeys(machine)) {
    await signDevice(machine, server);
    return { kind: "signed", by: "known-keys" };
  }
  if (!options.saved) return { kind: "unsigned", why: "keys-elsewhere" };
  if (!(await importKeys(machine, options.saved))) {
    return { kind: "unsigned", why: "other-keys-saved" };
  }
  await signDevice(machine, server);
  return { kind: "signed", by: "saved-keys" };
}

/** The private keys of our identity; undefined unless the machine has all three. */
async function exportKeys(machine: OlmMachine): Promise<CrossSigningKeys | undefined> {
  const exported = await machine.exportCrossSigningKeys();
  if (!exported) return undefined;
  const {
    masterKey: master,
    self_signing_key: selfSigning,
    userSigningKey: userSigning,
  } = exported;
  exported.free();
  if (!master || !selfSigning || !userSigning) return undefined;
  return { master, selfSigning, userSigning };
}

/** Asks afresh: what the machine remembers may be older than a reset made elsewhere. */
async function queryOwnKeys(
  machine: OlmMachine,
  server: KeyServer,
): Promise<{ readonly hasIdentity: boolean }> {
  const me = machine.userId.toString();
  const request = machine.queryKeysForUsers([new UserId(me)]);
  const answer = await server.send({ method: "POST", path: "/keys/query", body: request.body });
  await machine.markRequestAsSent(request.id, request.type, answer);
  const parsed: unknown = JSON.parse(answer);
  return { hasIdentity: fieldOf(parsed, "master_keys", me) !== undefined };
}

async function createIdentity(
  machine: OlmMachine,
  server: KeyServer,
  { saved, password, save }: CrossSignOptions,
): Promise<CrossSigningOutcome> {
  const held = await hasPrivateKeys(machine);
  // The server forgot an identity people may have verified: a person decides, not we.
  if (saved && !held) return { kind: "unsigned", why: "identity-lost" };
  // `false`: keys of an upload that was cut short are used again, new ones are made only if there are none.
  const requests = await machine.bootstrapCrossSigning(false);
  const keys = await exportKeys(machine);
  if (keys) await save(keys);
  const uploadKeys: unknown = requests.uploadKeysRequest;
  if (uploadKeys instanceof KeysUploadRequest) await sendRequest(machine, server, uploadKeys);
  const accepted = await uploadIdentity(machine, server, {
    body: requests.uploadSigningKeysRequest.body,
    password,
  });
  if (!accepted) return { kind: "unsigned", why: "proof-asked" };
  await sendRequest(machine, server, requests.uploadSignaturesRequest);
  await queryOwnKeys(machine, server);
  return { kind: "signed", by: "new-identity" };
}

/**
 * False when the server asks for a proof we have not. A first identity needs none on current servers.
 * Source: https://spec.matrix.org/v1.11/client-server-api/#post_matrixclientv3keysdevice_signingupload
 */
async function uploadIdentity(
  machine: OlmMachine,
  server: KeyServer,
  { body, password }: { readonly body: string; readonly password: string | undefined },
): Promise<boolean> {
  const path = "/keys/device_signing/upload";
  try {
    await server.send({ method: "POST", path, body });
    return true;
  } catch (cause) {
    if (!(cause instanceof RefusedByServer) || cause.status !== 401) throw cause;
    const session = fieldOf(JSON.parse(cause.body), "session");
    if (password === undefined || typeof session !== "string") return false;
    const identifier = { type: "m.id.user", user: machine.userId.toString() };
    const auth = { type: "m.login.password", identifier, password, session };
    const withProof = `${body.trimEnd().slice(0, -1)},"auth":${JSON.stringify(auth)}}`;
    await server.send({ method: "POST", path, body: withProof });
    return true;
  }
}

async function isSigned(machine: OlmMachine): Promise<boolean> {
  const device = await ourDevice(machine);
  try {
    return device.isCrossSignedByOwner();
  } finally {
    device.free();
  }
}

async function signDevice(machine: OlmMachine, server: KeyServer): Promise<void> {
  const device = await ourDevice(machine);
  const request: SignatureUploadRequest = await device.verify();
  device.free();
  await sendRequest(machine, server, request);
  await queryOwnKeys(machine, server);
}

async function ourDevice(machine: OlmMachine) {
  const id = new DeviceId(machine.deviceId.toString());
  const device = await machine.getDevice(new UserId(machine.userId.toString()), id);
  if (device) return device;
  throw new Error("the machine does not know its own device: its keys are not uploaded yet");
}

async function hasPrivateKeys(machine: OlmMachine): Promise<boolean> {
  const status = await machine.crossSigningStatus();
  try {
    return status.hasMaster && status.hasSelfSigning;
  } finally {
    status.free();
  }
}

/** False when the keys are not those of the identity the server shows. */
async function importKeys(machine: OlmMachine, keys: CrossSigningKeys): Promise<boolean> {
  try {
    const { master, selfSigning, userSigning } = keys;
    const status = await machine.importCrossSigningKeys(master, selfSigning, userSigning);
    return status.hasMaster && status.hasSelfSigning;
  } catch {
    // The machine compares the public halves and says which differs; either way they are not ours.
    return false;
  }
}
