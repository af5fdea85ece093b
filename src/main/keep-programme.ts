import type { Knowledge } from "../bot/knowledge.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { goneFromFiles } from "../workshops/file-programme.ts";
import type { KeptProgramme } from "../workshops/kept-programme.ts";
import type { BroughtIn } from "../workshops/programme.ts";
import { writeOutSeries } from "../workshops/write-out-series.ts";

/**
 * Takes what the files say into the programme that is kept, and answers from it. What would break a rule
 * is left as it was; what the files no longer say stays, to be cancelled by somebody: the log tells of both.
 * @returns the same knowledge, with the programme that is kept
 */
export async function keepProgramme(
  knowledge: Knowledge,
  programme: KeptProgramme,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Knowledge> {
  const { workshops } = knowledge.library;
  const incoming = workshops.flatMap(writeOutSeries);
  const { broughtIn } = await programme.bringIn(incoming);
  for (const [index, one] of broughtIn.entries()) {
    if (one.outcome === "refused") {
      log.warn("workshop-left-out", { workshop: incoming[index]?.id, faults: phrasesOf(one) });
    }
  }
  const gone = goneFromFiles(programme.workshops, workshops, clock.now());
  if (gone.length > 0) {
    log.warn("workshops-gone-from-files", {
      numbers: gone.map(({ number }) => number).join(", "),
      remedy: "cancel them, or put them back",
    });
  }
  return { ...knowledge, programme: () => programme.workshops };
}

function phrasesOf({ faults }: Extract<BroughtIn, { outcome: "refused" }>): string {
  return faults.map(({ phrase }) => phrase).join(", ");
}
