import type { Surroundings } from "../../handoff/ladder.ts";
import type { Request } from "../../model/request.ts";
import type { HandoffParts } from "./handoff-parts.ts";
import type { RequestBook } from "./request-book.ts";

/** What routing, delays and fairness look at, as it is now. @param others every request, where they were read already */
export async function surroundingsOf(
  {
    parts,
    book,
    now,
  }: { readonly parts: HandoffParts; readonly book: RequestBook; readonly now: Date },
  others?: readonly Request[],
): Promise<Surroundings> {
  const { store, knowledge, platforms } = parts;
  const { documents, library, settings } = knowledge();
  const standings = await store.list(documents.standings);
  return {
    directory: library.directory,
    standings: new Map(standings.map(({ id, document }) => [id, document])),
    others: others ?? (await book.all()),
    platforms: platforms(),
    timeZone: settings.timeZone,
    now,
  };
}
