import type { Store } from "../../src/ports/store.ts";
import { contractTypes } from "../contracts/note-types.ts";

/** Every document of a store, in order, to compare with another's. */
export async function contentOf(store: Store): Promise<string> {
  return JSON.stringify(await Promise.all(contractTypes.map((type) => store.list(type))));
}
