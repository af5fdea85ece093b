import type { IncomingWorkshop } from "../model/incoming-workshop.ts";
import type { StoredWorkshop } from "../model/stored-workshops.ts";
import { revise } from "./revise.ts";
import { sameValue } from "./same-value.ts";

/**
 * Brings a known workshop up to date with what its source says now. Only what changed there since last time
 * is taken over, so that a move made from chat survives a spelling mended in the file. From another source,
 * only what nobody had said.
 */
export function mergeIncoming(
  known: StoredWorkshop,
  incoming: IncomingWorkshop,
  now: Date,
): StoredWorkshop {
  const { workshop, incoming: last } = known;
  const isSameSource = last !== undefined && last.origin?.source === incoming.origin?.source;
  const { id: _id, origin, ...said } = incoming;
  const news = Object.entries(said).filter(([key, value]) =>
    isSameSource
      ? !sameValue(valueIn(last, key), value)
      : value !== undefined && valueIn(workshop, key) === undefined,
  );
  const changed: Partial<IncomingWorkshop> = Object.fromEntries(news);
  const revised = revise(workshop, changed, now);
  if (!isSameSource) return revised === workshop ? known : { ...known, workshop: revised };
  if (sameValue(last, incoming)) return known;
  // The origin tells what was read last; nobody sees it, so it alone is no new version.
  const stored = revised === workshop ? workshop : { ...revised, origin };
  return { workshop: stored, incoming };
}

function valueIn(workshop: object, key: string): unknown {
  return new Map<string, unknown>(Object.entries(workshop)).get(key);
}
