import { put } from "../../../ports/store.ts";
import type { ActOf } from "../act-of.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";

/** The page that stands for the diagnostic among what is judged. */
const DIAGNOSTIC = "bot.diagnostic";

/** Counts an opinion of the diagnostic; nobody knows whose it is. */
export async function judgeDiagnostic(
  { opinion }: ActOf<"judge-diagnostic">,
  { who, now, parts }: Acting,
): Promise<AboutDiagnostic> {
  const { judgements } = parts.knowledge().documents;
  const judgement = {
    intent: DIAGNOSTIC,
    isUseful: opinion === "good",
    ...(opinion === "so-so" && { isSoSo: true as const }),
    at: now.toISOString(),
  };
  const changes = [put(judgements, `${who.turn}.diagnostic`, judgement)];
  return Promise.resolve({ changes, drafts: [] });
}
