import {
  KeysBackupRequest,
  type KeysClaimRequest,
  type OlmMachine,
  RequestType,
  RoomMessageRequest,
  ToDeviceRequest,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { KeyRequest, KeyServer } from "./key-server.ts";

/** A request the machine wants sent; more kinds may come with later versions of it. */
export type MachineRequest =
  Awaited<ReturnType<OlmMachine["outgoingRequests"]>>[number] | KeysClaimRequest;

/** What came of sending a request. */
export type Sent = "sent" | "unknown";

/**
 * Sends one request and tells the machine what the server answered. Sent again after a crash, it is
 * harmless: the transaction ids are the machine's own, kept in its store.
 * @throws what the server throws; the machine then still wants it sent
 */
export async function sendRequest(
  machine: OlmMachine,
  server: KeyServer,
  request: MachineRequest,
): Promise<Sent> {
  const translated = translate(request);
  if (!translated) return "unknown";
  const answer = await server.send(translated);
  const { id, type } = request;
  // One made by hand (a signature of ours) has no id: the machine does not wait for its answer.
  if (id) await machine.markRequestAsSent(id, type, answer);
  return "sent";
}

function translate(request: MachineRequest): KeyRequest | undefined {
  const { body } = request;
  if (request instanceof ToDeviceRequest) {
    return {
      method: "PUT",
      path: path`/sendToDevice/${request.event_type}/${request.txn_id}`,
      body,
    };
  }
  if (request instanceof RoomMessageRequest) {
    const { room_id: room, event_type: type, txn_id: transaction } = request;
    return { method: "PUT", path: path`/rooms/${room}/send/${type}/${transaction}`, body };
  }
  if (request instanceof KeysBackupRequest) {
    return { method: "PUT", path: path`/room_keys/keys?version=${request.version}`, body };
  }
  const endpoint = endpoints.get(request.type);
  return endpoint === undefined ? undefined : { method: "POST", path: endpoint, body };
}

const endpoints: ReadonlyMap<RequestType, string> = new Map([
  [RequestType.KeysUpload, "/keys/upload"],
  [RequestType.KeysQuery, "/keys/query"],
  [RequestType.KeysClaim, "/keys/claim"],
  [RequestType.SignatureUpload, "/keys/signatures/upload"],
]);

function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}
