import type { Workshop } from "../../model/workshop.ts";
import { wallTimeAt } from "../../workshops/wall-time.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import type { CatchUpLine, CatchUpSummary } from "../catch-up.ts";
import { lines, paragraphs, type Announcing } from "./announcing.ts";
import { sayBareStart, sayStart } from "../../workshops/say-when.ts";

/** What coordinators are told in private after an outage: what was sent late, what was not, and why. Markdown. */
export function summaryWords(
  summary: CatchUpSummary,
  find: (id: string) => Workshop | undefined,
  announcing: Announcing,
): string {
  const { tell, timeZone } = announcing;
  const wall = (at: Date) => wallTimeAt(at, timeZone);
  return paragraphs(
    tell("summary-title", {
      from: sayBareStart(wall(summary.from), timeZone, announcing),
      to: sayStart(wall(summary.to), timeZone, announcing),
    }),
    lines(
      ...summary.lines.map((line) =>
        tell(`summary-${line.outcome}`, {
          what: sayWhat(line, find, announcing),
          count: line.recipients,
        }),
      ),
    ),
  );
}

/** What a message is, and of which workshop. */
function sayWhat(
  { kind, workshop }: Pick<CatchUpLine, "kind" | "workshop">,
  find: (id: string) => Workshop | undefined,
  announcing: Announcing,
): string {
  const { tell } = announcing;
  const known = workshop === undefined ? undefined : find(workshop);
  const said = tell(`kind-${kind}`);
  return known
    ? tell("summary-of", { kind: said, title: inLanguage(known.title, announcing) })
    : said;
}
