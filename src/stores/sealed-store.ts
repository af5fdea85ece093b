import type { DocumentType } from "../model/document-type.ts";
import type { Change, Store } from "../ports/store.ts";
import { checkChanges } from "./check-changes.ts";
import { type CollectionType, indexCollectionTypes } from "./collection-types.ts";
import type { Sealer } from "./sealer.ts";

/** A document type, as far as a store must know whether it is sealed. */
export type SealedType = CollectionType & Pick<DocumentType<unknown>, "isSealed">;

/**
 * What a store is opened with so that documents of sealed types are unreadable in it: their migrations open what
 * is sealed and seal what they make.
 */
export function typesSealed(
  types: readonly SealedType[],
  sealer: Sealer,
): readonly CollectionType[] {
  return types.map((type) => {
    if (!mayBeSealed(type)) return type;
    const migrations = type.migrations.map(
      (migrate) => (older: unknown) =>
        // A migration does not know the id: what is sealed is bound to its collection.
        sealed(
          JSON.stringify(migrate(opened(older, type.collection, sealer))),
          type.collection,
          sealer,
        ),
    );
    return { ...type, migrations };
  });
}

/**
 * A store whose documents of sealed types are unreadable in the one below; what was written before they were
 * sealed is read as it is, and sealed when it is written again.
 * @param below opened with `typesSealed`
 */
export function sealStore(below: Store, types: readonly SealedType[], sealer: Sealer): Store {
  const collections = new Map(
    types.filter((type) => mayBeSealed(type)).map((type) => [type.collection, type]),
  );
  const known = indexCollectionTypes(types);
  const opening = <T>(type: DocumentType<T>): DocumentType<T> =>
    collections.has(type.collection)
      ? { ...type, read: (json) => type.read(opened(json, type.collection, sealer)) }
      : type;
  const seal = ({ collection, id, json }: Change): Change =>
    json === undefined || !isToSeal(json, collections.get(collection))
      ? { collection, id, json }
      : { collection, id, json: JSON.stringify(sealed(json, collection, sealer)) };
  return {
    get: (type, id) => below.get(opening(type), id),

    async list(type, names) {
      if (!collections.has(type.collection)) return below.list(type, names);
      if (names === undefined) return below.list(opening(type));
      // What is sealed shows no name: it is opened to be looked through, and only what has one is read.
      const texts = await below.list(textsOf(type, sealer));
      const found = texts.filter(({ id, document }) =>
        names.some((name) => id.includes(name) || document.includes(name)),
      );
      const read = await Promise.all(
        found.map(async ({ id }) => ({ id, document: await below.get(opening(type), id) })),
      );
      return read.flatMap(({ id, document }) => (document === undefined ? [] : { id, document }));
    },

    async write(changes) {
      // Before it is sealed: the store below cannot tell what is no JSON.
      await below.write(checkChanges(known, changes).map((change) => seal(change)));
    },
    scrub: () => below.scrub(),
    close: () => below.close(),
  };
}

function mayBeSealed({ isSealed: rule = false }: SealedType): boolean {
  return rule !== false;
}

function isToSeal(json: string, type: SealedType | undefined): boolean {
  const rule = type?.isSealed ?? false;
  return typeof rule === "function" ? rule(JSON.parse(json)) : rule;
}

/** The same documents as their JSON text. */
function textsOf<T>(
  { collection, version, migrations, description, keptDays }: DocumentType<T>,
  sealer: Sealer,
): DocumentType<string> {
  return {
    collection,
    version,
    migrations,
    description,
    keptDays,
    read: (json) => (isSealed(json) ? openedText(json, collection, sealer) : JSON.stringify(json)),
    lastUsed: () => "",
    owner: () => undefined,
  };
}

function sealed(json: string, place: string, sealer: Sealer) {
  return { sealed: Buffer.from(sealer.seal(Buffer.from(json), place)).toString("base64") };
}

function opened(json: unknown, place: string, sealer: Sealer): unknown {
  return isSealed(json) ? JSON.parse(openedText(json, place, sealer)) : json;
}

function openedText({ sealed: text }: Sealed, place: string, sealer: Sealer): string {
  return Buffer.from(sealer.open(Buffer.from(text, "base64"), place)).toString("utf8");
}

interface Sealed {
  readonly sealed: string;
}

function isSealed(json: unknown): json is Sealed {
  return (
    typeof json === "object" && json !== null && "sealed" in json && typeof json.sealed === "string"
  );
}
