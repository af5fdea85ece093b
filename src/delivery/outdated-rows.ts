import type { OutboxRow } from "../model/outbox-row.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import { wasUnseen } from "./was-never-shown.ts";

/** What says that something told before is no longer so. */
const noticeKinds: ReadonlySet<string> = new Set(["change", "cancellation"]);

/**
 * What is still to be tried again beside a notice and says what the notice corrects: planned before it, about the
 * same workshop, and perhaps shown, so that its words may not change.
 * @param nearby keys of what waits for the same room
 * @returns none for what is no notice
 */
export async function outdatedRows(
  notice: OutboxRow,
  nearby: readonly string[],
  { store, documents }: OutdatedParts,
): Promise<readonly OutboxRow[]> {
  const { announced, reply, owner, at } = notice;
  if (!announced || !noticeKinds.has(announced.kind)) return [];
  const others = nearby.filter((key) => key !== reply.key);
  const found = await Promise.all(others.map((key) => store.get(documents.outbox, key)));
  const isOutdated = (row: OutboxRow): boolean =>
    row.owner === owner &&
    row.state.kind === "failed" &&
    !wasUnseen(row) &&
    row.at < at &&
    announced.workshops.some((id) => row.announced?.workshops.includes(id) === true);
  return found.flatMap((row) => (row && isOutdated(row) ? [row] : []));
}

interface OutdatedParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox">;
}
