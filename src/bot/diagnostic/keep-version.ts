import { DAY_MS } from "../../model/durations.ts";
import { put, type Change } from "../../ports/store.ts";
import type { DiagnosticsParts } from "./diagnostics.ts";
import { readVersion } from "./view-of.ts";

/**
 * What keeps the questionnaire of a run stored for as long as the run itself, to be written with it; nothing
 * where that was done within the day, or where it can no longer be read.
 */
export async function keepVersion(
  version: string,
  now: Date,
  parts: Pick<DiagnosticsParts, "store" | "knowledge">,
): Promise<readonly Change[]> {
  const { questionnaires } = parts.knowledge().documents;
  const questionnaire = await readVersion(version, parts);
  if (!questionnaire) return [];
  const stored = await parts.store.get(questionnaires, version).catch(() => undefined);
  const isFresh = stored && now.getTime() - Date.parse(stored.usedAt) < DAY_MS;
  return isFresh
    ? []
    : [put(questionnaires, version, { questionnaire, usedAt: now.toISOString() })];
}
