import { UserId } from "@matrix-org/matrix-sdk-crypto-wasm";

/** New handles each time: the machine takes them away. Ids that are no ids are left out. */
export function userHandles(ids: readonly string[]): UserId[] {
  return ids.flatMap((id) => {
    try {
      return [new UserId(id)];
    } catch {
      return [];
    }
  });
}
