import { StoreError } from "../model/errors.ts";
import type { Change } from "../ports/store.ts";
import { type CollectionTypes, ofCollection } from "./collection-types.ts";
import { nameOfDocument } from "./documents.ts";

/** Changes grouped by collection, each group in the order asked. */
export type ChangesByCollection = ReadonlyMap<string, readonly Change[]>;

/**
 * The changes with their JSON as `JSON.stringify` writes it, so that a checksum over it can be computed again.
 * @throws StoreError when a collection is unknown or a text is not JSON; no change may then be applied
 */
export function checkChanges(
  types: CollectionTypes,
  changes: readonly Change[],
): readonly Change[] {
  return changes.map(({ collection, id, json }) => {
    ofCollection(types, collection);
    return { collection, id, json: json === undefined ? undefined : rewrite(collection, id, json) };
  });
}

export function groupByCollection(changes: readonly Change[]): ChangesByCollection {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.collection);
    if (group === undefined) groups.set(change.collection, [change]);
    else group.push(change);
  }
  return groups;
}

function rewrite(collection: string, id: string, json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    // Without its cause: the parser quotes the text, and the text may be what people wrote.
    throw new StoreError(`what was to be written as ${nameOfDocument(collection, id)} is not JSON`);
  }
}
