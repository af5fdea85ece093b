import { Buffer } from "node:buffer";
import { radarAlternative } from "../../../diagnostic/radar-words.ts";
import { radarSvg } from "../../../diagnostic/radar-svg.ts";
import { reportOf } from "../../../diagnostic/report.ts";
import { FEWEST_SCORED } from "../../../diagnostic/result-of.ts";
import { tellResult } from "../../../diagnostic/tell-result.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import type { Attachment } from "../../../model/reply.ts";
import type { ActOf } from "../act-of.ts";
import { compareWithEarlier } from "./compare-with-earlier.ts";
import type { AboutDiagnostic, Acting, DiagnosticsParts } from "../diagnostics.ts";
import { resultChoices } from "./result-choices.ts";
import { resultInHand, type ResultInHand } from "./result-files.ts";

/** Side of the radar, in pixels: read on a phone, light to send. Source: CONVERSATION.md, 7. */
const RADAR_PIXELS = 1000;

/** Gives a result in one reply: words, the radar and the report. What fails is said, and the words stand alone. */
export async function giveResult(
  { run }: ActOf<"give-result">,
  acting: Acting,
): Promise<AboutDiagnostic> {
  const inHand = await resultInHand(run, acting);
  const { shown, source } = inHand;
  const { attachments, failed } = await radarAndReport(inHand, acting.parts);
  const draft = {
    text: tellResult(shown.telling, failed && source.tell(failed)),
    choices: resultChoices(shown),
    attachments,
  };
  // What changed comes first: what is asked below the result is read last.
  return { changes: [], drafts: [...(await compareWithEarlier(run, acting)), draft] };
}

/** What the radar and the report are made from. */
interface Drawable {
  readonly shown: Pick<ResultInHand["shown"], "telling">;
  readonly source: ResultInHand["source"];
}

/** The radar and the report of a result; `failed` says what could not be made. */
export async function radarAndReport(
  inHand: Drawable,
  parts: Pick<DiagnosticsParts, "pictures" | "log">,
): Promise<{
  readonly attachments: readonly Attachment[];
  readonly failed: PhraseKey | undefined;
}> {
  const { source } = inHand;
  const radar = await drawRadar(inHand, parts);
  const report = await printReport(inHand, radar, parts);
  const picture =
    radar instanceof Uint8Array
      ? [
          binary(radar, {
            name: source.tell("dr-radar-name"),
            type: "image/png",
            alt: radarAlternative(source),
          }),
        ]
      : [];
  return {
    attachments: [...picture, ...(report ? [report] : [])],
    failed: failure({ hasRadar: radar !== "failed", hasReport: report !== undefined }),
  };
}

/** The picture, as its bytes; "none" where too little was answered for one. */
async function drawRadar(
  { source, shown }: Drawable,
  { pictures, log }: Pick<DiagnosticsParts, "pictures" | "log">,
): Promise<Uint8Array | "none" | "failed"> {
  const { scores } = source;
  const axes = scores.dimensions.filter(({ isConcerned }) => isConcerned).length;
  if (shown.telling.result.scores.scored < FEWEST_SCORED || axes < 3) return "none";
  if (!pictures) return "failed";
  try {
    return await pictures.drawPng(radarSvg(source), RADAR_PIXELS);
  } catch (cause) {
    log.error("radar-failed", cause);
    return "failed";
  }
}

/** The report as a file; undefined when it cannot be printed. */
async function printReport(
  { source }: Drawable,
  radar: Uint8Array | "none" | "failed",
  { pictures, log }: Pick<DiagnosticsParts, "pictures" | "log">,
): Promise<Attachment | undefined> {
  if (!pictures) return undefined;
  const { tell } = source;
  try {
    const radarPng = radar instanceof Uint8Array ? radar : undefined;
    const pdf = await pictures.printPdf(reportOf({ ...source, radarPng }));
    return binary(pdf, {
      name: tell("dr-file-report"),
      type: "application/pdf",
      alt: tell("dr-what-report"),
    });
  } catch (cause) {
    log.error("report-failed", cause);
    return undefined;
  }
}

/** The report with its picture, where there is one. */
export async function drawnReport(
  inHand: ResultInHand,
  parts: DiagnosticsParts,
): Promise<Attachment | undefined> {
  return printReport(inHand, await drawRadar(inHand, parts), parts);
}

function failure({
  hasRadar,
  hasReport,
}: {
  readonly hasRadar: boolean;
  readonly hasReport: boolean;
}): PhraseKey | undefined {
  if (hasRadar) return hasReport ? undefined : "dr-no-report";
  return hasReport ? "dr-no-radar" : "dr-no-picture";
}

function binary(bytes: Uint8Array, named: Pick<Attachment, "name" | "type" | "alt">): Attachment {
  return { ...named, text: Buffer.from(bytes).toString("base64"), encoding: "base64" };
}
