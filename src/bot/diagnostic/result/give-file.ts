import { answersJson } from "../../../diagnostic/answers-json.ts";
import { reportMarkdown } from "../../../diagnostic/report-markdown.ts";
import { reportOf } from "../../../diagnostic/report.ts";
import { roadmapCalendar } from "../../../diagnostic/roadmap-calendar.ts";
import { roadmapTable } from "../../../diagnostic/roadmap-table.ts";
import type { ResultFile } from "../../../model/diagnostic-effect.ts";
import { say, type Attachment } from "../../../model/reply.ts";
import type { ActOf } from "../act-of.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { drawnReport } from "./give-result.ts";
import { resultInHand, type ResultInHand } from "./result-files.ts";

/** Ends the ids of the events of a roadmap: reserved for names that are no address (RFC 2606). */
const UID_DOMAIN = "passerelle.invalid";

/** Gives one file of a result, where it was asked for. */
export async function giveFile(
  { run, file }: ActOf<"give-file">,
  acting: Acting,
): Promise<AboutDiagnostic> {
  const inHand = await resultInHand(run, acting);
  const { tell } = inHand.source;
  const attachment =
    file === "report" ? await drawnReport(inHand, acting.parts) : written(file, inHand);
  const draft = attachment
    ? { ...say(tell(`dr-give-${file}`)), attachments: [attachment] }
    : say(tell("dr-file-failed"));
  return { changes: [], drafts: [draft] };
}

/** A file made of words. */
function written(file: Exclude<ResultFile, "report">, { source, shown }: ResultInHand): Attachment {
  const { tell } = source;
  const named = { name: tell(`dr-file-${file}`), alt: tell(`dr-what-${file}`) };
  switch (file) {
    case "markdown":
      return { ...named, type: "text/markdown", text: reportMarkdown(reportOf(source)) };
    case "answers":
      return {
        ...named,
        type: "application/json",
        text: answersJson({ ...source, run: shown.run }),
      };
    case "calendar": {
      const text = roadmapCalendar({ ...source, run: shown.run, uidDomain: UID_DOMAIN });
      return { ...named, type: "text/calendar", text };
    }
    case "roadmap":
      return { ...named, type: "text/csv", text: roadmapTable(source) };
  }
}
