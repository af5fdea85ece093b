import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import { finishedDays } from "./diagnostic-run.ts";
import { questionnaireSchema } from "./questionnaire-schema.ts";
import type { Questionnaire } from "./questionnaire.ts";

/** A questionnaire as it was when a run began on it: the files may change since. Its id is its version. */
export interface StoredQuestionnaire {
  readonly questionnaire: Questionnaire;
  /** UTC instant (ISO 8601), to the day, a run on it was last begun, or touched once it was finished. */
  readonly usedAt: string;
}

/** A run is kept so many days after that; a month more, so that none outlives its questions. */
export const storedQuestionnaireType: DocumentType<StoredQuestionnaire> = {
  collection: "questionnaires",
  version: 1,
  migrations: [],
  read: (json) =>
    z.strictObject({ questionnaire: questionnaireSchema, usedAt: z.iso.datetime() }).parse(json),
  description: "stored-questionnaires",
  keptDays: finishedDays + 31,
  lastUsed: ({ usedAt }) => usedAt,
  owner: () => undefined,
};
