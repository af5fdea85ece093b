import { directToPerson } from "../model/address.ts";
import type { Language } from "../model/language.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";

/** Where it is read what people spoke. */
export interface LanguageParts {
  readonly store: Pick<Store, "list">;
  readonly documents: Pick<StoredDocuments, "conversations">;
  /** For who said nothing lately. */
  readonly usual: Language;
}

/** The language somebody spoke last, in whichever room: that of a message nobody asked for now. */
export async function languageOfPerson(
  key: string,
  { store, documents, usual }: LanguageParts,
): Promise<Language> {
  const { platform, person = "" } = directToPerson(key);
  const found = await store.list(documents.conversations, [person]);
  const theirs = found
    .map(({ document }) => document)
    .filter((one) => one.platform === platform && one.person === person);
  return theirs.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]?.language ?? usual;
}
