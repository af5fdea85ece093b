import type { Delivery } from "../../delivery/deliver.ts";
import { listFailures, retryFailures } from "../../delivery/failures.ts";
import type { Language } from "../../model/language.ts";
import type { Store } from "../../ports/store.ts";
import type { Knowledge } from "../knowledge.ts";

/**
 * Has failed messages tried again within a minute.
 * @param campaign the number of an announcement; undefined for all of them
 * @returns what is said of it
 */
export async function retryFailed(
  campaign: number | undefined,
  language: Language,
  parts: {
    readonly store: Store;
    readonly delivery: Delivery;
    readonly knowledge: () => Knowledge;
  },
): Promise<string> {
  const { store, delivery, knowledge } = parts;
  const { documents, ...known } = knowledge();
  const tell = known.tell(language);
  const failures = await listFailures({ store, documents });
  const meant = failures.filter((one) => campaign === undefined || one.campaign === campaign);
  const keys = meant.map(({ key }) => key);
  const count = await retryFailures(keys, { store, documents, delivery });
  if (count > 0) {
    return tell(count > 1 ? "failures-retried-many" : "failures-retried-one", { count });
  }
  // Those that were given up are of no use any more.
  return tell(meant.length > 0 ? "failures-too-late" : "failures-none");
}
