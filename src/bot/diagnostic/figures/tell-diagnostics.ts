import { formatDay } from "../../../answers/format-day.ts";
import { figuresTable } from "../../../diagnostic/figures-table.ts";
import { tellFigures } from "../../../diagnostic/tell-figures.ts";
import { say } from "../../../model/reply.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { ActOf } from "../act-of.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";

/** Tells a coordinator the figures that were published last, with their file. */
export async function tellDiagnostics(
  _act: ActOf<"tell-diagnostics">,
  { who, parts }: Acting,
): Promise<AboutDiagnostic> {
  const { store, knowledge } = parts;
  const { documents, library, settings, tell: tellIn } = knowledge();
  const { language } = who;
  const tell = tellIn(language);
  const published = await store.list(documents.publishedFigures);
  const last = published.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1)?.document;
  if (!last) return { changes: [], drafts: [say(tell("ds-none-yet"))] };
  const { figures, until } = last;
  const saying = { questionnaire: library.questionnaire, language, tell };
  const day = formatDay(localDay(new Date(until), settings.timeZone), language);
  const file = {
    name: tell("ds-file"),
    type: "text/csv",
    text: figuresTable(figures, saying),
    alt: tell("ds-file-what"),
  };
  const draft = { ...say(tellFigures(figures, day, saying)), attachments: [file] };
  return { changes: [], drafts: [draft] };
}
