import { fileSource, type FiledWorkshop } from "../model/incoming-workshop.ts";
import type { Workshop } from "../model/workshop.ts";
import { bringIn, goneFrom, inOrder } from "./programme.ts";
import { writeOutSeries } from "./write-out-series.ts";

/** The programme of the files alone, their series written out, as if nothing had been stored. */
export function fileProgramme(filed: readonly FiledWorkshop[], now: Date): readonly Workshop[] {
  return inOrder(bringIn([], filed.flatMap(writeOutSeries), now).entries);
}

/** What the files no longer say, of what was to come: to be proposed for cancellation. */
export function goneFromFiles(
  programme: readonly Workshop[],
  filed: readonly FiledWorkshop[],
  now: Date,
): readonly Workshop[] {
  return goneFrom(fileSource, { programme, incoming: filed.flatMap(writeOutSeries), now });
}
